"""The authority of a page: who decides about ties, who may not, who advises, who carries out."""

from __future__ import annotations

from fingerpost.reading.cast import Cast
from fingerpost.reading.decisions import Decision
from fingerpost.reading.model import Authority
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


def find_authority(
    page: Page, cast: Cast, ties: Ties, decisions: tuple[Decision, ...]
) -> tuple[Authority, ...]:
    """Find the authority of a page, in text order."""
    found: dict[tuple[str, str], Authority] = {}
    for decision in decisions:
        if decision.actor:
            found.setdefault(
                (decision.actor, "decides"),
                Authority(
                    actor=decision.actor,
                    power="decides",
                    over=decision.tie,
                    passages=(page.passage_of(decision.sent),),
                    why="decided",
                ),
            )
    return tuple(found.values())
