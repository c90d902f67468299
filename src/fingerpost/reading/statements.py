"""Every statement of power on a page, in text order: one look at each word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from fingerpost.reading import abilities, consents, duties, lying, powers
from fingerpost.reading.cast import Cast
from fingerpost.reading.en import authority as words
from fingerpost.reading.page import Page
from fingerpost.reading.powers import Said
from fingerpost.reading.rulings import Rulings

Finder = Callable[[Token], Iterator[Said]]


def statements(page: Page, cast: Cast, rulings: Rulings) -> Iterator[Said]:
    """Yield the powers that the sentences of a page give or deny, in text order."""
    find = _finders(rulings)
    tokens = page.doc
    for i, lemma in enumerate(cast.columns.lemma):
        finders = find.get(lemma) or find.get(cast.columns.low[i])
        if finders is None or not page.is_read(tokens[i]):
            continue
        for finder in finders:
            yield from finder(tokens[i])


def _finders(rulings: Rulings) -> dict[str, tuple[Finder, ...]]:
    by_lemma = {lemma: list(found) for lemma, found in _GENERAL.items()}
    for lemmas, finder in (
        (words.RULING, rulings.ruled),
        (frozenset({"consent", "approval", "assent", "blessing", "nod"}), rulings.granted),
        (words.DECIDING_SOON, rulings.soon),
        (frozenset({"decide", "vote", "act"}), rulings.yet),
        (frozenset({"decide"}), rulings.decides),
        (frozenset({"recommend"}), rulings.recommended),
        (words.PASSING, rulings.passes),
        (words.ACTS, rulings.votes),
        (frozenset({"make", "take"}), rulings.taken_by),
        (words.PUTTING, rulings.put_before),
        (words.BARRING, rulings.barred),
    ):
        for lemma in lemmas:
            by_lemma.setdefault(lemma, []).append(finder)
    return {lemma: tuple(found) for lemma, found in by_lemma.items()}


MAY = words.UNDOING | {"withdraw", "vote", "enter"}


def _general() -> dict[str, list[Finder]]:
    by_lemma: dict[str, list[Finder]] = {}
    groups: tuple[tuple[frozenset[str], Finder], ...] = (
        (words.RESTING, lying.rests),
        (words.CALLS | words.PLACES | {"decisions"}, lying.call),
        (words.RESERVING, lying.reserved),
        (words.ARRANGING, lying.arranged),
        (words.ALLOWING_OR_NOT, powers.neither),
        (words.RUNNING, duties.manages),
        (frozenset({"not"}), lying.not_the),
        (frozenset({"his", "hers", "theirs", "her", "their"}), lying.his_to_make),
        (frozenset({"for"}), lying.not_for),
        (words.MINE, lying.not_ours),
        (frozenset({"decision"}), powers.decides_nothing),
        (words.POWERS, powers.has_power),
        (frozenset({"vote"}), powers.without_vote),
        (words.REMITS, powers.within_power),
        (words.ABLE | words.UNABLE, abilities.able),
        (
            words.COMPELLING
            | words.TELLING
            | words.UNMAKING
            | words.CONSENTING
            | words.ASKING_ONLY
            | words.ADVISING_ONLY
            | MAY,
            abilities.may,
        ),
        (frozenset({"only", "alone", "but"}), abilities.only),
        (words.EXCEEDING, abilities.exceeds),
        (words.CONSENTING, consents.once_consented),
        (words.ENTRUSTING, duties.entrusted),
        (frozenset({"direction", "cue", "instruction"}), duties.takes_cue),
        (words.CHIEFS, duties.adviser),
        (words.APPROVALS, consents.consent),
        (words.CONSENTING | words.CONSULTED, consents.must_consent),
        (frozenset({"bind"}), consents.bound),
        (words.WEIGHT, consents.weightless),
        (words.ALLOWING, consents.law_gives),
        (frozenset({"nothing"}), powers.nothing),
        (words.REGULATING, powers.does_not),
        (frozenset({"leave"}), powers.leaves),
        (words.BINDING, consents.binding),
        (frozenset({"involve", "involved", "responsible"}), powers.involved),
        (words.LAWMAKING, consents.under_law),
        (words.COURTS, consents.undo_in_court),
        (frozenset({"advise"}), duties.advises),
        (words.ADVISORY, duties.advisory),
        (frozenset({"recommendation"}), duties.recommendation),
        (words.ADVICE, duties.opinion),
        (frozenset({"consult"}), duties.consulted),
        (words.CARRYING_OUT | words.RUNNING | {"do"}, duties.carries_out),
        (frozenset({"for"}), duties.for_town),
        (frozenset({"behalf"}), duties.on_behalf),
    )
    for lemmas, finder in groups:
        for lemma in lemmas:
            by_lemma.setdefault(lemma, []).append(finder)
    return by_lemma


_GENERAL = _general()
