"""Logs: a line for each request and each fault, for people or, as JSON, for programs."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

log = logging.getLogger("fingerpost.requests")

TEXT, JSON = "text", "json"
LEVELS = ("debug", "info", "warning", "error")
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

Answer = Callable[[HttpRequest], HttpResponse]


def logging_config(form: str | None, level: str | None) -> dict[str, Any]:
    """Give the configuration of logging: everything goes to standard error.

    Args:
        form: ``text`` or ``json``; text by default.
        level: the least level that is logged; ``warning`` by default, and where there is no such level.
    """
    fields = ("asctime", "levelname", "name", "message")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            TEXT: {"format": " ".join(f"%({name})s" for name in fields)},
            JSON: {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": " ".join(f"%({name})s" for name in fields),
                "rename_fields": {"asctime": "at", "levelname": "level", "name": "logger"},
            },
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": JSON if form == JSON else TEXT,
                "filters": ["refusals"],
            }
        },
        "filters": {"refusals": {"()": one_line_for_refusals}},
        "root": {"handlers": ["stderr"], "level": (level if level in LEVELS else "warning").upper()},
    }


def one_line_for_refusals() -> Callable[[logging.LogRecord], bool]:
    """Give a filter that takes the traceback from refusals of what is hostile: scanners ask under any name."""

    def keep(record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security"):
            record.exc_info = record.exc_text = None
        return True

    return keep


def request_log(get_response: Answer) -> Answer:
    """Log each request by its path, status and time, under an id that the answer carries as ``X-Request-ID``.

    The query, the visitor's address and name are left out: a search says what somebody looks for.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        number = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        began = time.perf_counter()
        response = get_response(request)
        milliseconds = round((time.perf_counter() - began) * 1000, 1)
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        # repr: a path may hold line ends, and would then write log lines of its own.
        shown = repr(request.path)[1:-1]
        log.log(
            level,
            "%s %s %s in %s ms",
            request.method,
            shown,
            response.status_code,
            milliseconds,
            extra={
                "request": number,
                "method": request.method,
                "path": shown,
                "status": response.status_code,
                "ms": milliseconds,
            },
        )
        response["X-Request-ID"] = number
        return response

    return answer
