"""Say what is wrong with what a program sent, by the names under which it sent it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

NO_JSON = "The body is not JSON. Send an object, as Content-Type: application/json."


def field_of(place: Sequence[str | int]) -> str:
    """Give the field at a place of a request: where it stands comes first, of a body also our own name for it."""
    parts = place[2:] if place[0] == "body" else place[1:]
    return ".".join(str(part) for part in parts) or str(place[0])


def faults_in(problem: ValidationError) -> Iterator[str]:
    """Yield a sentence for each fault that a record would have, with its field where it is one field's."""
    named = problem.error_dict if hasattr(problem, "error_dict") else {NON_FIELD_ERRORS: problem.error_list}
    for field, faults in named.items():
        for fault in faults:
            words = _words(fault)
            yield words if field == NON_FIELD_ERRORS else f"{field}: {words}"


def _words(fault: ValidationError) -> str:
    params = fault.params or {}
    if "model" in params and "pk" in params:
        return f"There is no {params['model']} {params['pk']}."
    return " ".join(fault.messages)
