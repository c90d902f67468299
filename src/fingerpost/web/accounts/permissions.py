"""Who may do what: one table, from which pages, actions, the docs and a test all read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from fingerpost.web.errors import WebError

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.register.models import Body

CONTRIBUTOR, REVIEWER, CLERK, ADMINISTRATOR = "contributor", "reviewer", "clerk", "administrator"
EVERYONE = frozenset({CONTRIBUTOR, REVIEWER, CLERK, ADMINISTRATOR})


class Right(NamedTuple):
    """Something that may be done, and the roles that may do it."""

    name: str
    what: str
    roles: frozenset[str]


READ = Right("read", "Read the register, the sources and the cases", EVERYONE)
ADD_SOURCE = Right("add-source", "Add sources", EVERYONE)
PROPOSE = Right("propose", "Mark a passage and propose a finding", EVERYONE)
JUDGE = Right("judge", "Judge findings", frozenset({REVIEWER, CLERK, ADMINISTRATOR}))
EDIT_REGISTER = Right(
    "edit-register",
    "Change ties, places, bodies, people, posts, agreements, laws, exchanges and letters",
    frozenset({REVIEWER, CLERK, ADMINISTRATOR}),
)
MERGE = Right("merge", "Merge two records, and undo it", frozenset({CLERK, ADMINISTRATOR}))
OPEN_CASE = Right("open-case", "Open and edit cases", frozenset({REVIEWER, CLERK, ADMINISTRATOR}))
RECORD_VOTE = Right("record-vote", "Record motions, votes and decisions", frozenset({CLERK, ADMINISTRATOR}))
FOLLOW_UP = Right("follow-up", "Add and close follow-ups", frozenset({REVIEWER, CLERK, ADMINISTRATOR}))
ISSUE = Right("issue", "Issue briefings, letters and reports", frozenset({REVIEWER, CLERK, ADMINISTRATOR}))
PUBLISH = Right(
    "publish", "Choose which cases, sources and ties the public sees", frozenset({CLERK, ADMINISTRATOR})
)
ADMINISTER = Right(
    "administer", "Invite people, change roles and settings, erase personal data", frozenset({ADMINISTRATOR})
)

RIGHTS = (
    READ,
    ADD_SOURCE,
    PROPOSE,
    JUDGE,
    EDIT_REGISTER,
    MERGE,
    OPEN_CASE,
    RECORD_VOTE,
    FOLLOW_UP,
    ISSUE,
    PUBLISH,
    ADMINISTER,
)


class NotAllowed(WebError):
    """The user's roles do not include the right."""

    def __init__(self, right: Right) -> None:
        roles = ", ".join(sorted(right.roles))
        super().__init__(f"This needs one of these roles: {roles}. Ask an administrator to give you one.")
        self.right = right


def may(user: User, right: Right, body: Body | None = None) -> bool:
    """Tell whether a user may do something, in a body where one is concerned.

    A role held without a body holds everywhere. A role held in a body holds for that body, and, for what concerns
    no body, everywhere too.
    """
    if not user.is_authenticated or not user.is_active:
        return False
    return any(
        role in right.roles and (held_in is None or body is None or held_in == body.pk)
        for role, held_in in _roles(user)
    )


def require(user: User | None, right: Right, body: Body | None = None) -> None:
    """Raise NotAllowed unless the user may; None is the software itself, which may."""
    if user is not None and not may(user, right, body):
        raise NotAllowed(right)


def _roles(user: User) -> Iterable[tuple[str, int | None]]:
    held: list[tuple[str, int | None]] | None = getattr(user, "_roles", None)
    if held is None:
        held = list(user.memberships.values_list("role", "body_id"))
        user._roles = held
    return held
