"""Which ties a case is about: one, or the members of its class."""

from __future__ import annotations

from fingerpost.web.casework.models import Case, Member
from fingerpost.web.register.models import Tie


def ties_of(case: Case, most: int) -> tuple[list[Tie], int]:
    """Give the ties of a case, at most so many, and how many there are in all; none where it names none."""
    if case.tie:
        return [case.tie.current], 1
    members = case.members.filter(state=Member.State.IN)
    return [member.tie for member in members.select_related("tie")[:most]], members.count()
