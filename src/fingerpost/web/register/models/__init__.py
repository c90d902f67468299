"""The register: places, ties with two sides, bodies, people, and what is known of them.

Nothing here is deleted. Two records of the same thing are merged by pointing one at the other, which can be undone.
Formal status is not stored: it is computed from dated decisions, for any day.
"""

from fingerpost.web.register.models.actors import Body, Person, Post, Tenure
from fingerpost.web.register.models.dealings import Exchange, Letter, ReceivedReport, Threshold
from fingerpost.web.register.models.decisions import Decision
from fingerpost.web.register.models.places import Place, Succession
from fingerpost.web.register.models.record import MERGED, STANDING, Record
from fingerpost.web.register.models.terms import Agreement, Law
from fingerpost.web.register.models.ties import Involvement, Side, Tie

__all__ = [
    "MERGED",
    "STANDING",
    "Agreement",
    "Body",
    "Decision",
    "Exchange",
    "Involvement",
    "Law",
    "Letter",
    "Person",
    "Place",
    "Post",
    "ReceivedReport",
    "Record",
    "Side",
    "Succession",
    "Tenure",
    "Threshold",
    "Tie",
]
