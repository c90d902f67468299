"""English words for who may decide, who may not, who advises and who carries out."""

from __future__ import annotations

from fingerpost.reading.en.words import word_set

CHOICES = word_set(
    """
    decision decisions matter matters choice question issue call authority power powers say word right
    responsibility function prerogative vote it that this one ending ruling judgment judgement business
    """
)
"""Subjects of "lies with", "belongs to", "is up to"."""
RESTING = word_set("lie rest sit reside remain belong fall be stay stand")
POWERS = word_set(
    """
    power powers authority say role vote voice part jurisdiction standing competence mandate right control
    """
)
"""Nouns that somebody has or lacks."""
FINAL = word_set("final last ultimate sole full casting only entire exclusive")
COMPELLING = word_set(
    """
    force compel order tell make oblige overrule overturn direct dictate instruct require bind veto stop
    prevent act decide
    """
)
"""What one who may not decide "cannot" do to those who may."""
UNMAKING = word_set(
    """
    end terminate cancel annul dissolve suspend revoke void overturn overrule approve make unmake establish
    undo conclude decide rescind answer sign exit act strike
    """
)
DECIDING_SOON = word_set("decide vote discuss consider debate take review determine rule hear")
SUBJECTS_SOON = word_set("council commission board assembly cabinet committee parliament aldermen")
CARRYING_OUT = word_set("abide follow implement obey honour honor respect execute comply")
HOLDING = word_set("have claim hold get play lack carry")
"""Verbs of having, or lacking, a power."""
UNABLE = word_set("powerless unable unauthorised unauthorized")
ABLE = word_set(
    "entitle entitled empower empowered authorise authorised authorize authorized competent permit"
)
REMITS = word_set("remit competence jurisdiction purview gift mandate power powers authority")
CARRIED = word_set(
    """
    decision decisions direction directions course whatever resolution ordinance vote council instruction
    instructions lead policy wishes will
    """
)
APPROVALS = word_set("consent approval permission assent vote agreement sanction ratification")
