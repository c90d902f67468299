"""The briefing once the council has decided: it offers nothing that is settled, and misses nothing that is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from suspension import CONDITION, suspend

from fingerpost.briefing.apparatus import Apparatus
from fingerpost.briefing.as_docx import as_docx
from fingerpost.web.casework.briefing import brief
from fingerpost.web.casework.following import close_follow_up
from fingerpost.web.casework.models import FollowUp

if TYPE_CHECKING:
    from fingerpost.briefing.model import Briefing
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case

DAY = date(2022, 3, 10)


def lines(made: Briefing, key: str) -> dict[str, list[str]]:
    """Give the lines of a section by the titles of its groups."""
    section = next(section for section in made.sections if section.key == key)
    return {group.title or "": [f"{one.lead}: {one.text}" for one in group.lines] for group in section.groups}


def test_the_terms_of_a_suspension_stand_with_it_and_keeping_the_tie_is_no_option(
    clem: User, case: Case
) -> None:
    assert "Keep the tie" in lines(brief(case, DAY), "options")
    suspend(clem, case)
    options = lines(brief(case, DAY), "options")
    assert list(options)[:3] == ["Leave it suspended", "Restore the tie", "End the tie"]
    assert "Keep the tie" not in options
    terms = f"Terms: Until its condition is met: “{CONDITION}”. Review on March 8, 2023."
    assert options["Leave it suspended"][-1] == terms
    assert (
        "Wanted it kept: Norfolk Sister City Association, Marguerite Inscoe and Troy Joyner."
        in options["Restore the tie"]
    )


def test_a_suspension_without_terms_says_what_is_open(clem: User, case: Case) -> None:
    suspend(clem, case, condition="", review="2023-03-08")
    terms = lines(brief(case, DAY), "options")["Leave it suspended"][-1]
    assert terms == "Terms: No condition is set. Review on March 8, 2023."


def test_what_the_council_thinks_is_known_once_it_decided(clem: User, case: Case) -> None:
    asked = "What Norfolk City Council itself thinks"
    assert asked in str(lines(brief(case, DAY), "silent"))
    suspend(clem, case)
    assert asked not in str(lines(brief(case, DAY), "silent"))


def test_what_was_dropped_does_not_follow(clem: User, case: Case) -> None:
    suspend(clem, case)
    close_follow_up(by=clem, item=FollowUp.objects.get(what__startswith="Tell"), done=False)
    (follows,) = lines(brief(case, DAY), "next").values()
    assert [one.split(":")[0] for one in follows] == ["To do", "Planned"]


def test_a_passage_quoted_in_full_is_printed_once(case: Case) -> None:
    made = brief(case, DAY)
    notes = {note.label: note for note in Apparatus(made).notes}
    assert notes["1.8"].text.startswith("But The Norfolk Sister City Association wants to continue")
    assert notes["1.8"].printed == "Quoted under “Who says what”."
    cut = next(note for note in notes.values() if not note.under)
    assert cut.printed == cut.text
    assert as_docx(made)
