"""Ties with two sides, and the part that bodies have in them."""

from __future__ import annotations

from django.db import models

from fingerpost.web.dates import PartialDateField
from fingerpost.web.register.models.actors import Body
from fingerpost.web.register.models.places import Place
from fingerpost.web.register.models.record import MERGED, Record


class Tie(Record):
    """A lasting agreed relation between two places. Since when, and its status, follow from facts and decisions."""

    class Kind(models.TextChoices):
        SISTER_CITY = "sister_city", "Sister city"
        TWIN_TOWN = "twin_town", "Twin town"
        FRIENDSHIP_CITY = "friendship_city", "Friendship city"
        PARTNER_CITY = "partner_city", "Partner city"
        SISTER_COUNTY = "sister_county", "Sister county"
        SISTER_STATE = "sister_state", "Sister state"
        OTHER = "other", "Other"

    kind = models.CharField(max_length=16, choices=Kind, default=Kind.SISTER_CITY)
    label = models.CharField(max_length=100, blank=True)
    """What it is called locally."""
    note = models.TextField(blank=True)
    withheld = models.BooleanField(default=False)
    """Not shown on the public site."""

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("merged_into",), condition=MERGED, name="tie_merged"),)

    def __str__(self) -> str:
        return " – ".join(side.place.name for side in self.sides.all())


class Side(models.Model):
    """One end of a tie. Formal status belongs to the side: the two may differ."""

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="sides")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="sides")
    order = models.SmallIntegerField(default=0)
    """0: the side whose register this is, or the first named."""

    class Meta:
        ordering = ("tie_id", "order")
        constraints = (
            models.UniqueConstraint(fields=("tie", "order"), name="two_sides"),
            models.CheckConstraint(condition=models.Q(order__in=(0, 1)), name="sides_are_0_and_1"),
        )

    def __str__(self) -> str:
        return str(self.place)


class Involvement(models.Model):
    """What a body has to do with a tie, or with all ties of a place (``tie`` None): a rule, with its period."""

    class Role(models.TextChoices):
        DECIDES = "decides", "Decides about it"
        RECOGNISES = "recognises", "Recognises it"
        CARRIES = "carries", "Carries it"
        ADVISES = "advises", "Advises"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="involvements")
    tie = models.ForeignKey(Tie, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements")
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    role = models.CharField(max_length=12, choices=Role)
    since = PartialDateField()
    until = PartialDateField()
    basis = models.TextField(blank=True)
    """Where this is laid down: charter, ordinance, bylaw."""
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.body}: {self.get_role_display().lower()}"
