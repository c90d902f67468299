"""The decisions a page reports: which body did what about which tie, by what vote, in which sentence.

Label rules: only a decision changes a tie's status, never a call, a wish, a plan or a coming vote; the
operative verb counts ("suspend"), not the reporter's ("cut ties"), so headlines are not read; a failed,
deferred or merely advisory vote settles nothing.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import is_negated, is_passive, modal
from fingerpost.reading.conditions import condition_in, terms_of
from fingerpost.reading.deciders import Deciders
from fingerpost.reading.en.stances import ASKING, DEFERRING, DEFERRING_WITH
from fingerpost.reading.held import is_asked
from fingerpost.reading.model import Date, EventKind, FormalStatus, Tie, Vote
from fingerpost.reading.operations import Operation, restores
from fingerpost.reading.page import Page
from fingerpost.reading.said_dates import said_date
from fingerpost.reading.stances import ADVICE, Frame, frames_on
from fingerpost.reading.standing import standing_on
from fingerpost.reading.ties import Ties
from fingerpost.reading.votes import vote_in

RESULTS: dict[str, tuple[EventKind, FormalStatus]] = {
    "end": ("ended", "ended"),
    "suspend": ("suspended", "suspended"),
    "keep": ("kept", "active"),
    "establish": ("established", "active"),
    "renew": ("renewed", "active"),
    "restore": ("restored", "active"),
}


class Decision(Struct, frozen=True, kw_only=True):
    """What a body decided, or voted on and did not carry.

    The operative verb settles ``result``, not the headline.
    """

    sent: Span
    actor: str | None
    """Actor id of the body (or official) that decided."""
    tie: str | None
    result: EventKind | None
    """established, renewed, suspended, ended, kept, restored, lapsed; None: the vote settled nothing."""
    status_after: FormalStatus
    vote: Vote | None = None
    date: Date | None = None
    condition: str | None = None
    past: bool = False
    """Told as history beside a newer one ("the suspension that it imposed in 2020")."""
    town: bool = False
    """The town is said to have acted, not one of its bodies ("Springfield is cutting its ties")."""
    why: str = ""


def find_decisions(page: Page, cast: Cast, ties: Ties, calendar: Calendar) -> tuple[Decision, ...]:
    """Find the decisions reported on a page, in text order."""
    if not ties.ties:
        return ()
    frames = frames_on(page, ties)
    deciders = Deciders(page, cast, frames)
    found: dict[tuple[int, str | None], tuple[int, Decision]] = {}
    for frame in frames:
        decided = _decision(page, ties, frame, deciders, calendar)
        if decided is None:
            continue
        key = (frame.token.sent.start, decided.tie)
        if key not in found or (found[key][1].actor is None and decided.actor is not None):
            found[key] = (frame.token.i, decided)
    for op in frames.operations:
        lapsed = _lapse(op, ties, calendar)
        if lapsed is not None:
            found.setdefault((op.token.sent.start, lapsed.tie), (op.token.i, lapsed))
    return tuple(decision for _, decision in sorted(found.values(), key=lambda item: item[0]))


def _decision(
    page: Page, ties: Ties, frame: Frame, deciders: Deciders, calendar: Calendar
) -> Decision | None:
    held = frame.held
    announced = held.why == "will" and deciders.is_town(frame)
    if (held.force != "decides" and not announced) or deciders.is_heading(frame.token) or only_asks(frame):
        return None
    if (
        held.stance == "defer"
        and held.why == "does"
        and frame.token.lemma_ not in DEFERRING | DEFERRING_WITH.keys()
    ):
        return None  # "ratepayers had waited five years"
    if not frame.explicit and frame.token.lemma_ in {"bill", "law"}:
        return None  # a law is higher than a decision about one tie
    body = deciders.of(frame)
    if body is None and held.holder is not None and not deciders.is_town(frame):
        return None
    stance = held.stance
    lapses = frame.lapses
    if (
        stance == "other" and frame.explicit and not restores(frame.token)
    ):  # decided not to renew: the term runs out
        stance, lapses = "end", True
    if stance == "establish" and held.why in {"does", "done-to"} and vote_in(frame.token.sent) is None:
        return None  # the founding, told as history
    sent = frame.token.sent
    result: EventKind | None
    status: FormalStatus
    result, status = RESULTS.get(stance, (None, "unchanged"))
    why = f"{held.why}-{held.force}"
    if lapses:
        result, status = "lapsed", "lapsed"
        why = "term-ran-out" if held.holder is None else why
    if frame.carried_by == ADVICE and held.why in {"carried", "defeated"}:
        return None
    if frame.carried_by == "amendment":
        result, status = None, "unchanged"
    return Decision(
        sent=sent,
        actor=body,
        tie=frame.tie,
        result=result,
        status_after=status,
        vote=vote_in(sent),
        date=said_date(calendar, frame.token),
        condition=(
            terms_of(page, ties, frame.token, frame.tie)
            if stance == "suspend"
            else condition_in(sent, frame.token)
        ),
        past=_is_past(frame),
        town=deciders.is_town(frame),
        why=why,
    )


def only_asks(frame: Frame) -> bool:
    """Tell whether what was decided is only to ask ("a resolution recommending that the Centre scrap it")."""
    token = frame.token
    for _ in range(8):
        if token == frame.held.at or token.head == token:
            return False
        token = token.head
        if token != frame.held.at and token.pos_ == "VERB" and token.lemma_.lower() in ASKING:
            return True
    return False


def _is_past(frame: Frame) -> bool:
    verb = frame.held.at
    if verb.dep_ in {"relcl", "advcl"} and verb.tag_ in {"VBD", "VBN", "VBG"} and frame.explicit:
        return (
            (verb.dep_ == "advcl" and any(c.lower_ in {"after", "when", "since"} for c in verb.children))
            or (verb.dep_ == "relcl" and verb.lemma_ == "impose")
            or (verb.dep_ == "pcomp")
        )
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def _lapse(op: Operation, ties: Ties, calendar: Calendar) -> Decision | None:
    """Give the end of a term as a change of status; nobody decides it."""
    verb = op.token
    if modal(verb) or verb.tag_ not in {"VBD", "VBN"} or verb.dep_ in {"advcl", "csubj"}:
        return None
    # "It was not renewed": nobody said so, and the term ran out.
    unrenewed = op.stance == "renew" and is_negated(verb) and is_passive(verb) and not is_asked(verb)
    if not unrenewed and (not op.lapses or is_negated(verb)):
        return None
    tie = _tie(ties, op)
    return Decision(
        sent=verb.sent,
        actor=None,
        tie=tie,
        result="lapsed",
        status_after="lapsed",
        date=calendar.date_in(verb.sent),
        why="term-ran-out",
    )


def _tie(ties: Ties, op: Operation) -> str | None:
    tie = ties.about(op.patient) if op.patient is not None else None
    tie = tie or ties.about(op.token.sent) or ties.in_focus(op.token.i)
    return tie.id if tie else None


def with_status(ties: Ties, decisions: tuple[Decision, ...], page: Page) -> Ties:
    """Give the ties with the formal status after the newest decision that the text reports about each.

    A tie that is asked for, and not yet decided on, is proposed.
    """
    newest: dict[str | None, Decision] = {}
    for decision in decisions:
        if decision.status_after == "unchanged":
            continue
        held = newest.get(decision.tie)
        if held is None or _weight(decision) > _weight(held):
            newest[decision.tie] = decision
    asked = _asked_for(page, ties)
    told = standing_on(page, ties)

    def status(tie: Tie) -> FormalStatus:
        if tie.id in newest:
            return newest[tie.id].status_after
        return told.get(tie.id) or ("proposed" if tie.id in asked else "unchanged")

    changed = tuple(replace(tie, status_after=status(tie)) for tie in ties.ties)
    kept = getattr(ties, "with_ties", None)
    return kept(changed) if kept else Ties(changed)


def _weight(decision: Decision) -> tuple[bool, bool, bool]:
    """Weigh a decision as the newest: not history, by a body, and no mere end of a term.

    Of equals the first told counts, for reports begin with what is new.
    """
    return (
        not decision.past,
        not decision.town,
        decision.why != "term-ran-out" and decision.actor is not None,
    )


def _asked_for(page: Page, ties: Ties) -> set[str | None]:
    """Give the ids of ties that somebody asks to establish and that have not begun."""
    frames = frames_on(page, ties)
    asked: set[str | None] = set()
    for op in frames.operations:
        if op.stance == "establish" and (op.token.tag_ in {"VB", "VBG"} or op.token.pos_ == "NOUN"):
            asked.add(_tie(ties, op))
    return asked - {tie.id for tie in ties.ties if tie.since is not None}
