"""What the steps of a climb ask of each other; each kind of step has its own module."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import is_verbal
from fingerpost.reading.held import Held

DEPTH = 12
"""Steps up the clause before giving up; longer chains are parse errors."""


class Climb(ABC):
    """The steps from a word for what is done with the tie up to whoever wants it done.

    Each step takes a token and a stance, and yields those who hold it; None as a stance yields nobody.
    """

    @abstractmethod
    def clause(self, verb: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read the clause of a verb that does it."""

    @abstractmethod
    def asserted(self, verb: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read a main clause: somebody does it, has done it, will or would do it."""

    @abstractmethod
    def wish(self, verb: Token, stance: str) -> Iterator[Held]:
        """Read a clause of duty: whoever says so wants it."""

    @abstractmethod
    def judged(self, judging: Token, stance: str) -> Iterator[Held]:
        """Read a judgement on doing it."""

    @abstractmethod
    def inclined(self, adjective: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read an adjective of wanting."""

    @abstractmethod
    def too_soon(self, copula: Token, stance: str) -> Iterator[Held]:
        """Read what is called too early."""

    @abstractmethod
    def governed(self, verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read a verb that governs it."""

    @abstractmethod
    def governed_by(self, governor: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read a verb that governs an infinitive through its object."""

    @abstractmethod
    def attitude(self, verb: Token, stance: str | None, force: str, depth: int, why: str) -> Iterator[Held]:
        """Read whoever has the attitude that a verb names."""

    @abstractmethod
    def noun(self, noun: Token, stance: str | None, depth: int) -> Iterator[Held]:
        """Read a noun for it, or for a motion or wish."""

    @abstractmethod
    def on_noun(self, verb: Token, noun: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read a clause that hangs on a noun."""

    @abstractmethod
    def author(self, noun: Token, stance: str) -> Iterator[Held]:
        """Read an author or sponsor of a motion."""

    @abstractmethod
    def prep(self, prep: Token, stance: str | None, depth: int) -> Iterator[Held]:
        """Read a preposition before it."""

    def climb(self, token: Token, stance: str | None, depth: int) -> Iterator[Held]:
        """Read a token of any kind."""
        if stance is None or depth > DEPTH:
            return
        if is_verbal(token):
            yield from self.clause(token, stance, depth)
        else:
            yield from self.noun(token, stance, depth)
