"""Places, and what they were before and became."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower

from fingerpost.web.dates import PartialDateField
from fingerpost.web.register.models.record import MERGED, STANDING, Record


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
