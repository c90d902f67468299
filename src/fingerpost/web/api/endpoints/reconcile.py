"""The reconciliation endpoint, for OpenRefine and other clients of the protocol."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from fingerpost import __version__
from fingerpost.web.api.answering import CLOSED, too_often
from fingerpost.web.api.reconciling import (
    MOST_CANDIDATES,
    TYPES,
    USUAL_CANDIDATES,
    Asked,
    by_id,
    candidates,
    extension,
    suggested_properties,
    suggested_types,
    suggestions,
)
from fingerpost.web.site.edition import current_edition
from fingerpost.web.site.limiting import place_of, too_fast

MOST_QUERIES = 100
MOST_A_MINUTE = 6_000
"""Names and records that one place may ask for: what OpenRefine sends at its fastest, ten times a second ten."""
MOST_IDS = 200
LONGEST_NAME = 200
WIDTH, HEIGHT = 400, 160
SUGGESTIONS = {"entity": suggestions, "property": suggested_properties, "type": suggested_types}


class NotUnderstood(ValueError):
    """What was sent has not the protocol's form."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def reconcile(request: HttpRequest) -> HttpResponse:
    """Say what the service is; match ``queries``; ``extend`` records with values."""
    edition = current_edition()
    if edition is None:
        return _problem(CLOSED, 404)
    given = request.POST if request.method == "POST" else request.GET
    try:
        if "queries" in given:
            return _counted(request, _matched, _json(given["queries"]))
        if "extend" in given:
            return _counted(request, _extended, _json(given["extend"]))
    except NotUnderstood as problem:
        return _problem(str(problem), 400)
    return JsonResponse(manifest(request, edition.site.name or "Fingerpost"))


def _counted(
    request: HttpRequest, answer: Callable[[dict[str, Any]], dict[str, Any]], asked: dict[str, Any]
) -> HttpResponse:
    ids = asked.get("ids")
    times = max(1, len(ids) if isinstance(ids, list) else len(asked))
    if too_fast(place_of(request), "reconcile", most=MOST_A_MINUTE, times=times):
        return too_often()
    return JsonResponse(answer(asked))


def _problem(words: str, status: int) -> HttpResponse:
    return JsonResponse({"problem": words}, status=status)


def manifest(request: HttpRequest, name: str) -> dict[str, Any]:
    """Give what the service is and can do."""
    here = request.build_absolute_uri(reverse("reconcile")).rstrip("/")
    root = request.build_absolute_uri("/")
    return {
        "versions": ["0.2"],
        "name": f"{name}: places and bodies",
        "serviceVersion": __version__,
        "identifierSpace": root,
        "schemaSpace": f"{root}api/v1/openapi.json",
        "defaultTypes": [{"id": one.id, "name": one.name} for one in TYPES.values()],
        "view": {"url": f"{here}/view/{{{{id}}}}"},
        "preview": {"url": f"{here}/preview/{{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "documentation": request.build_absolute_uri(reverse("site:data")),
        "suggest": {
            kind: {"service_url": here, "service_path": f"/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [],
        },
        "batchSize": MOST_QUERIES,
    }


def _json(words: str) -> dict[str, Any]:
    try:
        found = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("What was sent is not JSON.") from error
    if not isinstance(found, dict):
        raise NotUnderstood("What was sent is not a JSON object.")
    return found


def _matched(queries: dict[str, Any]) -> dict[str, Any]:
    if len(queries) > MOST_QUERIES:
        raise NotUnderstood(f"At most {MOST_QUERIES} queries are answered at once; there are {len(queries)}.")
    return {key: {"result": candidates(_asked(query))} for key, query in queries.items()}


def _asked(query: Any) -> Asked:
    if not isinstance(query, dict) or not isinstance(query.get("query"), str):
        raise NotUnderstood('Each query is an object with the name to match under "query".')
    limit = query.get("limit")
    limit = limit if isinstance(limit, int) and not isinstance(limit, bool) else USUAL_CANDIDATES
    return Asked(
        _plain(query["query"]),
        _types(query.get("type")),
        max(1, min(limit, MOST_CANDIDATES)),
        tuple(_properties(query.get("properties"))),
    )


def _plain(words: str) -> str:
    return words.replace("\0", " ").encode("utf-8", "replace").decode()[:LONGEST_NAME]


def _types(given: Any) -> tuple[str, ...]:
    named = [given] if isinstance(given, str | dict) else given if isinstance(given, list) else []
    ids = tuple(str(one.get("id") if isinstance(one, dict) else one) for one in named)
    return ids or tuple(TYPES)


def _properties(given: Any) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for one in given if isinstance(given, list) else []:
        if isinstance(one, dict) and isinstance(one.get("pid"), str):
            values = one.get("v")
            values = values if isinstance(values, list) else [values]
            said = tuple(str(v.get("id", "") if isinstance(v, dict) else v) for v in values if v is not None)
            found.append((one["pid"], said))
    return found[:10]


def _extended(asked: dict[str, Any]) -> dict[str, Any]:
    ids, properties = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not isinstance(properties, list):
        raise NotUnderstood('An extension names "ids" and "properties".')
    if len(ids) > MOST_IDS:
        raise NotUnderstood(f"At most {MOST_IDS} records are extended at once; there are {len(ids)}.")
    named = [str(one.get("id")) for one in properties if isinstance(one, dict)]
    return extension([str(one) for one in ids], named)


def properties(request: HttpRequest) -> HttpResponse:
    """Say which properties a type of records has."""
    type_ = TYPES.get(request.GET.get("type", "place"))
    if type_ is None:
        raise Http404("There is no such type.")
    listed = [{"id": pid, "name": name} for pid, name in type_.properties.items()]
    return JsonResponse({"type": type_.id, "properties": listed})


def suggest(request: HttpRequest, kind: str) -> HttpResponse:
    """Complete the name of an entity, a property or a type that is being typed."""
    if current_edition() is None:
        return _problem(CLOSED, 404)
    complete = SUGGESTIONS.get(kind)
    if complete is None:
        raise Http404("There is nothing of this kind to suggest.")
    if too_fast(place_of(request), "reconcile", most=MOST_A_MINUTE):
        return too_often()
    return JsonResponse({"result": complete(_plain(request.GET.get("prefix", "")))})


def preview(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """A record in a few lines, for a frame in the client."""
    type_, record = _one(kind, number)
    answer = render(request, "api/preview.html", {"record": record, "type": type_.name})
    answer.xframe_options_exempt = True
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; font-src 'self'"
    return answer


def view(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Lead to the page of a record."""
    from django.shortcuts import redirect

    _one(kind, number)
    return redirect(f"site:{kind}", number)


def _one(kind: str, number: int) -> tuple[Any, Any]:
    if current_edition() is None:
        raise Http404(CLOSED)
    name = f"{kind}/{number}"
    found = by_id([name])
    if name not in found:
        raise Http404("There is no such record, or it is not public.")
    return found[name]
