"""What a body decided about one side of a tie. Formal status is computed from these, for any day."""

from __future__ import annotations

from django.db import models

from fingerpost.web.dates import PartialDateField, day_words
from fingerpost.web.register.models.actors import Body
from fingerpost.web.register.models.ties import Side


class Decision(models.Model):
    """What a body with the power decided about one side of a tie. Status on a day follows from these.

    ``result`` is read from the instrument's operative words, never from a headline.
    """

    class Result(models.TextChoices):
        ESTABLISHED = "established", "Established"
        RENEWED = "renewed", "Renewed"
        KEPT = "kept", "Kept"
        SUSPENDED = "suspended", "Suspended"
        ENDED = "ended", "Ended"
        RESTORED = "restored", "Restored"
        LAPSED = "lapsed", "Lapsed"
        PROPOSED = "proposed", "Proposed"
        LETTER_ONLY = "letter_only", "A letter only"
        SYMBOLS_REMOVED = "symbols_removed", "Symbols removed"
        ACTIVITIES_FROZEN = "activities_frozen", "Activities frozen"
        SUPPORT_WITHDRAWN = "support_withdrawn", "Support withdrawn"
        HANDED_OVER = "handed_over", "Handed to the association"
        CONDEMNED = "kept_condemned", "Kept and condemned"

    side = models.ForeignKey(Side, on_delete=models.PROTECT, related_name="decisions")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    motion = models.ForeignKey(
        "casework.Motion", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    case = models.ForeignKey(
        "casework.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    """The question that it answers; None: it was entered on the tie's page, or before there were cases."""
    class_decision = models.ForeignKey(
        "casework.ClassDecision", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    """The decision on a class of ties that made it, with others."""
    result = models.CharField(max_length=20, choices=Result)
    instrument = models.CharField(max_length=300, blank=True)
    """Resolution 22-104, the mayor's order of ..."""
    operative_words = models.TextField(blank=True)
    date = PartialDateField()
    effective = PartialDateField()
    """From when it holds; empty: from its date."""
    condition = models.TextField(blank=True)
    """For a suspension: the words for what would lift it."""
    review = PartialDateField()
    press_verb = models.CharField(max_length=100, blank=True)
    """How the press put it, where that differs from the instrument."""
    must_tell_partner = models.CharField(max_length=300, blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn = models.DateTimeField(null=True, blank=True)
    """Entered by mistake; it no longer counts, and stays in the record."""

    class Meta:
        ordering = ("date", "id")
        indexes = (
            models.Index(
                fields=("-withdrawn",),
                condition=models.Q(withdrawn__isnull=False),
                name="withdrawn_decisions",
            ),
        )

    def __str__(self) -> str:
        when = f", {day_words(self.date)}" if self.date else ""
        return f"{self.get_result_display()}, {self.side.place.name}{when}"
