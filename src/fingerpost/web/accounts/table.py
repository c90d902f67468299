"""The table of who may do what, for the reference."""

from __future__ import annotations

from fingerpost.web.accounts.permissions import ADMINISTRATOR, CLERK, CONTRIBUTOR, REVIEWER, RIGHTS

ROLES = (CONTRIBUTOR, REVIEWER, CLERK, ADMINISTRATOR)

HEAD = """\
# Who may do what

Somebody holds roles. A role holds in the whole register, or in one body: then it holds for the motions, votes and
decisions of that body, and for whatever concerns no body in particular. Whoever administers one body gives roles in
that body only. Who has several roles may do what any of them allows; who has none sees nothing but their own account.

An account comes with an invitation. Before the first account there is the first run, which is open to the machine
that serves the desk and to nobody else.

Every page asks for one of these rights before it does anything, and every action asks again.

"""

FOOT = """
`tools/document-rights` writes this page from the one table that pages and actions use. A test walks every address
with every role, and compares.
"""


def rights_page() -> str:
    """Give the reference page, in Markdown."""
    lines = [f"| right | {' | '.join(ROLES)} |", "|---|" + ":---:|" * len(ROLES)]
    for right in RIGHTS:
        marks = " | ".join("yes" if role in right.roles else "–" for role in ROLES)
        lines.append(f"| {right.what} (`{right.name}`) | {marks} |")
    return HEAD + "\n".join(lines) + "\n" + FOOT
