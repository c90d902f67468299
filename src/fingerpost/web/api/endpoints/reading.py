"""What everybody may read: a list and a record of each kind, all of them from the gate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Schema
from ninja.decorators import decorate_view

from fingerpost import __version__
from fingerpost.web.api import schemas, showing
from fingerpost.web.api.answering import for_everybody
from fingerpost.web.api.endpoints import router
from fingerpost.web.api.paging import LARGEST, Part, part_of
from fingerpost.web.site import gate

READ = ["read"]
WORD, COUNTRY = "^[a-z_]{1,40}$", "^[A-Za-z]{2}$"
REFUSED = {404: schemas.Problem, 422: schemas.Problem, 429: schemas.Problem}
Number = int | None


class Filter(Part):
    """Which records of a list, and which part of it; every filter that is given must hold."""

    def chosen(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """Give the records for which all hold."""
        given = {
            name: value
            for name, value in self.dict().items()
            if value is not None and name not in Part.model_fields
        }
        return found.filter(**{PATHS.get(name, name): value for name, value in given.items()})


PATHS = {"decided_tie": "side__tie"}
"""Filter to the path that it compares, where that is not its name."""


def _id(description: str) -> Any:
    return Query(None, ge=1, le=LARGEST, description=description)


class OfTie(Filter):
    tie: Number = _id("Of this tie.")


class OfDecidedTie(Filter):
    decided_tie: Number = Query(None, ge=1, le=LARGEST, alias="tie", description="About a side of this tie.")


class OfCase(Filter):
    case: Number = _id("Of this case.")


class OfSubject(Filter):
    tie: Number = _id("About this tie.")
    person: Number = _id("About this person.")
    body: Number = _id("About this body.")
    place: Number = _id("About this place.")


class OfFinding(OfSubject):
    source: Number = _id("In this source.")
    kind: str | None = Query(None, pattern=WORD, description="actor, place, tie, quote, position, ...")


class OfFact(OfSubject):
    predicate: str | None = Query(None, pattern=WORD, description="What it says: tie, position, event, ...")


def _lists(
    name: str,
    many: str,
    schema: type[Schema],
    query: Callable[[], QuerySet[Any]],
    show: showing.Show | None = None,
    filters: type[Filter] = Filter,
) -> None:
    """Add the list and the record of one kind."""
    shown = show or showing.plainly(schema)

    @decorate_view(for_everybody())
    def listed(request: HttpRequest, asked: Query[filters]) -> dict[str, Any]:
        return part_of(request, asked.chosen(query()), asked, lambda records: shown(request, records))

    @decorate_view(for_everybody())
    def one(request: HttpRequest, number: int) -> dict[str, Any]:
        return shown(request, [_found(query(), number)])[0]

    listed.__annotations__["asked"] = Query[filters]
    router.get(
        f"/{many}",
        response={200: schemas.Page[schema]} | REFUSED,
        url_name=many,
        tags=READ,
        operation_id=f"list_{many}",
        summary=f"List {many}",
    )(listed)
    router.get(
        f"/{many}/{{number}}",
        response={200: schema} | REFUSED,
        url_name=name,
        tags=READ,
        operation_id=f"give_{name}",
        summary=f"Give one {name}",
    )(one)


def _found(found: QuerySet[Any], number: int) -> Any:
    record = found.filter(pk=number).first() if 0 < number <= LARGEST else None
    if record is None:
        raise Http404(f"There is no record {number} of this kind, or it is not public.")
    return record


class Day(Schema):
    """The day asked about."""

    as_of: date | None = Query(None, description="As 2022-03-08; today by default.")


class OfCountry(Filter, Day):
    country: str | None = Query(
        None, pattern=COUNTRY, description="With a side in this country (ISO 3166-1 alpha-2)."
    )

    def chosen(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """Give the ties with a side in the country."""
        if self.country is None:
            return found
        sides = gate.sides().filter(place__country=self.country.upper())
        return found.filter(pk__in=sides.values("tie"))


@router.get(
    "/ties",
    response={200: schemas.Page[schemas.Tie]} | REFUSED,
    url_name="ties",
    tags=READ,
    operation_id="list_ties",
    summary="List ties",
)
@decorate_view(for_everybody())
def list_ties(request: HttpRequest, asked: Query[OfCountry]) -> dict[str, Any]:
    """Ties with both sides and how each stands on a day."""
    on = asked.as_of or request.edition.today
    found = asked.chosen(gate.ties())
    return part_of(request, found, asked, lambda records: showing.ties(request, records, on))


@router.get(
    "/ties/{number}",
    response={200: schemas.Tie} | REFUSED,
    url_name="tie",
    tags=READ,
    operation_id="give_tie",
    summary="Give one tie",
)
@decorate_view(for_everybody())
def give_tie(request: HttpRequest, number: int, day: Query[Day]) -> dict[str, Any]:
    """A tie with both sides and how each stands on a day."""
    shown = showing.ties(request, [_found(gate.ties(), number)], day.as_of or request.edition.today)
    if not shown:
        raise Http404(f"Tie {number} has not got two sides.")
    return shown[0]


_lists("place", "places", schemas.Place, gate.places)
_lists("body", "bodies", schemas.Body, gate.bodies)
_lists("person", "people", schemas.Person, gate.people)
_lists("involvement", "involvements", schemas.Involvement, gate.involvements, filters=OfTie)
_lists("agreement", "agreements", schemas.Agreement, gate.agreements, filters=OfTie)
_lists("law", "laws", schemas.Law, gate.laws)
_lists("exchange", "exchanges", schemas.Exchange, gate.exchanges, filters=OfTie)
_lists("decision", "decisions", schemas.Decision, gate.decisions, showing.decisions, OfDecidedTie)
_lists("case", "cases", schemas.Case, gate.cases, filters=OfTie)
_lists("motion", "motions", schemas.Motion, gate.motions, showing.motions, OfCase)
_lists("source", "sources", schemas.Source, gate.sources, showing.sources)
_lists("finding", "findings", schemas.Finding, gate.findings, showing.findings, OfFinding)
_lists("fact", "facts", schemas.Fact, gate.facts, filters=OfFact)

LISTS = (
    *("places", "ties", "bodies", "people", "involvements", "agreements", "laws", "exchanges"),
    *("decisions", "cases", "motions", "sources", "findings", "facts"),
)


@router.get(
    "",
    response={200: schemas.About} | REFUSED,
    url_name="about",
    tags=READ,
    operation_id="about",
    summary="Say whose register it is",
)
@decorate_view(for_everybody())
def about(request: HttpRequest) -> dict[str, Any]:
    """Whose register it is, under which terms its data may be used, and where its lists are."""
    site = request.edition.site
    return {
        "name": site.name,
        "licence": site.licence,
        "licence_url": site.licence_url,
        "contact": site.contact,
        "version": __version__,
        "edition": request.edition.mark,
        "lists": {name: request.build_absolute_uri(request.path.rstrip("/") + f"/{name}") for name in LISTS},
    }
