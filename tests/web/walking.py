"""Walk the desk: every address, and every form on its pages, in a register in which each leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from lxml import html
from tests.web.addresses import address, patterns

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.briefing import issue_briefing
from fingerpost.web.casework.models import Motion
from fingerpost.web.casework.working import record_motion, record_roll_call
from fingerpost.web.desk.views.register import KINDS
from fingerpost.web.evidence.assigning import assign_finding
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.register.keeping import keep, merge
from fingerpost.web.register.models import Person, Tie


def add_states(by: User) -> None:
    """Add what only some records come to: a source that failed, a record merged, a finding that belongs, a vote."""
    failed, _ = receive_source(by=None, data=b"\x89PNG\r\n\x1a\n", name="flag.png")
    read_now(failed.pk)
    twins = [keep(by=None, record=Person(), changes={"name": name}) for name in ("Ann Able", "Anne Able")]
    merge(by=None, record=twins[0], into=twins[1], why="The same person.")
    read = Source.objects.filter(state="read")[0]
    assign_finding(by=None, finding=read.findings.all()[0], record_kind="tie", subject=Tie.objects.first())
    _advise(by, read)
    motion = Motion.objects.get()
    changes = {"body": motion.body, "text": motion.text, "outcome": "carried", "votes_for": 1}
    record_motion(by=None, case=motion.case, motion=motion, changes=changes)
    record_roll_call(by=None, motion=motion, ballots={"for": ["Ann Able"]})
    issue_briefing(by=by, case=motion.case)


def _advise(by: User, read: Source) -> None:
    """Let an accepted finding say of a body that it advises on the first tie, as nobody in the register does."""
    says = read.findings.filter(kind="authority")[0]
    says.data["power"] = "advises"
    says.save(update_fields=("data",))
    assign_finding(by=by, finding=says, record_kind="tie", subject=Tie.objects.order_by("pk")[0])
    judge_finding(by=by, finding=says, verdict="accept", seen=says.version)


def every_address() -> Iterator[str]:
    """Yield every address; of those about records, for each kind, and of sources, for each state."""
    for pattern in patterns():
        route = str(pattern.pattern)
        if "<str:kind>" in route:
            for kind, model in KINDS.items():
                pk = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
                yield address(pattern, kind=kind, pk=pk)
        elif route.startswith(("sources/<int:pk>", "review/<int:pk>")):
            for state in ("read", "failed"):
                yield address(pattern, pk=Source.objects.filter(state=state).values_list("pk", flat=True)[0])
        else:
            yield address(pattern)
    merged = Person.objects.exclude(merged_into=None).get()
    yield f"/desk/register/person/{merged.pk}/"


@dataclass
class Form:
    """A form on a page: where it stands, where it is sent, and its fields with the values shown."""

    page: str
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    token: bool = False

    @property
    def name(self) -> str:
        """Give where it is sent, without the numbers: the same form on many pages is one."""
        return "".join("#" if c.isdecimal() else c for c in self.action.partition("?")[0])


def forms_on(client: Client, path: str) -> list[Form]:
    """Give the forms of a page, and what its script sends without one; none where it is no page."""
    answer = get(client, path)
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return []
    found = []
    page = html.fromstring(answer.content.decode())
    for element in page.forms:
        form = Form(path, element.get("action") or path, element.get("method", "get").lower())
        form.token = "csrfmiddlewaretoken" in element.fields
        for control in element.iter("input", "select", "textarea", "button"):
            name = control.get("name")
            if name and control.get("type") == "file":
                form.files.add(name)
            elif name and name != "csrfmiddlewaretoken":
                form.fields[name] = (control.get("value") if control.tag == "button" else control.value) or ""
        found.append(form)
    for element in page.xpath("//*[@data-unassign]"):
        found.append(Form(path, element.get("data-unassign"), "post", {"finding": "1"}, token=True))
    return found


def every_form(client: Client) -> list[Form]:
    """Give each form of the desk once."""
    found: dict[str, Form] = {}
    for path in every_address():
        for form in forms_on(client, path):
            found.setdefault(form.name + " ".join(sorted(form.fields)), form)
    return list(found.values())


def get(client: Client, path: str, **extra: Any) -> HttpResponse:
    """Ask for a page, and take back whatever that changed."""
    with transaction.atomic():
        page = client.get(path, **extra)
        transaction.set_rollback(True)
    return page
