"""Letters that follow a decision, as drafts filled from the register. What it does not know stands as "[…]"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from fingerpost.briefing.placing import WITH_REGION, code_name
from fingerpost.briefing.words import day, joined, until, upper_first
from fingerpost.web.accounts.permissions import ISSUE, require
from fingerpost.web.casework.models import FollowUp, Motion
from fingerpost.web.paper import BLANK, Paper
from fingerpost.web.register.instrument import press_difference
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.models import Body, Decision, Involvement, Place, Post
from fingerpost.web.register.picture import holder
from fingerpost.web.register.status import EFFECTS, SUSPENDED

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

TO = {"partner": "the partner city", "association": "the association", "press": "the press"}
"""Whom there are letters to."""


class Told(NamedTuple):
    """How a letter tells a result: what the body did to ``{tie}``, and what holds now on ``{side}``.

    The other holes are the words that differ between one tie and several (see ``ONE`` and ``SEVERAL``).
    """

    did: str
    holds: str


HEADS = frozenset({"mayor", "president", "chair", "chairman", "chairwoman", "chairperson"})
"""First words of the title of a post that heads a body."""
ONE = {"the_tie": "the tie", "is_": "is", "has": "has", "goes": "goes", "it": "it", "its": "its"}
SEVERAL = {"the_tie": "these ties", "is_": "are", "has": "have", "goes": "go", "it": "them", "its": "their"}
ONE["they"], SEVERAL["they"] = "it", "they"

TELLING = {
    "established": Told("established {tie}", "With this {the_tie} {is_} established on {side}."),
    "renewed": Told("renewed {tie}", "With this {the_tie} {is_} renewed on {side}."),
    "kept": Told("kept {tie}", "{The_tie} {goes} on."),
    "kept_condemned": Told(
        "kept {tie} and condemned what moved the question",
        "{The_tie} {goes} on; the words of the decision say why.",
    ),
    "suspended": Told(
        "suspended {tie}", "With this {the_tie} {is_} suspended on {side}. {They} {is_} not ended."
    ),
    "ended": Told("ended {tie}", "With this {the_tie} {is_} ended on {side}."),
    "restored": Told("restored {tie}", "With this {the_tie} {is_} in force again on {side}."),
    "lapsed": Told("found that {tie} {has} lapsed", "With this {the_tie} {has} lapsed on {side}."),
    "proposed": Told("proposed {tie}", "Nothing is agreed by this yet."),
    "letter_only": Told("decided to write about {tie}", "The formal status of {the_tie} stays as it was."),
    "symbols_removed": Told(
        "decided to remove symbols of {tie}", "The formal status of {the_tie} stays as it was."
    ),
    "activities_frozen": Told(
        "froze the activities of {tie}",
        "The formal status of {the_tie} stays as it was; {its} activities rest.",
    ),
    "support_withdrawn": Told(
        "withdrew the support for {tie}", "The formal status of {the_tie} stays as it was."
    ),
    "handed_over": Told(
        "handed {tie} to the association",
        "The formal status of {the_tie} stays as it was; others carry {it} now.",
    ),
}


@dataclass(frozen=True)
class Matter:
    """What the register knows of a decision, in words, for its letters."""

    decision: Decision
    here: Place
    others: list[Place]
    there: str
    tie: str
    body: str
    date: str
    carriers: list[Body]
    partner: Body | None
    motion: Motion | None
    american: bool
    ties: tuple[str, ...] = ()
    """The ties that were decided about together, each by its name; empty: one alone."""
    decisions: tuple[int, ...] = ()
    """The ids of the decisions made together; empty: ``decision`` alone."""

    @property
    def words(self) -> dict[str, str]:
        """Give the words that differ between one tie and several, for the holes of ``TELLING``."""
        words = SEVERAL if self.ties else ONE
        return words | {upper_first(name): upper_first(word) for name, word in words.items()}

    def day(self, value: str) -> str:
        """Give a date in words."""
        return day(value, american=self.american) if value else BLANK


def write_letter(*, by: User, decision: Decision, to: str, now: datetime) -> Paper:
    """Give a draft letter about a decision.

    Args:
        to: a key of ``TO``.
        now: the date on the letter.
    """
    require(by, ISSUE)
    return drafted(matter_of(decision), to, now)


def matter_of(decision: Decision) -> Matter:
    """Read what the letters of a decision need."""
    tie, here = decision.side.tie.current, decision.side.place
    others = [s.place for s in tie.sides.select_related("place") if s.place_id != here.pk]
    there = joined([place.name for place in others]) or BLANK
    held = Q(since="") | Q(since__lte=decision.date or "9999")
    held &= Q(until="") | Q(until__gt=decision.date)
    carries = Involvement.objects.filter(held, role=Involvement.Role.CARRIES).filter(
        Q(tie__in=merged_ids(tie)) | Q(tie=None, place=here)
    )
    partners = Body.objects.filter(
        place__in=others, merged_into=None, kind__in=(Body.Kind.GOVERNMENT, Body.Kind.COUNCIL)
    )[:2]
    american = here.country == "US"
    return Matter(
        decision=decision,
        here=here,
        others=others,
        there=there,
        tie=f"the {(tie.label or tie.get_kind_display()).lower()} tie between {here.name} and {there}",
        body=str(decision.body or BLANK),
        date=day(decision.date, american=american) if decision.date else BLANK,
        carriers=list(dict.fromkeys(rule.body.current for rule in carries.select_related("body"))),
        partner=partners[0] if len(partners) == 1 else None,
        motion=decision.motion if decision.motion and decision.motion.published else None,
        american=american,
    )


def drafted(matter: Matter, to: str, now: datetime) -> Paper:
    """Give the draft of a letter."""
    title = upper_first(f"{matter.body} {_did(matter)}".strip())
    paper = Paper(title, now=now, american=matter.american)
    today = matter.day(now.date().isoformat())
    paper.text(
        f"Draft, filled from the register on {today}. The register does not know what stands as {BLANK}: "
        "complete it, read the whole, and sign it.",
        "notice",
    )
    if to == "press":
        _press(paper, matter, today, title)
    else:
        _letter(paper, matter, to, today)
    return paper


def _letter(paper: Paper, matter: Matter, to: str, today: str) -> None:
    sender = matter.decision.must_tell_partner if to == "partner" else ""
    bodies = [matter.partner] if to == "partner" else list(matter.carriers)
    paper.lines([sender or BLANK, town_of(matter.here)], "sender")
    paper.text(today, "date")
    paper.lines(_recipients(matter, [body for body in bodies if body], to))
    paper.heading(upper_first(f"{matter.tie}: {matter.decision.get_result_display().lower()}"), "subject")
    paper.text(f"Dear {_addressee(matter, to)},")
    _decision(paper, matter)
    if to == "partner":
        paper.text(
            f"This letter tells you what was decided in {matter.here.name}. How you regard the tie is yours to say; "
            "we would be glad to hear it, and to know that this letter has reached you."
        )
    else:
        _to_carrier(paper, matter)
    paper.text(f"Please send questions to {BLANK}.")
    paper.text("Sincerely,")
    paper.lines([BLANK, sender or BLANK, matter.here.name], "signature")


def _recipients(matter: Matter, bodies: list[Body], to: str) -> Iterator[str]:
    for body in bodies:
        yield str(body)
        yield from (line for line in body.address.splitlines() if line.strip())
        if not body.address:
            yield f"{BLANK} (address)"
    if not bodies:
        yield BLANK
    if to == "partner":
        yield joined([town_of(place) for place in matter.others]) or BLANK


def town_of(place: Place) -> str:
    """Give a place as it stands in a letter's head: "Norfolk, Virginia"; "Tver, Russia"."""
    region = place.admin1 if place.country in WITH_REGION else ""
    code = region or (place.country if place.kind != Place.Kind.COUNTRY else "")
    return f"{place.name}, {code_name(code)}" if code else place.name


def _addressee(matter: Matter, to: str) -> str:
    """Give the name of who heads the one body that is written to, where the register knows exactly one."""
    bodies = [matter.partner] if to == "partner" else matter.carriers
    if len(bodies) != 1 or bodies[0] is None:
        return BLANK
    day = matter.decision.date or "9999"
    posts = Post.objects.filter(body__in=merged_ids(bodies[0])).prefetch_related("tenures__person")
    heads = [held.person for post in posts if _heads(post) and (held := holder(post, day))]
    names = {person.name for person in heads if person.erased is None}
    return names.pop() if len(names) == 1 else BLANK


def _heads(post: Post) -> bool:
    return post.title.split(" ")[0].rstrip(",").casefold() in HEADS


def _decision(paper: Paper, matter: Matter, side: str = "our side") -> None:
    decision = matter.decision
    under = f" ({decision.instrument})" if decision.instrument else ""
    paper.text(f"On {matter.date}, {_the(matter.body)} {_did(matter)}{under}. The words that decide are:")
    paper.text(f"“{decision.operative_words}”" if decision.operative_words else BLANK, "words")
    if matter.motion:
        paper.text(_vote(matter.motion))
    paper.text(" ".join(_holds(matter, side)))
    if matter.ties:
        paper.text("The ties are:")
        paper.items(matter.ties)


def _holds(matter: Matter, side: str) -> Iterator[str]:
    """Say what holds now. A suspension says its condition and its review date, or that none was set."""
    decision = matter.decision
    yield TELLING[decision.result].holds.format(side=side, **matter.words)
    if decision.effective:
        yield f"The decision is in effect from {matter.day(decision.effective)}."
    if EFFECTS[decision.result] == SUSPENDED:
        if decision.condition:
            yield f"Its condition, in the words of the decision: “{decision.condition}”."
        else:
            yield "No condition for lifting it was set."
        yield (
            f"The suspension is to be reviewed on {matter.day(decision.review)}."
            if decision.review
            else "No date for a review was set."
        )
        yield "It does not lift itself: that takes another decision."
    elif decision.condition:
        yield f"The decision sets this condition: “{decision.condition}”."


def _to_carrier(paper: Paper, matter: Matter) -> None:
    if matter.carriers:
        named = "The register names you as carrying {the_tie}. The decision is about {its} formal status; "
        paper.text(
            named.format(**matter.words)
            + f"what it means for the exchanges, visits and letters that you have planned is this: {BLANK}"
        )
    if items := [_follow_up(matter, item) for item in _follows(matter)]:
        paper.text("What follows, as recorded:")
        paper.items(items)


def _follows(matter: Matter) -> Iterable[FollowUp]:
    """Give what is open and follows from the decision, and what else in its case the carriers are to do."""
    decided = Q(decision__in=matter.decisions or (matter.decision.pk,))
    theirs = Q(case=matter.decision.case_id, decision=None, owner_name__in=map(str, matter.carriers))
    known = decided | theirs if matter.decision.case_id else decided
    return FollowUp.objects.filter(known, state=FollowUp.State.OPEN).select_related("owner").order_by("pk")


def _follow_up(matter: Matter, item: FollowUp) -> str:
    who = item.owner_name or (str(item.owner) if item.owner else BLANK)
    if item.due:
        return f"{item.what} ({who}, by {matter.day(item.due.isoformat())})"
    return f"{item.what} ({who}, {until(item.until_words)})" if item.until_words else f"{item.what} ({who})"


def _press(paper: Paper, matter: Matter, today: str, title: str) -> None:
    paper.lines([f"For release: {BLANK}", f"{matter.here.name}, {today}"], "sender")
    paper.heading(title, "title")
    _decision(paper, matter, f"the side of {matter.here.name}")
    if wrong := _press_verb(matter):
        paper.text(wrong)
    if matter.carriers:
        names = joined([_the(str(body)) for body in matter.carriers])
        paper.text("{The_tie} {is_} carried by ".format(**matter.words) + f"{names}.")
    paper.text(f"Contact for the press: {BLANK}")


def _press_verb(matter: Matter) -> str:
    decision = matter.decision
    if not press_difference(decision):
        return ""
    word = decision.get_result_display().lower()
    return (
        f"Some reports wrote “{decision.press_verb}”. The decision itself says what is quoted above: {word}."
    )


def _vote(motion: Motion) -> str:
    """Say a published vote in numbers: only what was recorded."""
    if motion.votes_for is None:
        return f"The vote was: {BLANK}."
    words = f"The vote was {motion.votes_for} for and {motion.votes_against or 0} against"
    more = [f"{n} {name}" for n, name in ((motion.abstained, "abstaining"), (motion.absent, "absent")) if n]
    return f"{words}, with {joined(more)}." if more else f"{words}."


def _did(matter: Matter) -> str:
    return TELLING[matter.decision.result].did.format(tie=matter.tie, **matter.words)


def _the(name: str) -> str:
    """Give a body's name as it stands in a sentence."""
    return name if name == BLANK or name.lower().startswith("the ") else f"the {name}"
