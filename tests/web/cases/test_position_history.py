"""All positions of an actor in time, with changes of mind, each with its sentence and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from suspension import norfolk_tie, open_norfolk_case, source

from fingerpost.web.casework.positions import of_case, of_record
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Finding, Passage
from fingerpost.web.register.keeping import add_tie, merge
from fingerpost.web.register.models import Body, Person, Place

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case

OPPOSED, SUPPORTS = "She opposes the tie.", "She now supports the tie."


@pytest.fixture
def case(clem: User) -> Case:
    return open_norfolk_case(clem, norfolk_tie(clem))


def find(of: Any, kind: str, key: str, words: str = "", **data: Any) -> Finding:
    made = Finding.objects.create(
        source=of, kind=kind, key=key, start=0, data={"id": key, **data, "passages": []}
    )
    Passage.objects.create(finding=made, start=0, end=len(words), text=words)
    return made


def told(case: Case, stance: str, published: str, words: str, **more: Any) -> Finding:
    """Add a source in which somebody takes a position; give the position's finding."""
    of = source(words + published, published=published, title=f"News of {published}")
    case.sources.add(of)
    actor = find(of, "actor", "a1", name=more.pop("name", "Joan Thibodeau"))
    person = more.pop("person", None)
    if person:
        actor.person = person
        actor.save()
    return find(of, "position", "s1", words, actor="a1", stance=stance, date=None, **more)


def change(case: Case) -> list[str]:
    return [history.change for history in of_case(case)[0]]


def test_a_change_of_mind_is_told_with_both_days(case: Case) -> None:
    told(case, "end", "2022-03-03", OPPOSED)
    told(case, "keep", "2022-06-09", SUPPORTS)
    (history,) = of_case(case)[0]
    assert history.change == "wanted it ended on 3 March 2022, wants it kept since 9 June 2022"
    assert (history.stance, history.want) == ("keep", "Keep the tie")
    assert [one.words for one in history.newest_first] == [SUPPORTS, OPPOSED]


def test_the_same_again_is_no_change(case: Case) -> None:
    told(case, "end", "2022-03-03", OPPOSED)
    told(case, "end", "2022-06-09", OPPOSED)
    assert change(case) == [""]


def test_back_and_forth_is_told_in_full(case: Case) -> None:
    for stance, day in (("end", "2022-03-03"), ("keep", "2022-06"), ("end", "2023")):
        told(case, stance, day, stance)
    assert change(case) == [
        "wanted it ended on 3 March 2022, wanted it kept in June 2022, wants it ended since 2023"
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("2022-03-03", "2022-03-03"), ("2022", "2022-06-09"), ("2022-03-03", "2022")]
)
def test_days_that_may_be_the_same_tell_no_change(case: Case, first: str, second: str) -> None:
    told(case, "end", first, OPPOSED)
    told(case, "keep", second, SUPPORTS)
    assert change(case) == [""]


def test_a_position_without_a_day_stands_last_and_changes_nothing(case: Case) -> None:
    told(case, "keep", "", SUPPORTS)
    told(case, "end", "2022-03-03", OPPOSED)
    (history,) = of_case(case)[0]
    assert [one.stance for one in history.positions] == ["end", "keep"]
    assert (history.stance, history.change) == ("end", "")


def test_the_day_that_was_said_goes_before_the_sources(case: Case) -> None:
    told(case, "end", "2022-03-03", OPPOSED)
    one = told(case, "keep", "2022-06-09", SUPPORTS)
    one.data["date"] = {"value": "2021-05", "text": "last May"}
    one.save()
    assert change(case) == ["wanted it kept in May 2021, wants it ended since 3 March 2022"]


def test_a_rejected_position_is_left_out_and_a_corrected_one_counts_as_corrected(
    rita: User, case: Case
) -> None:
    wrong, mended = told(case, "end", "2022-03-03", OPPOSED), told(case, "end", "2022-06-09", SUPPORTS)
    told(case, "suspend", "2022-02-01", "Suspend it.")
    judge_finding(by=rita, finding=wrong, verdict="reject", seen=0)
    judge_finding(by=rita, finding=mended, verdict="correct", seen=0, data={**mended.data, "stance": "keep"})
    assert change(case) == ["wanted it suspended on 1 February 2022, wants it kept since 9 June 2022"]


def test_one_person_under_two_names_is_one(case: Case) -> None:
    joan = Person.objects.create(name="Joan Thibodeau")
    told(case, "end", "2022-03-03", OPPOSED, person=joan)
    told(case, "keep", "2022-06-09", SUPPORTS, name="Councilor Thibodeau", person=joan)
    told(case, "keep", "2022-07-01", SUPPORTS, name="joan thibodeau")
    (history,) = of_case(case)[0]
    assert (history.record, len(history.positions)) == (joan, 3)


def test_two_people_of_one_name_stay_two(case: Case) -> None:
    for day, stance in (("2022-03-03", "end"), ("2022-06-09", "keep")):
        told(case, stance, day, stance, person=Person.objects.create(name="Joan Thibodeau"))
    assert change(case) == ["", ""]


def test_a_position_on_another_tie_is_no_change_of_mind_on_this_one(clem: User, case: Case) -> None:
    told(case, "keep", "2022-03-03", SUPPORTS)
    other = told(case, "end", "2022-06-09", OPPOSED, target={"tie": "t1"})
    minsk = Place.objects.create(name="Minsk", country="BY")
    tie = find(other.source, "tie", "t1", places=[])
    tie.tie = add_tie(by=clem, here=case.tie.sides.get(order=0).place, there=minsk, kind="sister_city")
    tie.save()
    here, elsewhere = of_case(case)
    assert [history.stance for history in here] == ["keep"]
    assert [history.stance for history in elsewhere] == ["end"]


def test_a_persons_page_tells_their_positions_tie_by_tie(
    client: Client, rita: User, clem: User, case: Case
) -> None:
    joan, twin = Person.objects.create(name="Joan Thibodeau"), Person.objects.create(name="J. Thibodeau")
    for one in (
        told(case, "end", "2022-03-03", OPPOSED, person=joan),
        told(case, "keep", "2022-06-09", SUPPORTS, person=twin),
    ):
        one.tie = case.tie
        one.save()
    told(case, "keep", "2022-06-09", "Others.", name="Somebody else")
    merge(by=clem, record=twin, into=joan)
    ((tie, history),) = of_record(joan)
    assert (tie, history.has_changed) == (case.tie, True)
    client.force_login(rita)
    page = client.get(f"/desk/register/person/{joan.pk}/").content.decode()
    assert "wanted it ended on March 3, 2022, wants it kept since June 9, 2022" in page
    assert OPPOSED in page and SUPPORTS in page and "News of 2022-06-09" in page
    assert "Others." not in page


def test_a_bodys_page_tells_its_positions(client: Client, rita: User, case: Case) -> None:
    committee = Body.objects.create(name="Bangor-Tver Committee")
    one = told(case, "keep", "2022-03-03", "The committee wants it kept.", name="the committee")
    Finding.objects.filter(source=one.source, kind="actor").update(body=committee)
    client.force_login(rita)
    page = client.get(f"/desk/register/body/{committee.pk}/").content.decode()
    assert "The committee wants it kept." in page
    assert "not reviewed" in page


def test_the_cases_page_marks_who_changed_their_mind(client: Client, rita: User, case: Case) -> None:
    told(case, "end", "2022-03-03", OPPOSED)
    told(case, "keep", "2022-06-09", SUPPORTS)
    client.force_login(rita)
    page = client.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "Keep the tie" in page
    assert "End the tie" not in page
    assert "wanted it ended on March 3, 2022, wants it kept since June 9, 2022" in page
    assert page.index(SUPPORTS) < page.index(OPPOSED)


def test_a_passage_marked_as_a_position_is_filled_in_by_correcting_it(
    client: Client, rita: User, case: Case
) -> None:
    text = "Joan Thibodeau said she would keep the tie."
    of = source(text)
    case.sources.add(of)
    client.force_login(rita)
    words = {"kind": "position", "start": 0, "end": len(text), "text": text, "note": "Thibodeau"}
    client.post(f"/desk/review/{of.pk}/propose", words)
    finding = Finding.objects.get(kind="position")
    joan = Person.objects.create(name="Joan Thibodeau")
    finding.person = joan
    finding.save()
    judge = {"verdict": "correct", "seen": finding.version, "stance": "keep", "date": "2022-03-03"}
    client.post(f"/desk/findings/{finding.pk}/judge", judge)
    (history,) = of_case(case)[0]
    assert (history.record, history.stance, history.positions[0].date) == (joan, "keep", "2022-03-03")


def test_many_positions_cost_no_more_queries_than_one(case: Case) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            of_case(case)
        return len(context)

    told(case, "keep", "2022-03-03", SUPPORTS, person=Person.objects.create(name="One"))
    few = queries()
    for n in range(12):
        told(case, "end", f"2022-04-{n + 1:02}", OPPOSED, person=Person.objects.create(name=f"Person {n}"))
    assert queries() == few
