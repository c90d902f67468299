"""Health and readiness, for whatever watches over the process; answered before anything looks at the host name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

ALIVE, READY = "/health", "/ready"
WORKER = "worker-seen"
WORKER_SECONDS = 60.0
"""A worker that has not been seen for longer is missing."""

Answer = Callable[[HttpRequest], HttpResponse]


def probes(get_response: Answer) -> Answer:
    """Answer ``/health`` (the process runs) and ``/ready`` (it can serve pages; 503 where it cannot)."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == ALIVE:
            response: HttpResponse = JsonResponse({"status": "alive"})
        elif request.path == READY:
            response = _ready()
        else:
            return get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def _ready() -> HttpResponse:
    try:
        report = {"database": "answers", "migrations": _migrations(), "worker": _worker(timezone.now())}
    except DatabaseError:
        report = {"database": "does not answer"}
    ready = report["database"] == "answers" and report["migrations"] == "applied"
    report = {"status": "ready" if ready else "not ready"} | report
    return JsonResponse(report, status=200 if ready else 503)


def _migrations() -> str:
    from fingerpost.web.migrating import is_migrated

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "applied" if is_migrated() else "not applied yet"


def _worker(now: datetime) -> str:
    """Tell whether a worker reads sources. Pages are served without one, so it does not decide readiness."""
    seen = cache.get(WORKER)
    if seen is None or (now - seen).total_seconds() > WORKER_SECONDS:
        return "missing"
    return "works"


def tell_alive() -> None:
    """Let others know that a worker works."""
    cache.set(WORKER, timezone.now(), timeout=WORKER_SECONDS * 10)
