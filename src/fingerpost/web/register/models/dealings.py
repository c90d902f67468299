"""What goes back and forth: exchanges, letters, reports received; and after how long without them to warn."""

from __future__ import annotations

from django.db import models

from fingerpost.web.dates import PartialDateField
from fingerpost.web.register.models.actors import Body
from fingerpost.web.register.models.ties import Tie


class Exchange(models.Model):
    """A visit or project: who came or went, and what it cost."""

    class Direction(models.TextChoices):
        IN = "in", "They came here"
        OUT = "out", "We went there"
        BOTH = "both", "Both ways"
        REMOTE = "remote", "Without travel"

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="exchanges")
    direction = models.CharField(max_length=6, choices=Direction)
    date = PartialDateField()
    until = PartialDateField()
    title = models.CharField(max_length=300)
    people = models.IntegerField(null=True, blank=True)
    youth = models.IntegerField(null=True, blank=True)
    volunteers = models.IntegerField(null=True, blank=True)
    money = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    note = models.TextField(blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-date", "-id")

    def __str__(self) -> str:
        return self.title


class Letter(models.Model):
    """A letter sent or received."""

    class Direction(models.TextChoices):
        SENT = "sent", "Sent"
        RECEIVED = "received", "Received"

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="letters")
    direction = models.CharField(max_length=8, choices=Direction)
    date = PartialDateField()
    writer = models.CharField(max_length=300, blank=True)
    recipient = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=300)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-date", "-id")

    def __str__(self) -> str:
        return self.subject


class ReceivedReport(models.Model):
    """A report on a tie by whoever carries it, as it came in."""

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="reports")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="reports")
    date = PartialDateField()
    about = models.CharField(max_length=200, blank=True, verbose_name="about which time")
    note = models.TextField(blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-date", "-id")
        verbose_name, verbose_name_plural = "report received", "reports received"

    def __str__(self) -> str:
        return f"Report on {self.about}" if self.about else "Report"


class Threshold(models.Model):
    """After how many months something is worth a warning, where the office has said so; None: never."""

    name = models.CharField(max_length=20, primary_key=True)
    """A field of ``health.Thresholds``."""
    months = models.IntegerField(null=True)
