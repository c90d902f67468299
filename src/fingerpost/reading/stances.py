"""The stances that the sentences of a page report: which word, which stance, who holds it, on which tie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Span, Token

from fingerpost.reading.clauses import (
    child,
    is_negated,
    is_verbal,
    mark,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en.stances import (
    AUTHORS,
    BALLOT_VERBS,
    BODY_NOUNS,
    FORMAL_MOTIONS,
    INDEFINITE,
    MINUTED,
    PROMPTING,
    REFERRING_NOUNS,
    REFUSING,
    RESULTS_IN_MINUTES,
)
from fingerpost.reading.held import Held, is_asked, turned, undone
from fingerpost.reading.holders import holders
from fingerpost.reading.motions import Motion, Motions, anaphors, ballots, carrier, pronoun
from fingerpost.reading.operations import Operation, Operations
from fingerpost.reading.page import Page
from fingerpost.reading.spotting import spots
from fingerpost.reading.ties import Ties
from fingerpost.reading.votes import vote_in

KEY = "fingerpost.frames"


class Frame(NamedTuple):
    """One stance in one sentence."""

    token: Token
    """The word for what is done with the tie, or that stands for it ("the motion")."""
    held: Held
    tie: str | None
    explicit: bool
    """The sentence itself says what is done; else it refers back to a motion."""
    lapses: bool = False
    carried_by: str = ""
    """The noun that carries the operation ("motion", "bill"), if any."""


class Frames:
    """All frames of a page, in text order, with its motions."""

    def __init__(
        self,
        frames: list[Frame],
        motions: Motions,
        operations: list[Operation],
        ends: dict[str, tuple[str, str]],
    ) -> None:
        self.all = frames
        self.ends = ends
        self.motions = motions
        self.operations = operations

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.all)


def frames_on(page: Page, ties: Ties) -> Frames:
    """Give the frames of a page; worked out once per parse."""
    kept = page.doc.user_data.get(KEY)
    if isinstance(kept, Frames):
        return kept
    frames = _frames(page, ties)
    page.doc.user_data[KEY] = frames
    return frames


def _frames(page: Page, ties: Ties) -> Frames:
    if not ties.words:
        return Frames([], Motions([]), [], {})
    found = [op for op in Operations(page, ties) if page.is_read(op.token)]
    inner = {op.patient.i for op in found if op.patient is not None and op.patient != op.token}
    frames: list[Frame] = []
    motions: list[Motion] = []
    new = _is_new(found, ties)
    meant: list[Operation] = []
    for op in found:
        if op.token.i in inner and op.token.pos_ == "NOUN":
            continue  # "lift the suspension": the outer word says it all
        stance = _stance_of(op, motions, new)
        if stance is None:
            continue
        op = op._replace(stance=stance)
        meant.append(op)
        tie = _tie_of(ties, op)
        noun = carrier(op.token) or _motion_that(op.token)
        helds = [held for held in holders(op.token, op.stance) if not (op.idiom and held.why in DONE)]
        put = _is_moved(op.token) or any(held.at.lemma_.lower() in MOVED for held in helds)
        name = noun.lemma_.lower() if noun is not None else "motion" if put else ""
        if name and any(up.lemma_.lower() in ADVISING for up in islice(op.token.ancestors, 4)):
            name = ADVICE
        for held in helds:
            frames.append(Frame(op.token, held, tie, True, op.lapses, name))
        settles = (held for held in helds if _settles(held) or _refuses(held) or _announces(held))
        settled = next((held.stance for held in settles), None) or (op.stance if _is_told(op) else None)
        if name or settled:
            amends = name == "amendment" or op.stance == "defer" or _amends(op.token)
            asked = undone(op.stance) if is_verbal(op.token) and is_negated(op.token) else op.stance
            past = not name and _is_past(op.token.sent)
            motions.append(Motion(op.token.i, asked or op.stance, name, settled, tie, amends, past))
    question = ("establish" if new else _question(found, frames)) if _is_one(ties, found) else None
    kept = Motions(motions, question)
    frames += list(_referring(page, ties, kept, frames, {frame.token.i for frame in frames} | inner))
    frames.sort(key=lambda frame: frame.token.i)
    return Frames(frames, kept, meant, {tie.id: tie.places for tie in ties.ties})


def _stance_of(op: Operation, motions: list[Motion], new: bool) -> str | None:
    """Give the stance of an operation that depends on what was told before; None where nothing was."""
    if op.stance == "tie":
        return "establish" if new else "keep"
    if op.token.lemma_ == "conclude" and not new and is_asked(op.token):
        return "end"  # "that the twinning be concluded"
    if op.stance == "establish" and op.token.lemma_ == "sign" and not new and op.token.tag_ != "VBD":
        again = any(m.stance in {"renew", "restore"} for m in motions)
        return None if again else op.stance  # what is signed after a renewal or a restoration
    if new and op.stance == "keep" and op.token.lemma_ in {"leave", "let"}:
        return "other"  # "I'd leave it well alone"
    if op.stance == "stands":
        return next((m.outcome for m in reversed(motions) if m.outcome and m.outcome != "defer"), None)
    if op.patient is None and op.token.lower_ == "extension" and motions and motions[-1].stance == "suspend":
        return "suspend"  # the extension of the suspension
    return _reversed(motions, op.patient is not None) if op.stance == "reverse" else op.stance


def _motion_that(verb: Token) -> Token | None:
    """Give the motion that is said to do it: "the second motion would suspend the agreement"."""
    who = own_subject(verb) if verb.pos_ == "VERB" and modal(verb) == "would" else None
    return who if who is not None and who.lemma_.lower() in FORMAL_MOTIONS else None


def _is_told(op: Operation) -> bool:
    """Tell whether news tells what was done to the tie, and not by whom ("The partnership was dissolved.")."""
    verb = op.token
    if op.stance not in MOVABLE - {"establish"} or verb.tag_ != "VBN" or verb.dep_ not in {"ROOT", "conj"}:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"was", "were"}) and not is_negated(verb) and not _is_past(verb.sent)


def _is_past(sent: Span) -> bool:
    """Tell whether a sentence tells history: it names a year, and counts no votes."""
    return vote_in(sent) is None and any(t.shape_ == "dddd" and t.text[:2] in {"19", "20"} for t in sent)


def _is_moved(token: Token) -> bool:
    """Tell whether minutes put the operation as a motion: "that the arrangement be suspended"."""
    if token.head.lemma_ in {"allow", "permit"}:
        token = token.head
    if not is_asked(token):
        return False
    above = (up.lemma_.lower() for up in islice(token.ancestors, 4))
    return token.dep_ in {"ROOT", "conj"} or any(lemma in MOVED for lemma in above)


DONE = frozenset({"does", "done-to", "will", "would"})
"""Ways of holding a stance by doing it."""
ADVICE = "recommendation"
ADVISING = frozenset({"recommend", "advise"})
"""A motion to recommend decides nothing when it carries."""
MOVED = MINUTED | {"resolve"}
"""Verbs that put an operation to a body, or record that it took it."""


def _put_in_sentence(token: Token, motions: Motions) -> Motion | None:
    """Give what "on a motion by Reed, the council voted to" goes on to say."""
    if token.head.lower_ not in {"on", "upon", "at"}:
        return None
    return next((m for m in motions.all if token.i < m.at < token.sent.end), None)


def _owned(token: Token, told: list[Frame]) -> Motion | None:
    """Give what "their proposal" proposes: what was last said to be wanted, not what was decided."""
    if not any(c.dep_ == "poss" and c.pos_ == "PRON" and c.lower_ != "its" for c in token.children):
        return None
    wanted = (f for f in reversed(told) if f.token.i < token.i and f.held.force != "decides")
    last = next(wanted, None)
    if last is None or token.sent.start - last.token.sent.end > OWNED_REACH:
        return None
    return Motion(last.token.i, last.held.stance, "proposal", None, last.tie, False)


OWNED_REACH = 40
"""Tokens between a wish and the sentence that calls it "their proposal"."""

SETTLING = frozenset({"should", "decides", "votes", "for", "against", "defeated", "carried", "overrides"})
"""Ways of holding a stance (``Held.why``) that settle it when a body holds it."""


def _settles(held: Held) -> bool:
    """Tell whether a frame reports the newest decision rather than history."""
    if held.force != "decides" or held.speaker:
        return False
    holder = held.holder
    named = holder is not None and holder.pos_ == "PROPN" and holder.lower_ not in BODY_NOUNS
    if holder is not None and (holder.ent_type_ == "PERSON" or (named and held.why == "votes")):
        return held.why == "does"  # else a member's vote
    if held.why == "does":
        history = held.at.dep_ in {"relcl", "advcl", "acl"} and mark(held.at) != "when"
        return held.stance != "establish" and not history
    return held.why in SETTLING


def _announces(held: Held) -> bool:
    """Tell whether a town or body says that it will do it ("the city said it will restore the tie")."""
    holder = held.holder
    if held.why != "will" or holder is None or held.speaker or holder.lower_ in {"i", "we"}:
        return False
    return holder.lower_ in {"it", "city", "town"} | BODY_NOUNS or holder.ent_type_ == "GPE"


def _refuses(held: Held) -> bool:
    """Tell whether a body refused it, as news tells of a motion lost ("the council has refused to lift it")."""
    holder = held.holder
    refused = held.at.lemma_.lower() in REFUSING and held.at.tag_ in {"VBD", "VBN"}
    return refused and not held.speaker and holder is not None and holder.lemma_.lower() in BODY_NOUNS


def _is_one(ties: Ties, operations: list[Operation]) -> bool:
    """Tell whether the page asks about one tie, others being named in passing."""
    if len(ties.ties) == 1:
        return True
    about = Counter(_tie_of(ties, op) for op in operations)
    return bool(about) and about.most_common(1)[0][1] >= ONE_TIE_SHARE * sum(about.values())


ONE_TIE_SHARE = 0.8
"""Share of the operations on a page about one tie, from which on "the idea" is about that tie."""


def _question(operations: list[Operation], frames: list[Frame]) -> str | None:
    """Give what the page is asked to settle: what is most often called for, moved or decided."""
    counts: Counter[str] = Counter()
    wanted = {frame.token.i for frame in frames}
    for op in operations:
        if op.stance in MOVABLE and op.token.tag_ != "VBD":
            counts[op.stance] += 2 if op.token.i in wanted else 1
    return counts.most_common(1)[0][0] if counts else None


MOVABLE = frozenset({"end", "suspend", "establish", "renew", "restore"})
"""What a motion usually asks; nobody need move to keep."""


def _is_new(operations: list[Operation], ties: Ties) -> bool:
    """Tell whether the tie in question is a new one: the first, or the most, to be done with it is to begin it."""
    first = next(
        (op for op in operations if op.token.tag_ in {"VB", "VBZ"} and op.stance not in {"tie", "defer"}),
        None,
    )
    if first is not None and first.stance == "establish":
        return True
    asked = Counter(op.stance for op in operations if op.token.tag_ not in {"VBD", "VBN"})
    undated = ties.main is not None and ties.main.since is None
    return undated and asked["establish"] > sum(asked[stance] for stance in MOVABLE - {"establish"})


def _reversed(motions: list[Motion], named: bool) -> str | None:
    """Give what reversing the last decision amounts to; None where no decision was told or named."""
    decided = next((m.outcome for m in reversed(motions) if m.outcome and m.outcome != "defer"), None)
    if decided is None and not named:
        return None
    return {"establish": "end", "renew": "end", "restore": "suspend", "keep": "end"}.get(
        decided or "", "restore"
    )


def _amends(token: Token) -> bool:
    return any(t.lower_ == "amendment" for t in token.doc[token.sent.start : token.i])


def _tie_of(ties: Ties, op: Operation) -> str | None:
    tie = None
    if op.patient is not None:
        tie = ties.about(op.patient)
    if tie is None:
        tie = ties.about(op.token.sent)
    if tie is None:
        tie = ties.in_focus(op.token.i)
    return tie.id if tie else None


def _referring(
    page: Page, ties: Ties, motions: Motions, told: list[Frame], taken: set[int]
) -> Iterator[Frame]:
    """Yield the frames whose words refer back: "opposed the motion", "voted no"."""
    for token in spots(page.doc, REFERRING):
        if token.i in taken or not page.is_read(token):
            continue
        if token.lemma_ in PROMPTING and token.head.lower_ in {"at", "on", "upon"}:
            prompted = _prompted(token, told)
            who = prep_object(token, "of", "from", "by") or child(token, "poss")
            if prompted is not None and who is not None:
                held = Held(prompted.held.stance, who, "demands", token, "prompts")
                yield Frame(token, held, prompted.tie, False, carried_by=prompted.carried_by)
            continue
        if token.lemma_ in AUTHORS and any(c.lower_ == "its" for c in token.children):
            motion = motions.meant_by(token)
            who = token.head if token.dep_ == "appos" else child(token, "appos") or token
            if motion is not None:
                held = Held(motion.stance, who, "demands", token, "author")
                yield Frame(token, held, motion.tie, False, carried_by=motion.noun)
            continue
        if anaphors(token) or pronoun(token):
            motion = _put_in_sentence(token, motions) or _owned(token, told) or motions.meant_by(token)
            named = ties.named_first(token.left_edge.i, token.i) if token.pos_ == "NOUN" else None
            if motion and named and motion.tie != named:
                motion = motions.about(token.i, named)  # "the Pskov motion" is none about another tie
            if motion and motion.at == token.i and any(c.lower_ in INDEFINITE for c in token.children):
                continue  # "a motion" of which nothing is told
            for each in motions.both(token) or [motion] if motion else ():
                for held in holders(token, each.stance):
                    if held.why == "owner" and token.lemma_ not in FORMAL_MOTIONS:
                        continue  # "pending the council's vote"
                    yield Frame(token, held, each.tie, False, carried_by=each.noun)
            continue
        result = _minuted_result(token)
        if result is not None:
            amended = "amendment" in {token.nbor(-1).lower_, token.nbor(-2).lower_ if token.i > 1 else ""}
            motion = motions.last_put(token.i, amendment=amended)
            settled = motion and (motion.stance if result else turned(motion.stance))
            if motion and settled:
                held = Held(settled, None, "decides", token, "carried" if result else "defeated")
                yield Frame(token, held, motion.tie, False, carried_by=motion.noun)
            continue
        for ballot in ballots(token):
            motion = motions.decided_before(token) if ballot.majority else motions.meant_by(token)
            if token.lemma_ in MINUTED:
                motion = next((m for m in motions.all if token.i < m.at < token.sent.end), motion)
            if motion is None:
                continue
            stance: str | None = motion.stance
            if ballot.majority:
                stance = motion.outcome or motion.stance
            elif ballot.turned:
                stance = turned(motion.stance)
            who = ballot.who or subject(token)
            if stance and who is not None:
                for each in _each(who):
                    held = Held(stance, each, "decides", token, "ballot-no" if ballot.turned else "ballot")
                    yield Frame(token, held, motion.tie, False, carried_by=motion.noun)


def _prompted(token: Token, told: list[Frame]) -> Frame | None:
    """Give what was done "at the request of": told after it, or else before it in the sentence."""
    after = next((f for f in told if token.i < f.token.i < token.sent.end), None)
    if after is not None:
        return after
    return next((f for f in reversed(told) if token.sent.start <= f.token.i < token.i), None)


REFERRING = frozenset(
    REFERRING_NOUNS | BALLOT_VERBS | RESULTS_IN_MINUTES.keys() | PROMPTING | AUTHORS | {"it", "that", "this"}
)
"""Words at which a sentence may refer back to a motion."""


def _minuted_result(token: Token) -> bool | None:
    """Tell what capitals say of a motion ("MOTION CARRIED", "The amendment was LOST"); None for other words."""
    if not token.text.isupper() or token.i == 0 or token.lower_ not in RESULTS_IN_MINUTES:
        return None
    before = token.nbor(-2) if token.nbor(-1).lower_ in {"was", "is"} and token.i > 1 else token.nbor(-1)
    return (
        RESULTS_IN_MINUTES[token.lower_] if before.lower_ in {"motion", "amendment", "resolution"} else None
    )


def _each(who: Token) -> Iterator[Token]:
    yield who
    for c in who.children:
        if c.dep_ == "conj":
            yield from _each(c)
