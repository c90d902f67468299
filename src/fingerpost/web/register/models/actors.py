"""Bodies and people, and the posts that people hold in bodies."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower

from fingerpost.web.dates import PartialDateField
from fingerpost.web.register.models.places import Place
from fingerpost.web.register.models.record import MERGED, STANDING, Record


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
