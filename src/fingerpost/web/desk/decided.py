"""A decision as pages show it: with the check of who decided, and of how the words and the press put it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.web.evidence.models import Source
from fingerpost.web.register.instrument import contradiction, named, press_difference, says_otherwise
from fingerpost.web.register.models import Decision
from fingerpost.web.register.powers import Check, check_power, rules_over


@dataclass(frozen=True)
class Decided:
    """A decision with what is to be said of it."""

    decision: Decision
    check: Check
    contradiction: str
    press: str
    headlines: tuple[Source, ...]
    """Sources whose headline says something else than the instrument."""

    @property
    def instrument(self) -> str:
        """Give what to call the instrument: "the resolution"."""
        return named(self.decision.instrument)


def decided(
    decisions: Sequence[Decision],
    sources: Iterable[Source] = (),
    checks: Mapping[int, Check] | None = None,
) -> list[Decided]:
    """Give decisions as pages show them; two queries for any number of them.

    Args:
        sources: where headlines are looked for.
        checks: by id of a decision, where they are known already.
    """
    sources = list(sources)
    if checks is None:
        rules, became = rules_over([decision.side for decision in decisions])
        checks = {decision.pk: check_power(decision, rules, became) for decision in decisions}
    return [
        Decided(
            one,
            checks[one.pk],
            contradiction(one),
            press_difference(one),
            tuple(source for source in sources if says_otherwise(one, source.title)),
        )
        for one in decisions
    ]
