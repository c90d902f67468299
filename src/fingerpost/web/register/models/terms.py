"""What a tie was agreed on, and the laws that bear on classes of ties."""

from __future__ import annotations

from django.db import models

from fingerpost.web.dates import PartialDateField
from fingerpost.web.register.classes import TieClass
from fingerpost.web.register.models.actors import Body
from fingerpost.web.register.models.ties import Tie


class Agreement(models.Model):
    """A signed document. Parties and signers are kept as they were named then."""

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="agreements")
    title = models.CharField(max_length=300)
    parties = models.TextField(blank=True)
    signers = models.TextField(blank=True)
    signed = PartialDateField()
    begins = PartialDateField()
    ends = PartialDateField()
    """When its term runs out; empty: no term."""
    term = models.CharField(max_length=200, blank=True)
    exit_clause = models.TextField(blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("signed", "id")

    def __str__(self) -> str:
        return self.title


class Law(TieClass):
    """A law or policy that forbids, requires or conditions a class of ties: the third axis, permission."""

    class Effect(models.TextChoices):
        FORBIDS = "forbids", "Forbids"
        REQUIRES = "requires", "Requires"
        CONDITIONS = "conditions", "Conditions"

    title = models.CharField(max_length=300)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="laws")
    effect = models.CharField(max_length=12, choices=Effect)
    since = PartialDateField()
    until = PartialDateField()
    deadline = PartialDateField()
    words = models.TextField(blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("since", "id")
        verbose_name, verbose_name_plural = "law or policy", "laws and policies"

    def __str__(self) -> str:
        return self.title

    @property
    def scope(self) -> str:
        """Say in words what it does to which ties: "forbids ties of places in Virginia with places in Russia"."""
        does = {"forbids": "forbids", "requires": "asks something of", "conditions": "sets conditions for"}
        return f"{does[self.effect]} {self.reach}"
