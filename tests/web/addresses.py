"""Every address of the desk, and a register in which each of them leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from fingerpost.web.accounts.models import Invitation, Membership, User
from fingerpost.web.accounts.people import invite
from fingerpost.web.api.models import Token
from fingerpost.web.api.tokens import make_token
from fingerpost.web.casework.classing import draw_class
from fingerpost.web.casework.deciding_class import decide_class
from fingerpost.web.casework.models import Case, ClassDecision, FollowUp, Motion
from fingerpost.web.casework.working import open_case
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.register.models import Body, Decision, Person, Tie
from fingerpost.web.sample.loading import Keeper, load_sample
from fingerpost.web.site.models import Comment

NUMBERED: tuple[tuple[str, type[models.Model]], ...] = (
    ("cases/", Case),
    ("class-decisions/", ClassDecision),
    ("comments/", Comment),
    ("decisions/", Decision),
    ("findings/", Finding),
    ("me/tokens/", Token),
    ("follow-ups/", FollowUp),
    ("people/invitations/", Invitation),
    ("people/roles/", Membership),
    ("people/", User),
    ("register/person/", Person),
    ("register/", Body),
    ("review/", Source),
    ("sources/", Source),
    ("ties/", Tie),
)
"""How an address begins to what its number counts."""


def patterns() -> Iterator[URLPattern]:
    """Yield every address of the desk; sign-in and passwords are allauth's."""
    for area in get_resolver("fingerpost.web.desk.urls").url_patterns:
        yield from area.url_patterns


def address(pattern: URLPattern, *, kind: str = "body", pk: int | None = None) -> str:
    """Give an address in which every number is that of something in the register; the first, or the one given."""
    route = str(pattern.pattern)
    given: dict[str, Any] = {
        "<str:kind>": kind,
        "<int:year>": 2021,
        "<str:form>": "html",
        "<str:to>": "partner",
        "<str:token>": "no-such-invitation",
    }
    if "<int:pk>" in route:
        model = next(model for start, model in NUMBERED if route.startswith(start))
        given["<int:pk>"] = pk or model._default_manager.order_by("pk").values_list("pk", flat=True)[0]
    if "<int:number>" in route:
        given["<int:number>"] = Motion.objects.get().pk
    for hole, value in given.items():
        route = route.replace(hole, str(value))
    assert "<" not in route, f"Say in NUMBERED what {route} counts."
    return "/desk/" + route


def world() -> Keeper:
    """Make the register: the sample, and of each thing that an address counts at least one."""
    keeper = load_sample(date(2026, 11, 23))
    Comment.objects.create(name="Ann", town="Bangor", text="Keep it.", at=timezone.now())
    make_token(by=keeper.user, name="a program")
    invite(by=keeper.user, email="nina@example.org", role="clerk", body=None)
    read_now(Source.objects.get(name="vote-on-tver.txt").pk)
    _decide_about_a_class(keeper.user)
    return keeper


def _decide_about_a_class(by: User) -> None:
    changes = {
        "title": "Ties with Chile",
        "question": "Shall they go on?",
        "of_class": True,
        "partner_country": "CL",
    }
    case = draw_class(by=by, case=open_case(by=by, changes=changes), on=date(2026, 11, 23))
    decided = {"result": "kept", "date": "2026-11-23", "body": Body.objects.get(kind="council")}
    decide_class(by=by, case=case, motion=None, changes=decided, seen=case.version)
