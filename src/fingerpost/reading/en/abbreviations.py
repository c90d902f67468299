"""English abbreviations that stand before a name, so that their full stop ends no sentence."""

from __future__ import annotations

from fingerpost.reading.en.words import word_set

BEFORE_NAMES = word_set("Coun. Couns. Cllr. Cllrs. Crs. Insp. Reps. Sens. Supt.")
"""As the text writes them; the parser's model knows "Mr." and "Gov."."""
