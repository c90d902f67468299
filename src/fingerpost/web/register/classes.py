"""A class of ties: a rule by which ties belong together, as "all ties of Virginia with places in Russia"."""

from __future__ import annotations

from django.db import models

from fingerpost.web.register.regions import region_words


class TieClass(models.Model):
    """The columns of the rule. An empty one means any: with all empty it is every tie.

    ``home_...`` is about the side that is bound or asked about, ``partner_...`` about the other.
    """

    home = models.ForeignKey(
        "register.Place",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="the ties of",
    )
    """One place, where it is about that place's ties alone."""
    home_country = models.CharField(max_length=2, blank=True, verbose_name="of places in (country)")
    """ISO 3166-1 alpha-2."""
    home_admin1 = models.CharField(max_length=10, blank=True, verbose_name="of places in (state or region)")
    """ISO 3166-2."""
    partner_country = models.CharField(max_length=2, blank=True, verbose_name="with places in (country)")
    partner_admin1 = models.CharField(
        max_length=10, blank=True, verbose_name="with places in (state or region)"
    )
    kind = models.CharField(max_length=16, blank=True, verbose_name="of this kind")

    class Meta:
        abstract = True

    def get_kind_display(self) -> str:
        """Give the kind in words."""
        return str(self.kind).replace("_", " ").capitalize()

    @property
    def reach(self) -> str:
        """Say in words which ties these are: "sister city ties of Virginia with places in Russia"."""
        kind = f"{self.kind.replace('_', ' ')} ties" if self.kind else "ties"
        here = self.home.name if self.home else region_words(self.home_country, self.home_admin1)
        there = region_words(self.partner_country, self.partner_admin1)
        of = f" of {here}" if self.home else f" of places in {here}" if here else ""
        return kind + of + (f" with places in {there}" if there else "")
