"""Sources, what was read in them, what people judged, and the facts that follow."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from fingerpost.web.dates import PartialDateField


class Source(models.Model):
    """A document as received. The same bytes are one source; nothing of it changes after it was received."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READ = "read", "Read"
        FAILED = "failed", "Could not be read"

    class Shown(models.TextChoices):
        WHOLE = "whole", "The whole text"
        PASSAGES = "passages", "Reviewed passages only"
        NOTHING = "nothing", "Nothing"

    digest = models.CharField(max_length=71, unique=True)
    """``sha256:`` and the digest of the bytes."""
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=100, blank=True)
    title = models.CharField(max_length=500, blank=True)
    publisher = models.CharField(max_length=300, blank=True)
    author = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    published = PartialDateField()
    received = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    shown = models.CharField(max_length=8, choices=Shown, default=Shown.PASSAGES)
    """What the public sees of it. An article may be quoted and seldom republished; a private letter is not shown."""
    text = models.TextField(blank=True)
    """The canonical text that passages refer to."""
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    problem = models.TextField(blank=True)
    """Why it could not be read, in a plain sentence."""
    attempts = models.PositiveSmallIntegerField(default=0)
    """How often reading it was begun and not brought to an end; counted before each attempt."""
    reader = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-received", "-id")
        indexes = (models.Index(fields=("state", "received")), models.Index(fields=("-received", "-id")))

    def __str__(self) -> str:
        return self.title or self.name


class Original(models.Model):
    """The bytes of a source, kept apart so that lists of sources stay light."""

    source = models.OneToOneField(Source, primary_key=True, on_delete=models.PROTECT, related_name="original")
    data = models.BinaryField()


class Attachment(models.Model):
    """A source that came attached to a mail. The same bytes may come with several, under several names."""

    mail = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attachments")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="came_with")
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("mail", "source"), name="one_attachment"),)


class Reading(models.Model):
    """What the reader found in a source, whole, in its public form."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=200)
    at = models.DateTimeField()
    data = models.JSONField()
    """``fingerpost/reading/1`` without the document's text, which the source holds."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "reader"), name="one_reading_per_reader"),)


class Finding(models.Model):
    """What a reader (program or person) proposes, with passages."""

    class Kind(models.TextChoices):
        ACTOR = "actor", "Actor"
        PLACE = "place", "Place"
        TIE = "tie", "Tie"
        QUOTE = "quote", "Quote"
        POSITION = "position", "Position"
        AUTHORITY = "authority", "Authority"
        EVENT = "event", "Event"
        ACTION = "action", "Action"
        CLAIM = "claim", "Claim"

    class State(models.TextChoices):
        OPEN = "open", "To be judged"
        SECOND = "second", "Waits for a second reader"
        ACCEPTED = "accepted", "Accepted"
        CORRECTED = "corrected", "Accepted as corrected"
        REJECTED = "rejected", "Rejected"
        UNSURE = "unsure", "Unsure"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="findings")
    reading = models.ForeignKey(Reading, null=True, on_delete=models.PROTECT, related_name="findings")
    """None: proposed by a person, who marked the passage by hand."""
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=40)
    """Its id in the reading (``q3``), or for a kind without ids its kind and place in the list."""
    data = models.JSONField()
    score = models.FloatField(null=True)
    start = models.IntegerField()
    """Where its first passage starts, for the order of review."""
    unsettled = models.BooleanField(default=False)
    """The reader could not settle something about it; listed first."""
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    version = models.IntegerField(default=0)
    """Counts judgements: a judgement names the version it saw, so that two reviewers cannot overwrite each other."""
    tie = models.ForeignKey(
        "register.Tie", null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    person = models.ForeignKey(
        "register.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    body = models.ForeignKey(
        "register.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    place = models.ForeignKey(
        "register.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    """The records of the register that the finding belongs to, once somebody has said so."""

    class Meta:
        ordering = ("source_id", "-unsettled", "start", "id")
        constraints = (
            models.UniqueConstraint(fields=("source", "reading", "kind", "key"), name="one_finding_per_key"),
        )
        indexes = (models.Index(fields=("source", "state")), models.Index(fields=("state", "source")))

    @property
    def judged(self) -> dict[str, Any]:
        """Give what the finding says as it was judged: the newest correction where it stands as corrected."""
        if self.state != self.State.CORRECTED:
            return self.data
        newest = [judgement.data for judgement in self.standing if judgement.data]
        return newest[-1] if newest else self.data

    @property
    def standing(self) -> list[Judgement]:
        """Give the judgements that stand, the oldest first: one that takes back undoes the one before it."""
        stand: list[Judgement] = []
        for judgement in self.judgements.all():
            if judgement.verdict == Judgement.Verdict.UNDO:
                del stand[-1:]
            else:
                stand.append(judgement)
        return stand


class Passage(models.Model):
    """A half-open span of code points of a source's text. Its text equals that slice exactly, or it is an orphan."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="passages")
    start = models.IntegerField()
    end = models.IntegerField()
    text = models.TextField()

    class Meta:
        ordering = ("start", "id")


class Judgement(models.Model):
    """What a reviewer said of a finding, by whom and when. Never changed; a later one supersedes it, or undoes it."""

    class Verdict(models.TextChoices):
        ACCEPT = "accept", "Accept"
        CORRECT = "correct", "Correct"
        REJECT = "reject", "Reject"
        UNSURE = "unsure", "Unsure"
        UNDO = "undo", "Taken back"

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=10, choices=Verdict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="judgements")
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    data = models.JSONField(null=True)
    """The corrected finding, where the verdict is ``correct``."""

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("-at",), condition=models.Q(verdict="correct"), name="corrections"),)


class Fact(models.Model):
    """An accepted finding about one record of the register. Superseded, never deleted.

    Several facts with the same subject and predicate stand side by side: sources disagree.
    """

    tie = models.ForeignKey(
        "register.Tie", null=True, blank=True, on_delete=models.PROTECT, related_name="facts"
    )
    person = models.ForeignKey(
        "register.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="facts"
    )
    body = models.ForeignKey(
        "register.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="facts"
    )
    place = models.ForeignKey(
        "register.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="facts"
    )
    predicate = models.CharField(max_length=40)
    """What it says: since, until, kind, label, activity, position, authority, event, action, claim, quote ..."""
    data = models.JSONField()
    date = PartialDateField()
    finding = models.ForeignKey(
        Finding, null=True, blank=True, on_delete=models.PROTECT, related_name="facts"
    )
    judgement = models.ForeignKey(
        Judgement, null=True, blank=True, on_delete=models.PROTECT, related_name="facts"
    )
    imported_from = models.CharField(max_length=300, blank=True)
    """The outside register it came from, unreviewed; shown wherever the fact is shown."""
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    superseded = models.DateTimeField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="supersedes"
    )

    class Meta:
        ordering = ("date", "id")
        indexes = (
            models.Index(fields=("tie", "predicate")),
            models.Index(
                fields=("-superseded",), condition=models.Q(superseded__isnull=False), name="superseded_facts"
            ),
        )
