"""What a program may do with a token: the desk's own actions, under the rights of the token's holder."""

from __future__ import annotations

from typing import Any, Literal

from django.db import models
from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema, Status
from ninja.security import HttpBearer

from fingerpost.web.accounts.models import User
from fingerpost.web.accounts.permissions import JUDGE, READ, require
from fingerpost.web.api import schemas
from fingerpost.web.api.endpoints import router
from fingerpost.web.api.given import Given, Id, form_of
from fingerpost.web.api.paging import LARGEST, Part, part_of
from fingerpost.web.api.tokens import holder_of
from fingerpost.web.dates import check_partial_date
from fingerpost.web.desk.register_forms import FIELDS
from fingerpost.web.evidence.judging import judge_finding, needs_second_reader, propose_finding
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import (
    Agreement,
    Body,
    Decision,
    Exchange,
    Involvement,
    Law,
    Letter,
    Person,
    Place,
    Tie,
)
from fingerpost.web.site.limiting import is_spent, place_of, too_fast

MOST_WRONG, MOST_WRITTEN = 20, 600
"""A minute: tokens that open nothing, from one place; and requests with somebody's tokens."""


class TooOften(Exception):
    """More comes from there than is answered."""


class Bearer(HttpBearer):
    """``Authorization: Bearer fp_...``."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """Give whose token it is.

        Raises:
            TooOften: from there came too many that open nothing, or its holder writes too much.
        """
        place = place_of(request)
        if is_spent(place, "token", most=MOST_WRONG):
            raise TooOften
        holder = holder_of(token)
        if holder is None:
            too_fast(place, "token", most=MOST_WRONG)  # counts it
        elif too_fast(str(holder.pk), "write", most=MOST_WRITTEN):
            raise TooOften
        return holder


REFUSED = dict.fromkeys((400, 401, 403, 404, 409, 413, 422, 429), schemas.Problem)
WRITE: dict[str, Any] = {"tags": ["write, with a token"], "auth": Bearer()}


class Made(Schema):
    """What was written."""

    id: int


class NewSource(Given):
    """A text to be read. Files are added at the desk, by mail or with ``fingerpost add``."""

    text: str = Field(min_length=1, max_length=2_000_000)
    name: str = Field("text", max_length=300)
    url: str = Field("", max_length=2000, pattern=r"^(https?://\S+)?$")
    publisher: str = Field("", max_length=300)
    published: str = Field("", max_length=10, description="As 2022-03-01; empty where the text says.")


class Received(Made):
    """A source, and whether these bytes were new."""

    new: bool
    state: str


@router.post(
    "/sources",
    response={201: Received, 200: Received} | REFUSED,
    **WRITE,
    operation_id="add_source",
    summary="Add a source",
)
def add_source(request: HttpRequest, given: NewSource) -> Status:
    """Queue a text for reading; the same bytes twice are one source."""
    if given.published:
        check_partial_date(given.published)
    data = given.text.encode("utf-8", "surrogatepass")
    source, new = receive_source(
        by=request.auth,
        data=data,
        name=given.name,
        url=given.url,
        publisher=given.publisher,
        published=given.published,
    )
    return Status(201 if new else 200, {"id": source.pk, "new": new, "state": source.state})


class Waiting(Schema):
    """A finding that waits to be judged."""

    id: int
    source: int
    kind: str
    data: dict[str, Any]
    score: float | None
    unsettled: bool
    version: int = Field(
        description="The judgement names it, so that two reviewers cannot overwrite each other."
    )


class InSource(Schema):
    source: int | None = Query(None, ge=1, le=LARGEST, description="In this source.")


@router.get(
    "/review",
    response={200: schemas.Page[Waiting]} | REFUSED,
    **WRITE,
    operation_id="list_review",
    summary="List what waits to be judged",
)
def to_judge(request: HttpRequest, part: Query[Part], only: Query[InSource]) -> dict[str, Any]:
    """Findings that wait for a reviewer, in order of id."""
    require(request.auth, READ)
    found = Finding.objects.filter(state__in=(Finding.State.OPEN, Finding.State.SECOND))
    if only.source:
        found = found.filter(source=only.source)
    names = tuple(Waiting.model_fields)
    return part_of(
        request,
        found,
        part,
        lambda records: [
            {name: getattr(one, "source_id" if name == "source" else name) for name in names}
            for one in records
        ],
    )


class NewJudgement(Given):
    """A verdict on a finding."""

    verdict: Literal["accept", "reject", "unsure"]
    version: int = Field(ge=0, le=2**31 - 1, description="Of the finding, as it was when it was looked at.")
    why: str = Field("", max_length=2000)


@router.post(
    "/findings/{number}/judgements",
    response={201: Made} | REFUSED,
    **WRITE,
    operation_id="judge",
    summary="Judge a finding",
)
def judge(request: HttpRequest, number: int, given: NewJudgement) -> Status:
    """Accept, reject or leave a finding. Correcting one needs a look at its source: that is done at the desk."""
    require(request.auth, JUDGE)
    finding = _one(Finding, number)
    made = judge_finding(
        by=request.auth,
        finding=finding,
        verdict=given.verdict,
        seen=given.version,
        why=given.why,
        second_reader=needs_second_reader(finding),
    )
    return Status(201, {"id": made.pk})


class NewFinding(Given):
    """A passage of a source, and what it says."""

    kind: Literal["tie", "quote", "position", "authority", "event", "action", "claim"]
    start: int = Field(ge=0, le=2**31 - 1)
    end: int = Field(ge=1, le=2**31 - 1)
    text: str = Field(min_length=1, max_length=20_000, description="What the source holds there, exactly.")
    note: str = Field("", max_length=2000)


@router.post(
    "/sources/{number}/findings",
    response={201: Made} | REFUSED,
    **WRITE,
    operation_id="propose_finding",
    summary="Propose a finding",
)
def propose(request: HttpRequest, number: int, given: NewFinding) -> Status:
    """Mark a passage by hand. A reviewer judges it like any other."""
    require(request.auth, READ)
    made = propose_finding(
        by=request.auth,
        source=_one(Source, number),
        kind=given.kind,
        start=given.start,
        end=given.end,
        text=given.text,
        data={"note": given.note},
    )
    return Status(201, {"id": made.pk})


class NewTie(Given):
    """Two places and the kind of tie."""

    here: Id
    there: Id
    kind: Literal[tuple(Tie.Kind.values)]
    label: str = Field("", max_length=100)
    why: str = Field("", max_length=2000)


@router.post("/ties", response={201: Made} | REFUSED, **WRITE, operation_id="add_tie", summary="Add a tie")
def new_tie(request: HttpRequest, given: NewTie) -> Status:
    """Give the tie between two places, made where the register has none of this kind yet."""
    require(request.auth, READ)
    made = add_tie(
        by=request.auth,
        here=_one(Place, given.here),
        there=_one(Place, given.there),
        kind=given.kind,
        label=given.label,
        why=given.why,
    )
    return Status(201, {"id": made.pk})


def _adds(many: str, model: type[models.Model]) -> None:
    """Let records of one kind be added, with the fields that the desk's form has."""
    form = form_of(model, FIELDS[model])

    def add(request: HttpRequest, given: Any) -> Status:
        values = given.dict()
        why = values.pop("why")
        changes = {model._meta.get_field(name).attname: value for name, value in values.items()}
        return Status(201, {"id": keep(by=request.auth, record=model(), changes=changes, why=why).pk})

    add.__annotations__["given"] = form
    name = model._meta.verbose_name
    router.post(
        f"/{many}",
        response={201: Made} | REFUSED,
        **WRITE,
        operation_id=f"add_{model._meta.model_name}",
        summary=f"Add: {name}",
    )(add)


for _many, _model in {
    "places": Place,
    "bodies": Body,
    "people": Person,
    "involvements": Involvement,
    "agreements": Agreement,
    "laws": Law,
    "exchanges": Exchange,
    "letters": Letter,
    "decisions": Decision,
}.items():
    _adds(_many, _model)


def _one(model: type[models.Model], number: int) -> Any:
    found = model._default_manager.filter(pk=number).first() if 0 < number <= LARGEST else None
    if found is None:
        raise Http404(f"There is no {model._meta.verbose_name} {number}.")
    return found
