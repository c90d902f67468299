"""Cases about a class of ties: who belongs to it and why, and a decision on all of them, or on none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from icalendar import Calendar

from fingerpost.web.accounts.models import Membership
from fingerpost.web.accounts.permissions import NotAllowed
from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.class_letters import write_class_letters
from fingerpost.web.casework.classing import NoClass, draw_class, move_member
from fingerpost.web.casework.deciding_class import ClassChanged, decide_class, take_back_class
from fingerpost.web.casework.models import Case, ClassDecision, FollowUp, Member
from fingerpost.web.casework.scope import ties_of
from fingerpost.web.casework.working import open_case
from fingerpost.web.errors import WebError
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Body, Decision, Exchange, Involvement, Law, Place, Side, Tie
from fingerpost.web.register.picture import picture

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

ON = date(2022, 3, 1)
WORDS = "that all sister city agreements with cities in Russia are hereby suspended"
DECIDED = {
    "result": "suspended",
    "instrument": "Resolution 22-30",
    "operative_words": WORDS,
    "date": "2022-03-08",
    "condition": "until peace is restored",
    "review": "2023-03-08",
    "must_tell_partner": "City Clerk",
}


@pytest.fixture
def home(db: None) -> Place:
    return Place.objects.create(name="Norfolk", country="US", admin1="US-VA", is_home=True)


@pytest.fixture
def ties(clem: User, home: Place) -> dict[str, Tie]:
    """Four ties of Norfolk: two active ones with Russia, one suspended, one with Belarus."""
    council = keep(by=clem, record=Body(), changes={"name": "Norfolk City Council", "place": home})
    association = {"name": "Norfolk Sister City Association", "kind": "association"}
    carrier = keep(by=clem, record=Body(), changes=association)
    keep(by=clem, record=Involvement(), changes={"body": council, "role": "decides", "place": home})
    made = {}
    for name, country in (("Kaliningrad", "RU"), ("Tver", "RU"), ("Pskov", "RU"), ("Minsk", "BY")):
        there = Place.objects.create(name=name, country=country)
        made[name] = add_tie(by=clem, here=home, there=there, kind="sister_city")
        decide(clem, made[name], "established", "1992")
    decide(clem, made["Pskov"], "suspended", "2015-06-01")
    keep(by=clem, record=Involvement(), changes={"body": carrier, "role": "carries", "tie": made["Tver"]})
    return made


def decide(by: User, tie: Tie, result: str, day: str) -> Decision:
    changes = {"side": tie.sides.get(order=0), "result": result, "date": day}
    return keep(by=by, record=Decision(), changes=changes)


def a_case(by: User, **rule: Any) -> Case:
    changes = {"title": "Ties with Russia", "question": "Shall they go on?", "of_class": True}
    return draw_class(by=by, case=open_case(by=by, changes=changes | rule), on=ON)


def inside(case: Case, state: str = "in") -> list[str]:
    found = case.members.filter(state=state).select_related("tie").order_by("tie")
    return [member.tie.sides.get(order=1).place.name for member in found]


def suspended(by: User, case: Case, **changes: Any) -> ClassDecision:
    case.refresh_from_db()
    more = {name: changes.pop(name) for name in ("seen", "tell_by") if name in changes}
    changes = DECIDED | {"body": Body.objects.get(name="Norfolk City Council")} | changes
    return decide_class(by=by, case=case, motion=None, changes=changes, **({"seen": case.version} | more))


# Who belongs to it


def test_a_class_holds_what_fits_its_rule_with_a_reason_for_each_part(
    clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU", status="active", home_admin1="US-VA", kind="sister_city")
    assert inside(case) == ["Kaliningrad", "Tver"]
    assert case.members.get(tie=ties["Tver"]).reasons == [
        "Norfolk is in Virginia.",
        "Tver is in Russia.",
        "It is a sister city tie.",
        "Active in Norfolk since 1992.",
    ]


def test_the_class_is_that_of_the_day(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU", status="active")
    draw_class(by=clem, case=case, on=date(2015, 5, 31))
    assert inside(case) == ["Kaliningrad", "Tver", "Pskov"]


def test_a_tie_whose_status_is_not_known_is_not_sure_and_stays_out(clem: User, ties: dict[str, Tie]) -> None:
    Decision.objects.filter(side__tie=ties["Tver"]).delete()
    case = a_case(clem, partner_country="RU", status="active")
    assert (inside(case), inside(case, "unsure")) == (["Kaliningrad"], ["Tver"])
    assert ties_of(case, 10) == ([ties["Kaliningrad"]], 1)


@pytest.mark.parametrize(
    ("visit", "belongs"),
    [("", True), ("2014", True), ("2014-12-31", True), ("2015", False), ("2015-06", False), ("2030", True)],
)
def test_quiet_means_no_exchange_that_may_have_been_since(
    clem: User, ties: dict[str, Tie], visit: str, belongs: bool
) -> None:
    if visit:
        Exchange.objects.create(tie=ties["Tver"], direction="in", title="Visit", date=visit)
    assert ("Tver" in inside(a_case(clem, quiet_since="2015"))) is belongs


def test_who_carries_a_tie_makes_a_class(clem: User, ties: dict[str, Tie], home: Place) -> None:
    carrier = Body.objects.get(kind="association")
    assert inside(a_case(clem, carried_by=carrier)) == ["Tver"]
    keep(
        by=clem,
        record=Involvement(),
        changes={"body": carrier, "role": "carries", "place": home, "since": "2020"},
    )
    assert len(inside(a_case(clem, carried_by=carrier))) == 4


def test_without_a_rule_it_is_every_tie(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem)
    assert len(inside(case)) == 4
    assert case.members.first().reasons == ["Every tie of the register."]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({}, "ties"),
        ({"partner_country": "RU", "status": "active"}, "active ties with places in Russia"),
        ({"quiet_since": "2015", "kind": "twin_town"}, "twin town ties, without an exchange since 2015"),
    ],
)
def test_a_class_says_itself_in_words(rule: dict[str, str], said: str) -> None:
    assert Case(**rule).reach == said


def test_what_was_taken_out_by_hand_stays_out_when_drawn_up_again(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU")
    move_member(by=clem, case=case, tie=ties["Tver"], inside=False, why="Talks go on.")
    draw_class(by=clem, case=case, on=date(2022, 3, 5))
    assert inside(case) == ["Kaliningrad", "Pskov"]
    assert case.members.get(tie=ties["Tver"]).by_hand == "Talks go on."
    entry = Entry.objects.get(action="take-out-tie")
    assert (entry.payload, entry.why) == ({"tie": ties["Tver"].pk}, "Talks go on.")


def test_a_tie_is_not_taken_out_without_a_reason_or_twice_over(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU")
    with pytest.raises(WebError, match="Say why"):
        move_member(by=clem, case=case, tie=ties["Tver"], inside=False, why=" ")
    with pytest.raises(NoClass):
        move_member(by=clem, case=case, tie=ties["Minsk"], inside=False, why="Not with Russia")


def test_a_case_about_one_tie_has_no_class(clem: User, ties: dict[str, Tie]) -> None:
    changes = {"title": "Tver", "question": "Shall it go on?", "tie": ties["Tver"]}
    with pytest.raises(NoClass):
        draw_class(by=clem, case=open_case(by=clem, changes=changes), on=ON)


# A decision on all of it


def test_a_decision_is_a_dated_decision_for_our_side_of_each(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU", status="active")
    of = suspended(clem, case)
    made = Decision.objects.filter(class_decision=of)
    assert {(one.side.tie, one.side.order, one.result, one.case) for one in made} == {
        (ties[name], 0, "suspended", case) for name in ("Kaliningrad", "Tver")
    }
    statuses = {name: picture(tie, date(2022, 4, 1)).sides[0].standing.status for name, tie in ties.items()}
    assert statuses == {
        "Kaliningrad": "suspended",
        "Tver": "suspended",
        "Pskov": "suspended",
        "Minsk": "active",
    }
    assert [side.standing.status for side in picture(ties["Tver"], date(2022, 4, 1)).sides] == [
        "suspended",
        "unknown",
    ]
    assert list(broken_links()) == []


def test_each_decision_has_its_own_entry_and_the_whole_one_more(clem: User, ties: dict[str, Tie]) -> None:
    before = Entry.objects.filter(action="add-decision").count()
    of = suspended(clem, a_case(clem, partner_country="RU"))
    assert Entry.objects.filter(action="add-decision").count() - before == 3
    whole = Entry.objects.get(action="decide-class")
    assert (whole.payload["number"], whole.payload["as_of"]) == (3, "2022-03-01")
    assert whole.subject_id == str(of.pk)


def test_who_was_taken_out_is_not_decided_about(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU", status="active")
    move_member(by=clem, case=case, tie=ties["Tver"], inside=False, why="Talks go on.")
    of = suspended(clem, case)
    assert [one.side.tie for one in of.decisions.all()] == [ties["Kaliningrad"]]


def test_members_that_changed_since_they_were_looked_at_are_looked_at_again(
    clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU")
    seen = case.version
    move_member(by=clem, case=case, tie=ties["Tver"], inside=False, why="Talks go on.")
    with pytest.raises(ClassChanged, match="Look at them again"):
        suspended(clem, case, seen=seen)
    assert not ClassDecision.objects.exists()


def test_nothing_is_decided_where_one_value_is_wrong(clem: User, ties: dict[str, Tie]) -> None:
    from django.core.exceptions import ValidationError

    case = a_case(clem, partner_country="RU")
    before = (Decision.objects.count(), FollowUp.objects.count(), Entry.objects.count())
    with pytest.raises(ValidationError):
        suspended(clem, case, review="next spring")
    assert (Decision.objects.count(), FollowUp.objects.count(), Entry.objects.count()) == before
    case.refresh_from_db()
    assert (case.state, ClassDecision.objects.exists()) == ("open", False)


def test_a_failure_half_way_leaves_nothing(
    clem: User, ties: dict[str, Tie], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_case(clem, partner_country="RU")
    before = Decision.objects.count()

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("fingerpost.web.casework.deciding_class._follow", fail)
    with pytest.raises(RuntimeError):
        suspended(clem, case)
    assert (Decision.objects.count(), ClassDecision.objects.exists()) == (before, False)


def test_an_empty_class_is_not_decided_about(clem: User, ties: dict[str, Tie]) -> None:
    with pytest.raises(ClassChanged, match="No tie belongs"):
        suspended(clem, a_case(clem, partner_country="JP"))


def test_who_must_tell_each_partner_has_each_to_do_and_the_review_once(
    clem: User, rita: User, ties: dict[str, Tie]
) -> None:
    suspended(clem, a_case(clem, partner_country="RU"), must_tell_partner="Rita", tell_by=date(2022, 3, 15))
    items = FollowUp.objects.order_by("pk")
    assert [(item.what, item.due) for item in items] == [
        ("Review the suspension of 3 ties with places in Russia", date(2023, 3, 8)),
        ("Tell Kaliningrad of the decision", date(2022, 3, 15)),
        ("Tell Tver of the decision", date(2022, 3, 15)),
        ("Tell Pskov of the decision", date(2022, 3, 15)),
    ]
    assert {item.owner for item in items[1:]} == {rita}


def test_the_calendar_tells_of_all_partners_on_one_day_at_once(
    client: Client, clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU")
    suspended(clem, case, tell_by=date(2022, 3, 15))
    client.force_login(clem)
    events = Calendar.from_ical(client.get(f"/desk/cases/{case.pk}/calendar.ics").content).walk("VEVENT")
    said = {event.start: str(event["summary"]) for event in events}
    assert said == {
        date(2022, 3, 15): "Ties with Russia: 3 things to be done",
        date(2023, 3, 8): "Ties with Russia: Review the suspension of 3 ties with places in Russia",
    }
    telling = next(event for event in events if event.start == date(2022, 3, 15))
    assert "Tell Tver of the decision" in telling["description"]


def test_a_clerk_of_another_body_decides_nothing(sol: User, clem: User, ties: dict[str, Tie]) -> None:
    Membership.objects.create(user=sol, role="clerk", body=Body.objects.create(name="School board"))
    with pytest.raises(NotAllowed):
        suspended(sol, a_case(clem, partner_country="RU"))


def test_all_of_it_is_withdrawn_at_once(clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU", status="active")
    of = suspended(clem, case)
    assert take_back_class(by=clem, of=of, why="the resolution was only proposed") == 2
    assert picture(ties["Tver"], date(2022, 4, 1)).sides[0].standing.status == "active"
    assert set(FollowUp.objects.values_list("state", flat=True)) == {"dropped"}
    case.refresh_from_db()
    assert case.state == "open"


def test_two_hundred_ties_are_decided_about_in_few_queries(clem: User, home: Place) -> None:
    Body.objects.create(name="Norfolk City Council", kind="council", place=home)

    def queries(number: int) -> int:
        for n in range(number):
            add_tie(
                by=clem,
                here=home,
                there=Place.objects.create(name=f"Gorod {n}", country="RU"),
                kind="sister_city",
            )
        case = a_case(clem, partner_country="RU")
        with CaptureQueriesContext(connection) as context:
            suspended(clem, case)
        return len(context)

    # rows are written many at once, as many as SQLite takes values in one query
    few = queries(2)
    assert few <= 60
    assert queries(200) <= 2 * few


def test_a_class_may_lie_between_a_thousand_places(clem: User) -> None:
    Body.objects.create(name="Norfolk City Council", kind="council")
    places = [Place(name=f"Town {n}", country="RU" if n % 2 else "US") for n in range(1002)]
    ties = Tie.objects.bulk_create([Tie(kind="sister_city") for _ in range(501)])
    Side.objects.bulk_create(
        [
            Side(tie=ties[n // 2], order=n % 2, place=place)
            for n, place in enumerate(Place.objects.bulk_create(places))
        ]
    )
    case = a_case(clem, partner_country="RU")
    assert case.members.filter(state="in").count() == 501
    assert suspended(clem, case).decisions.count() == 501


# Letters


def words_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def letters(by: User, of: ClassDecision, to: str) -> list[str]:
    paper = write_class_letters(by=by, of=of, to=to, now=datetime(2022, 3, 9, tzinfo=UTC))
    if paper.name.endswith(".docx"):
        return [words_of(paper.data)]
    with ZipFile(BytesIO(paper.data)) as archive:
        return [words_of(archive.read(name)) for name in sorted(archive.namelist())]


def test_each_partner_has_a_letter_about_its_own_tie_alone(clem: User, ties: dict[str, Tie]) -> None:
    written = letters(clem, suspended(clem, a_case(clem, partner_country="RU")), "partner")
    assert len(written) == 3
    for name, text in zip(("Kaliningrad", "Tver", "Pskov"), written, strict=True):
        others = {"Kaliningrad", "Tver", "Pskov"} - {name}
        assert f"the sister city tie between Norfolk and {name}" in text
        assert not any(other in text for other in others)
        assert "until peace is restored" in text


def test_the_press_is_told_of_all_ties_in_one_letter(clem: User, ties: dict[str, Tie]) -> None:
    (text,) = letters(clem, suspended(clem, a_case(clem, partner_country="RU")), "press")
    assert "suspended 3 ties with places in Russia (Resolution 22-30)" in text
    assert "With this these ties are suspended on the side of Norfolk. They are not ended." in text
    assert "Norfolk – Kaliningrad\nNorfolk – Tver\nNorfolk – Pskov" in text


def test_who_carries_ties_is_told_of_those_alone(clem: User, ties: dict[str, Tie]) -> None:
    carrier = Body.objects.get(kind="association")
    keep(by=clem, record=Involvement(), changes={"body": carrier, "role": "carries", "tie": ties["Pskov"]})
    (text,) = letters(clem, suspended(clem, a_case(clem, partner_country="RU")), "association")
    assert "Norfolk Sister City Association" in text
    assert "Norfolk – Tver\nNorfolk – Pskov" in text
    assert "Kaliningrad" not in text


def test_where_nobody_carries_the_ties_it_is_said(clem: User, ties: dict[str, Tie]) -> None:
    Involvement.objects.filter(role="carries").delete()
    with pytest.raises(WebError, match="does not say who carries"):
        letters(clem, suspended(clem, a_case(clem, partner_country="RU")), "association")


# Pages


def test_a_case_about_a_class_is_opened_looked_at_and_decided_on_the_pages(
    client: Client, clem: User, ties: dict[str, Tie]
) -> None:
    client.force_login(clem)
    words = {
        "title": "Ties with Russia",
        "question": "Shall they go on?",
        "about": "class",
        "tie": f"#{ties['Minsk'].pk}",
        "partner_country": "Russia",
        "status": "active",
    }
    page = client.post("/desk/cases/new", words, follow=True)
    case = Case.objects.get()
    assert case.tie is None
    assert "active ties with places in Russia</a>: 2 ties as of" in page.content.decode()
    listed = client.get(f"/desk/cases/{case.pk}/ties").content.decode()
    assert "Tver is in Russia." in listed
    taken = {"tie": ties["Tver"].pk, "do": "out", "why": "Talks go on."}
    client.post(f"/desk/cases/{case.pk}/ties/move", taken)
    form = client.get(f"/desk/cases/{case.pk}/decision").content.decode()
    assert "For active ties with places in Russia: 1 tie as of" in form
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    filled = DECIDED | {"body": "Norfolk City Council", "seen": seen, "tell_by": "2022-03-15"}
    page = client.post(f"/desk/cases/{case.pk}/decision", filled, follow=True).content.decode()
    assert "The decision is recorded for 1 tie." in page
    assert "Norfolk City Council may decide this." in page
    of = ClassDecision.objects.get()
    assert "1 tie" in client.get(f"/desk/cases/{case.pk}/").content.decode()
    for to in ("partner", "press"):
        answer = client.get(f"/desk/class-decisions/{of.pk}/letters/{to}")
        assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client.get(f"/desk/class-decisions/{of.pk}/letters/mayor").status_code == 404
    client.post(f"/desk/class-decisions/{of.pk}/withdraw", {"why": "entered too early"})
    assert (
        "All of these decisions were withdrawn"
        in client.get(f"/desk/class-decisions/{of.pk}/").content.decode()
    )


def test_a_stale_form_is_refused_on_the_page(client: Client, clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU")
    client.force_login(clem)
    filled = DECIDED | {"body": "Norfolk City Council", "seen": case.version - 1}
    answer = client.post(f"/desk/cases/{case.pk}/decision", filled)
    assert answer.status_code == 409
    assert "Look at them again" in answer.content.decode()


def test_changing_the_rule_draws_the_class_up_again(client: Client, clem: User, ties: dict[str, Tie]) -> None:
    case = a_case(clem, partner_country="RU")
    client.force_login(clem)
    words = {"title": case.title, "question": case.question, "about": "class", "partner_country": "Belarus"}
    client.post(f"/desk/cases/{case.pk}/edit", words)
    assert inside(case) == ["Minsk"]
    form = client.get(f"/desk/cases/{case.pk}/edit").content.decode()
    assert 'value="Belarus"' in form


def test_a_law_opens_a_case_about_the_ties_it_reaches(
    client: Client, clem: User, ties: dict[str, Tie]
) -> None:
    changes = {"title": "House Bill 7", "effect": "forbids", "home_admin1": "US-VA", "partner_country": "RU"}
    law = keep(by=clem, record=Law(), changes=changes)
    client.force_login(clem)
    form = client.get(f"/desk/cases/new?law={law.pk}").content.decode()
    assert (
        "House Bill 7 forbids ties of places in Virginia with places in Russia. What shall become of them?"
        in form
    )
    assert 'value="Russia"' in form and 'value="Virginia"' in form


def test_about_one_tie_needs_the_tie(client: Client, clem: User, ties: dict[str, Tie]) -> None:
    client.force_login(clem)
    words = {"title": "Tver", "question": "Shall it go on?", "about": "tie"}
    answer = client.post("/desk/cases/new", words)
    assert answer.status_code == 400
    assert "Say which tie" in answer.content.decode()


def test_whether_another_body_decided_is_told_tie_by_tie(
    client: Client, clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU")
    of = suspended(clem, case, body=Body.objects.create(name="Mayor of Norfolk"))
    client.force_login(clem)
    page = client.get(f"/desk/class-decisions/{of.pk}/").content.decode()
    assert page.count("the register says that Norfolk City Council may decide") == 3
    assert "3 of these may not have been this body" in client.get(f"/desk/cases/{case.pk}/").content.decode()


def test_the_pages_of_a_class_ask_as_often_for_many_ties(
    client: Client, clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU")
    client.force_login(clem)

    def queries() -> list[int]:
        counts = []
        for address in (
            f"/desk/cases/{case.pk}/ties",
            f"/desk/cases/{case.pk}/decision",
            f"/desk/cases/{case.pk}/",
        ):
            client.get(address)
            with CaptureQueriesContext(connection) as context:
                client.get(address)
            counts.append(len(context))
        return counts

    few = queries()
    home = ties["Tver"].sides.get(order=0).place
    for n in range(15):
        there = Place.objects.create(name=f"Gorod {n}", country="RU")
        add_tie(by=clem, here=home, there=there, kind="sister_city")
    draw_class(by=clem, case=case, on=ON)
    assert queries() == few


def test_whoever_only_reads_takes_nothing_out(
    client: Client, cora: User, clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU")
    client.force_login(cora)
    page = client.get(f"/desk/cases/{case.pk}/ties").content.decode()
    assert "Take out" not in page
    taken = {"tie": ties["Tver"].pk, "do": "out", "why": "x"}
    assert client.post(f"/desk/cases/{case.pk}/ties/move", taken).status_code == 403
    assert not Member.objects.filter(state="out").exists()


# The briefing


def briefed(case: Case) -> str:
    from fingerpost.web.casework.briefing import brief, render

    return render(brief(case, date(2022, 3, 10)), ("md",))["md"].decode()


def test_the_briefing_of_a_class_names_its_members_with_their_reasons(
    clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU")
    move_member(by=clem, case=case, tie=ties["Tver"], inside=False, why="Talks go on.")
    text = briefed(case)
    assert "Briefing on ties with places in Russia" in text
    assert "**2 ties: ties with places in Russia, as of March 1, 2022.**" in text
    assert "Taken out: **Norfolk – Tver**: Talks go on." in text
    assert "**2 ties.** On our side: 1 active and 1 suspended." in text
    assert "Norfolk – Pskov. **Norfolk: suspended since June 1, 2015**" in text
    assert "Pskov is in Russia." in text
    assert "Decides: **Norfolk City Council**, about all ties of Norfolk." in text


def test_the_briefing_of_a_class_tells_nothing_of_one_tie_alone(clem: User, ties: dict[str, Tie]) -> None:
    text = briefed(a_case(clem, partner_country="RU"))
    assert "What Kaliningrad says" not in text
    assert "Apart:" not in text
    assert "Keep the ties" in text


def test_what_was_decided_about_the_class_is_no_example_from_elsewhere(
    clem: User, ties: dict[str, Tie]
) -> None:
    case = a_case(clem, partner_country="RU", status="active")
    decide(clem, ties["Minsk"], "ended", "2020-01-01")
    suspended(clem, case)
    elsewhere = briefed(case).partition("## What was decided about other ties")[2].partition("##")[0]
    assert "Minsk: ended" in elsewhere
    assert "Kaliningrad" not in elsewhere


def test_the_briefing_of_a_class_is_issued_and_proved(
    client: Client, clem: User, ties: dict[str, Tie]
) -> None:
    from fingerpost.web.casework.models import Issue

    case = a_case(clem, partner_country="RU")
    client.force_login(clem)
    client.post(f"/desk/cases/{case.pk}/issue")
    assert Issue.objects.get().briefing["casefile"]["register"]["of_class"]["number"] == 3
