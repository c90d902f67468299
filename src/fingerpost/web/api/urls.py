"""Every address of the API, and what it says where something is wrong."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as BadRequest

from fingerpost import __version__
from fingerpost.web.accounts.permissions import NotAllowed
from fingerpost.web.api.answering import missing, too_often
from fingerpost.web.api.endpoints import reading, reconcile, router, writing
from fingerpost.web.api.endpoints.writing import TooOften
from fingerpost.web.api.faults import NO_JSON, faults_in, field_of
from fingerpost.web.errors import WebError

api = NinjaAPI(
    title="Fingerpost",
    version="1",
    description=(
        "What a register of sister-city ties shows to everybody, and, with a token, writing to it under the rights "
        "of the token's holder. Fingerpost " + __version__ + "."
    ),
    urls_namespace="api-1",
    docs_url=None,
)
assert reading and writing  # each adds its own to the router
api.add_router("", router)


def _says(status: int, problem: Exception | str) -> HttpResponse:
    return JsonResponse({"problem": str(problem)}, status=status)


@api.exception_handler(NotAllowed)
def not_allowed(request: HttpRequest, problem: NotAllowed) -> HttpResponse:
    """The holder of the token may not."""
    return _says(403, problem)


@api.exception_handler(WebError)
def refused(request: HttpRequest, problem: WebError) -> HttpResponse:
    """The register cannot do what was asked."""
    return _says(409, problem)


@api.exception_handler(AuthenticationError)
def no_token(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
    """There is no token, or none that opens anything."""
    answer = _says(
        401, "Send a token that has not ended, as Authorization: Bearer fp_... It is made at the desk."
    )
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(TooOften)
def slow_down(request: HttpRequest, problem: TooOften) -> HttpResponse:
    """More is sent than is taken."""
    return too_often()


@api.exception_handler(HttpError)
def not_readable(request: HttpRequest, problem: HttpError) -> HttpResponse:
    """What was sent is not JSON."""
    return _says(problem.status_code, NO_JSON if problem.status_code == 400 else problem.message)


@api.exception_handler(ValidationError)
def does_not_fit(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    """A value does not fit its field."""
    return _says(422, " ".join(faults_in(problem)))


@api.exception_handler(BadRequest)
def not_understood(request: HttpRequest, problem: BadRequest) -> HttpResponse:
    """What was sent has not the form that the description says."""
    faults = [f"{field_of(fault['loc'])}: {fault['msg']}." for fault in problem.errors]
    return _says(422, " ".join(faults))


api.exception_handler(Http404)(missing)

urlpatterns: list[Any] = [
    path("v1/", api.urls),
    path("reconcile", reconcile.reconcile, name="reconcile"),
    path("reconcile/properties", reconcile.properties),
    path("reconcile/suggest/<str:kind>", reconcile.suggest),
    path("reconcile/preview/<str:kind>/<int:number>", reconcile.preview),
    path("reconcile/view/<str:kind>/<int:number>", reconcile.view),
]
