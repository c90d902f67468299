"""Upload broken inputs by the thousand, read them all, and look for faults.

``python -m tests.web.storms.uploads COUNT SEED`` on an empty database, with the real settings; it prints what came of
it as JSON. ``faults`` is empty where each input was read, or failed with a sentence that says why.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.storms.mutations import mutated

TOGETHER, SHOWN = 40, 30
"""How many are uploaded at once; of how many the pages are looked at, spread over all."""
MOST_SECONDS = 60.0
"""What one of these short inputs may take to be read, on a machine that does other things too."""


def main() -> None:
    """Upload, read and look."""
    from fingerpost.web.setup import start_django

    start_django()
    logging.disable(logging.CRITICAL)
    from fingerpost.web.accounts.models import Membership, User
    from fingerpost.web.migrating import migrate

    migrate()
    rita = User.objects.create(username="rita", email="rita@example.org", name="Rita")
    Membership.objects.create(user=rita, role="reviewer")
    client = Client(headers={"host": "localhost"})
    client.force_login(rita)
    sys.stdout.write(json.dumps(storm(client, int(sys.argv[1]), int(sys.argv[2])), indent=2) + "\n")


def storm(client: Client, count: int, seed: int) -> dict[str, Any]:
    """Upload that many inputs as somebody who may; give the sources by state, and the faults."""
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.transfer.verifying import verify

    faults = [*upload(client, count, seed), *read_all()]
    faults += [*unread(), *verify().faults, *acting(client)]
    states = Counter(Source.objects.values_list("state", flat=True))
    failed = Source.objects.filter(state="failed").values_list("name", "problem")
    problems = Counter(problem.removeprefix(name).strip() for name, problem in failed)
    return {"inputs": count, "seed": seed, "states": states, "problems": problems, "faults": faults}


def upload(client: Client, count: int, seed: int) -> Iterator[str]:
    """Upload them, some at a time; yield what the page did not take."""
    inputs = mutated(count, seed=seed)
    while batch := list(islice(inputs, TOGETHER)):
        files = [SimpleUploadedFile(name, data) for name, data in batch]
        status = client.post("/desk/inbox/", {"files": files}).status_code
        if status != 302:
            yield f"the inbox answered {status} to {[name for name, _ in batch]}"


def read_all() -> Iterator[str]:
    """Read what waits, what came enclosed too; yield what took long."""
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.reading import read_now

    while waiting := list(Source.objects.filter(state="waiting").values_list("pk", "name")):
        for pk, name in waiting:
            began = time.monotonic()
            read_now(pk)
            if (seconds := time.monotonic() - began) > MOST_SECONDS:
                yield f"{name} took {seconds:.0f} seconds"


def unread() -> Iterator[str]:
    """Yield the sources that are neither read nor plainly said to have failed."""
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.reading import CRASHED, UNKEEPABLE

    for name, state, problem in Source.objects.exclude(state="read").values_list("name", "state", "problem"):
        if state != "failed" or problem in {"", CRASHED, UNKEEPABLE} or not is_plain(problem):
            yield f"{name} is {state}: {problem}"


def acting(client: Client) -> Iterator[str]:
    """Yield the pages of some sources that fail, or on which something of a source acts."""
    from fingerpost.web.evidence.models import Source

    numbers = list(Source.objects.order_by("pk").values_list("pk", flat=True))
    for pk in numbers[:: max(1, len(numbers) // SHOWN)]:
        for address in (f"/desk/sources/{pk}/", f"/desk/review/{pk}/", f"/desk/sources/{pk}/original"):
            page = client.get(address)
            if page.status_code != 200 or "\r" in page.get("Content-Disposition", ""):
                yield f"{address} answered {page.status_code}"
            elif "original" not in address and acts(page.content.decode()):
                yield f"something acts on {address}"


def is_plain(problem: str) -> bool:
    """Tell whether a problem is a sentence for people."""
    return problem.endswith((".", "?")) and not re.search(r"Traceback|Error\b|0x[0-9a-f]{6}|\w+\(\)", problem)


def acts(page: str) -> bool:
    """Tell whether a page holds a script that is not ours, a handler, or what loads something."""
    ours = all("/static/desk/" in tag for tag in re.findall(r"<script[^>]*>", page))
    others = (
        r"<[a-z]+\b[^>\"]*\son[a-z]+\s*=|<(iframe|object|embed|img)\b|(href|src)=[\"']?\s*(javascript|data):"
    )
    return not ours or bool(re.search(others, page, re.IGNORECASE))


if __name__ == "__main__":
    main()
