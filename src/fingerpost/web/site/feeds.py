"""Atom feeds: the whole site, one tie, one case. Their addresses and the names of their entries never change."""

from __future__ import annotations

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from fingerpost.web.casework.models import Case
from fingerpost.web.register.models import Tie
from fingerpost.web.site import gate
from fingerpost.web.site.languages import plain_address
from fingerpost.web.site.news import News, news, news_of_case, news_of_tie


class _Dated(Atom1Feed):
    """Atom whose date is the register's, also while there is no entry."""

    def latest_post_date(self) -> datetime:
        """Give when the register changed last."""
        return self.feed["changed"]


class SiteFeed(Feed):
    """What is new on the whole site. Made anew for each answer: it keeps whom it answers."""

    feed_type = _Dated
    request: HttpRequest

    def get_object(self, request: HttpRequest) -> object:
        """Give what the feed is of; None: of everything."""
        self.request = request
        return None

    def title(self, obj: object) -> str:
        """Give the feed's title."""
        return self.request.site.name or _("Register of ties")

    def link(self, obj: object) -> str:
        """Give the address of the page that the feed is of."""
        return reverse("site:home")

    def author_name(self) -> str:
        """Give who writes the feed."""
        return self.request.site.name or "Fingerpost"

    def feed_copyright(self) -> str | None:
        """Give the terms of use."""
        return self.request.site.licence or None

    def feed_guid(self, obj: object) -> str:
        """Give the name of the feed: its address without a language."""
        path = plain_address(self.request, "site:home")
        return self.request.build_absolute_uri(path + self.request.unprefixed_path.lstrip("/"))

    def feed_extra_kwargs(self, obj: object) -> dict[str, object]:
        """Give when the register changed last."""
        return {"changed": self.request.edition.changed}

    def items(self, obj: object) -> list[News]:
        """Give the entries."""
        return news()

    def item_title(self, item: News) -> str:
        """Give an entry's title."""
        return item.title

    def item_description(self, item: News) -> str:
        """Give an entry's text, as HTML."""
        return escape(item.text)

    def item_link(self, item: News) -> str:
        """Give where an entry leads."""
        return reverse(item.page, args=(item.number,)) + _fragment(item)

    def item_guid(self, item: News) -> str:
        """Give an entry's name: the address to cite, which has no language."""
        path = plain_address(self.request, item.page, item.number)
        return self.request.build_absolute_uri(path) + _fragment(item)

    def item_pubdate(self, item: News) -> datetime:
        """Give when an entry came to the register."""
        return item.at

    item_updateddate = item_pubdate


class TieFeed(SiteFeed):
    """What is new about one tie."""

    def get_object(self, request: HttpRequest, pk: int) -> Tie:
        """Give the tie."""
        self.request = request
        return get_object_or_404(gate.ties().prefetch_related("sides__place"), pk=pk)

    def title(self, obj: Tie) -> str:
        """Give the names of both places."""
        return str(obj)

    def link(self, obj: Tie) -> str:
        """Give the tie's page."""
        return reverse("site:tie", args=(obj.pk,))

    def items(self, obj: Tie) -> list[News]:
        """Give the entries."""
        return news_of_tie(obj)


class CaseFeed(SiteFeed):
    """What is new in one case."""

    def get_object(self, request: HttpRequest, pk: int) -> Case:
        """Give the case."""
        self.request = request
        return get_object_or_404(gate.cases().select_related("tie"), pk=pk)

    def title(self, obj: Case) -> str:
        """Give the case's title."""
        return str(obj)

    def link(self, obj: Case) -> str:
        """Give the case's page."""
        return reverse("site:case", args=(obj.pk,))

    def items(self, obj: Case) -> list[News]:
        """Give the entries."""
        return news_of_case(obj)


def _fragment(item: News) -> str:
    return f"#{item.fragment}" if item.fragment else ""
