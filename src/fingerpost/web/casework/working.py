"""Work a case: open it, give it sources, record motions, roll calls and what was decided, and what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import OPEN_CASE, RECORD_VOTE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import Ballot, Case, Motion
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.attaching import with_attachments
from fingerpost.web.register.keeping import keep, plain
from fingerpost.web.register.models import Person
from fingerpost.web.words.finding import find_named
from fingerpost.web.words.models import Kind

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.evidence.models import Source


class DoesNotAddUp(WebError):
    """The names of a roll call do not give its totals."""


TOTALS = {
    Ballot.Choice.FOR: "votes_for",
    Ballot.Choice.AGAINST: "votes_against",
    Ballot.Choice.ABSTAINED: "abstained",
    Ballot.Choice.ABSENT: "absent",
}


def open_case(*, by: User, changes: dict[str, Any], sources: Sequence[Source] = ()) -> Case:
    """Open a case about a question."""
    require(by, OPEN_CASE)
    with transaction.atomic():
        case = Case(owner=by, opened=timezone.now(), **changes)
        case.full_clean(exclude=("sources",))
        case.save()
        case.sources.set(sources)
        payload = {name: plain(value) for name, value in changes.items()}
        record(
            by=by, action="open-case", subject=case, payload=payload | {"sources": [s.pk for s in sources]}
        )
    return case


def change_case(*, by: User, case: Case, changes: dict[str, Any], why: str = "") -> Case:
    """Change what a case says of itself: its question, when the vote is due, its state."""
    require(by, OPEN_CASE)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        before = {name: plain(getattr(case, name)) for name in changes}
        for name, value in changes.items():
            setattr(case, name, value)
        case.full_clean(exclude=("sources",))
        case.save()
        after = {name: plain(value) for name, value in changes.items()}
        record(by=by, action="change-case", subject=case, payload={"before": before, "after": after}, why=why)
    return case


def add_source_to_case(*, by: User | None, case: Case, source: Source) -> None:
    """Put a source into a case, and what came attached to it."""
    require(by, OPEN_CASE)
    with transaction.atomic():
        for part in with_attachments(source):
            case.sources.add(part)
            record(by=by, action="add-source-to-case", subject=case, payload={"source": part.pk}, source=part)


def remove_source_from_case(*, by: User, case: Case, source: Source, why: str = "") -> None:
    """Take a source out of a case; the source stays."""
    require(by, OPEN_CASE)
    with transaction.atomic():
        case.sources.remove(source)
        payload = {"source": source.pk}
        record(by=by, action="remove-source-from-case", subject=case, payload=payload, why=why, source=source)


def record_motion(*, by: User, case: Case, motion: Motion | None, changes: dict[str, Any]) -> Motion:
    """Record a motion, or change one that is not published."""
    require(by, RECORD_VOTE, changes.get("body") or (motion.body if motion else None))
    with transaction.atomic():
        new = motion is None
        motion = Motion(case=case) if motion is None else Motion.objects.select_for_update().get(pk=motion.pk)
        for name, value in changes.items():
            setattr(motion, name, value)
        motion.published = None
        motion.full_clean()
        motion.save()
        payload = {name: plain(value) for name, value in changes.items()}
        action = "record-motion" if new else "change-motion"
        record(by=by, action=action, subject=motion, payload=payload, source=motion.source)
    return motion


def record_roll_call(*, by: User, motion: Motion, ballots: dict[str, Sequence[str]]) -> None:
    """Record how each member voted, by name; whoever is not in the register yet is added.

    Args:
        ballots: choice (for, against, abstained, absent) to names.

    Raises:
        ValidationError: a name stands twice.
    """
    require(by, RECORD_VOTE, motion.body)
    names = [name.strip() for group in ballots.values() for name in group if name.strip()]
    if twice := [name for name, count in Counter(name.casefold() for name in names).items() if count > 1]:
        raise ValidationError(f"These names stand twice: {', '.join(sorted(twice))}.")
    with transaction.atomic():
        motion = Motion.objects.select_for_update().get(pk=motion.pk)
        motion.ballots.all().delete()
        known = _people(names)
        for choice, group in ballots.items():
            for name in filter(None, (name.strip() for name in group)):
                person = known.get(name.casefold()) or keep(
                    by=by, record=Person(), changes={"name": name}, why="named in a roll call"
                )
                Ballot.objects.create(motion=motion, person=person, choice=choice)
        motion.published = None
        motion.save(update_fields=("published",))
        payload = {choice: list(group) for choice, group in ballots.items()}
        record(by=by, action="record-roll-call", subject=motion, payload=payload, source=motion.source)


def _people(names: Sequence[str]) -> dict[str, Person]:
    """Give the people of the register who bear one of the names, whatever its case, by name in lower case."""
    ids = {pk for found in find_named(Kind.PERSON, names).values() for pk in found}
    return {person.name.casefold(): person for person in Person.objects.filter(pk__in=ids).order_by("-pk")}


def roll_call_faults(motion: Motion) -> list[str]:
    """Give a sentence for each total that the names of the roll call do not give; none without a roll call."""
    counts = Counter(ballot.choice for ballot in motion.ballots.all())
    if not counts:
        return []
    faults = []
    for choice, field in TOTALS.items():
        total = getattr(motion, field)
        if (total or 0) != counts[choice] and not (total is None and not counts[choice]):
            said = "no number" if total is None else str(total)
            faults.append(f"{choice.label}: {counts[choice]} named, {said} recorded.")
    return faults


def publish_motion(*, by: User, motion: Motion) -> None:
    """Publish a motion with its vote.

    Raises:
        DoesNotAddUp: the roll call's names do not give the totals.
    """
    require(by, RECORD_VOTE, motion.body)
    with transaction.atomic():
        motion = Motion.objects.select_for_update().get(pk=motion.pk)
        if faults := roll_call_faults(motion):
            raise DoesNotAddUp(
                "The roll call does not add up, so it cannot be published. " + " ".join(faults)
            )
        motion.published = timezone.now()
        motion.save(update_fields=("published",))
        record(by=by, action="publish-motion", subject=motion, source=motion.source)
