"""The register: places, ties with two sides, bodies, people, and what is known of them.

Nothing here is deleted. Two records of the same thing are merged by pointing one at the other, which can be undone.
Formal status is not stored: it is computed from dated decisions, for any day.
"""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models.functions import Lower

from fingerpost.web.dates import PartialDateField, day_words
from fingerpost.web.register.classes import TieClass

STANDING = models.Q(merged_into=None)
"""Records that stand by themselves: what lists show."""
MERGED = models.Q(merged_into__isnull=False)
"""The others. Written so: SQLite knows "is not null" in an index, and not the negation of "is null"."""


class Record(models.Model):
    """What can be merged into another record of its kind."""

    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )
    """Indexed where it is not empty only: SQLite would take an index of all for "is empty", and sort all it finds."""
    created = models.DateTimeField(auto_now_add=True)
    imported_from = models.CharField(max_length=300, blank=True)
    """The outside register this record came from; empty where somebody here made it."""

    class Meta:
        abstract = True

    @property
    def current(self) -> Self:
        """Give the record this one was merged into, or itself."""
        record = self
        while record.merged_into is not None:
            record = record.merged_into
        return record


class Place(Record):
    """A town, city, county, region or country."""

    class Kind(models.TextChoices):
        POPULATED = "populated", "Town or city"
        ADMIN2 = "admin2", "County or district"
        ADMIN1 = "admin1", "State, province or region"
        COUNTRY = "country", "Country"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200)
    other_names = models.TextField(blank=True)
    """What else it is or was called, in any language, a name on each line. It is found by each of them."""
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.POPULATED)
    geonames = models.IntegerField(null=True, blank=True, db_index=True)
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2."""
    admin1 = models.CharField(max_length=10, blank=True)
    """ISO 3166-2, as US-VA."""
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_home = models.BooleanField(default=False)
    """Whether the register is this place's."""
    successors = models.ManyToManyField(
        "self", symmetrical=False, through="Succession", related_name="predecessors"
    )

    class Meta:
        ordering = (Lower("name"), "id")
        indexes = (
            models.Index(Lower("name"), "id", condition=STANDING, name="place_listed"),
            models.Index(fields=("merged_into",), condition=MERGED, name="place_merged"),
            models.Index(fields=("name",)),
            models.Index(fields=("id",), condition=models.Q(is_home=True), name="home_place"),
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.admin1.partition("-")[2], self.country) if part)


class Succession(models.Model):
    """A place went into another: a merger of municipalities, a division, a renaming."""

    predecessor = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="later")
    successor = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="earlier")
    date = PartialDateField()
    note = models.TextField(blank=True)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.predecessor.name} became part of {self.successor.name}"

    def clean(self) -> None:
        """Refuse a place that would go into itself."""
        from fingerpost.web.register.succession import check_succession

        if self.predecessor_id and self.successor_id:
            check_succession(self)


class Body(Record):
    """An organisation with a role: a council, committee, association, government."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        COMMITTEE = "committee", "Committee"
        ASSOCIATION = "association", "Association"
        GOVERNMENT = "government", "Government"
        COMPANY = "company", "Company"
        PRESS = "press", "Press"
        GROUP = "group", "Group"
        OTHER = "other", "Other"

    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="bodies")
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    email = models.EmailField(blank=True)
    address = models.TextField(blank=True)

    class Meta:
        ordering = (Lower("name"), "id")
        indexes = (
            models.Index(Lower("name"), "id", condition=STANDING, name="body_listed"),
            models.Index(fields=("merged_into",), condition=MERGED, name="body_merged"),
            models.Index(fields=("name",)),
        )
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class Person(Record):
    """Somebody who speaks, acts or holds a post. ``erased``: personal data was removed on request."""

    name = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    email = models.EmailField(blank=True)
    erased = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = (Lower("name"), "id")
        indexes = (
            models.Index(Lower("name"), "id", condition=STANDING, name="person_listed"),
            models.Index(fields=("merged_into",), condition=MERGED, name="person_merged"),
            models.Index(fields=("name",)),
        )
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A seat in a body."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=200)
    tie = models.ForeignKey("Tie", null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    """The tie it is for, as the chair of a sister city's committee."""

    class Meta:
        ordering = ("body__name", "title")

    def __str__(self) -> str:
        return f"{self.title}, {self.body}"


class Tenure(models.Model):
    """Somebody holds a post for a period. A post that nobody holds on a day is vacant on that day."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tenures")
    since = PartialDateField()
    until = PartialDateField()

    class Meta:
        ordering = ("since", "id")

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"


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
