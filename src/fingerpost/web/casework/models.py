"""Cases: a question about a tie, being worked, from the first source to what follows the vote."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from fingerpost.web.dates import PartialDateField, day_words
from fingerpost.web.register.classes import TieClass
from fingerpost.web.register.status import STATUSES


class Case(TieClass):
    """A question about a tie or a class of ties.

    Of a class it keeps the rule, and as its members the ties that the rule held on a day.
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DECIDED = "decided", "Decided"
        CLOSED = "closed", "Closed"

    title = models.CharField(max_length=300)
    question = models.TextField()
    tie = models.ForeignKey(
        "register.Tie", null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    of_class = models.BooleanField(default=False)
    """It is about a class of ties; otherwise about ``tie``, or about none of the register yet."""
    status = models.CharField(max_length=10, blank=True, choices=[(one, one) for one in STATUSES])
    """Of the class: the formal status of our side; empty: any."""
    quiet_since = PartialDateField()
    """Of the class: without an exchange since."""
    carried_by = models.ForeignKey(
        "register.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Of the class: carried by this body."""
    as_of = models.DateField(null=True, blank=True)
    """The day as of which the members were drawn up; None: they were not yet."""
    version = models.IntegerField(default=0)
    """Counts changes of the members: a decision names the version it saw, so that it is about what was looked at."""
    sources = models.ManyToManyField("evidence.Source", related_name="cases", blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    opened = models.DateTimeField()
    vote_due = PartialDateField()
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    published = models.DateTimeField(null=True, blank=True)
    """When it was put on the public site; empty: it is not there."""

    class Meta:
        ordering = ("-opened", "-id")
        indexes = (
            models.Index(fields=("-opened", "-id")),
            models.Index(fields=("state", "-opened", "-id")),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def reach(self) -> str:
        """Say in words which ties it holds: "active ties of places in Virginia, without an exchange since 2015"."""
        words = [f"{self.status} {super().reach}" if self.status else super().reach]
        words += [f"without an exchange since {day_words(self.quiet_since)}"] if self.quiet_since else []
        words += [f"carried by {self.carried_by}"] if self.carried_by else []
        return ", ".join(words)


class Member(models.Model):
    """A tie of the class that a case is about, and why it belongs to it on the day it was drawn up."""

    class State(models.TextChoices):
        IN = "in", "Belongs to it"
        OUT = "out", "Taken out"
        UNSURE = "unsure", "Not sure"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members")
    tie = models.ForeignKey("register.Tie", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=6, choices=State, default=State.IN)
    reasons = models.JSONField(default=list)
    """A sentence for each part of the rule."""
    by_hand = models.TextField(blank=True)
    """Why somebody took it out, or put it in; empty: the rule alone says so."""

    class Meta:
        ordering = ("case", "tie")
        constraints = (models.UniqueConstraint(fields=("case", "tie"), name="members_once"),)


class ClassDecision(models.Model):
    """A decision on all ties of a class at once: it made a decision about our side of each."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="class_decisions")
    as_of = models.DateField()
    """As of which day the members were drawn up."""
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"Decision on {self.case}"


class Motion(models.Model):
    """A motion before a body. It is published only when the roll call adds up to the totals."""

    class Outcome(models.TextChoices):
        PENDING = "pending", "Not yet voted on"
        CARRIED = "carried", "Carried"
        LOST = "lost", "Lost"
        DEFERRED = "deferred", "Deferred"
        WITHDRAWN = "withdrawn", "Withdrawn"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="motions")
    body = models.ForeignKey("register.Body", on_delete=models.PROTECT, related_name="motions")
    text = models.TextField()
    mover = models.ForeignKey(
        "register.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seconder = models.ForeignKey(
        "register.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    date = PartialDateField()
    votes_for = models.IntegerField(null=True, blank=True)
    votes_against = models.IntegerField(null=True, blank=True)
    abstained = models.IntegerField(null=True, blank=True)
    absent = models.IntegerField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.PENDING)
    published = models.DateTimeField(null=True, blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("date", "id")


class Ballot(models.Model):
    """How one member voted."""

    class Choice(models.TextChoices):
        FOR = "for", "For"
        AGAINST = "against", "Against"
        ABSTAINED = "abstained", "Abstained"
        ABSENT = "absent", "Absent"

    motion = models.ForeignKey(Motion, on_delete=models.PROTECT, related_name="ballots")
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="ballots")
    choice = models.CharField(max_length=10, choices=Choice)

    class Meta:
        ordering = ("choice", "person__name")
        constraints = (models.UniqueConstraint(fields=("motion", "person"), name="one_ballot_each"),)


class FollowUp(models.Model):
    """Something to be done as a consequence, with its owner and until when."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="followups")
    decision = models.ForeignKey(
        "register.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="followups"
    )
    what = models.TextField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="followups"
    )
    owner_name = models.CharField(max_length=200, blank=True)
    """Who does it, where that is nobody who signs in here."""
    until_words = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    done = models.DateTimeField(null=True, blank=True)
    reminded = models.DateTimeField(null=True, blank=True)
    finding = models.ForeignKey(
        "evidence.Finding", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = (models.F("due").asc(nulls_last=True), "id")
        indexes = (models.Index(fields=("state", "due")),)


class Issue(models.Model):
    """A briefing as issued: kept exactly, with its digest."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="issues")
    number = models.IntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=71)
    briefing = models.JSONField()
    """``fingerpost/briefing/1``."""

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="issues_are_numbered"),)


class Rendition(models.Model):
    """One format of an issued briefing, as it was handed out."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="renditions")
    format = models.CharField(max_length=5)
    digest = models.CharField(max_length=71)
    data = models.BinaryField()
