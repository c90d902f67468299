"""Review: the order of findings, what is sure, several at once, taking back, and what belongs where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from fingerpost.web.audit.models import Entry
from fingerpost.web.desk.reviewing import review_of
from fingerpost.web.evidence.grouping import is_name, is_sure
from fingerpost.web.evidence.judging import Changed, NothingToTakeBack, judge_finding, judge_together
from fingerpost.web.evidence.models import Fact, Finding, Judgement, Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.evidence.sentences import sentence_starts
from fingerpost.web.evidence.wording import headline
from fingerpost.web.register.models import Body, Person, Place, Tie
from fingerpost.web.words.indexing import index

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def source(rita: User, root: Path) -> Source:
    """The project's own sample article, read."""
    data = (root / "docs" / "sample" / "bangor-tver.txt").read_bytes()
    made, _ = receive_source(by=rita, data=data, name="bangor-tver.txt", published="2022-02-25")
    read_now(made.pk)
    return Source.objects.get(pk=made.pk)


def finding(source: Source, kind: str, words: str = "") -> Finding:
    names = {"place": "name", "actor": "name"}
    for found in source.findings.filter(kind=kind).order_by("start", "pk"):
        if words in str(found.data.get(names.get(kind, ""), words)):
            return found
    raise LookupError(f"{kind} {words}")


def judge(by: User, found: Finding, verdict: str, **more: object) -> Judgement:
    found.refresh_from_db()
    return judge_finding(by=by, finding=found, verdict=verdict, seen=found.version, **more)


def facts() -> Iterator[Fact]:
    return Fact.objects.filter(superseded=None)


# order and groups


def test_sentences_start_at_blocks_and_after_full_stops_but_not_within_a_passage_of_one_sentence() -> None:
    text = "Head\nGov. Ann Able spoke. She left. “Why?” He knew."
    starts = sentence_starts(text, [(0, 4), (5, len(text))], [(5, 25)])
    assert [text[start:][:4] for start in starts] == ["Head", "Gov.", "She ", "“Why", "He k"]


def test_what_the_reader_did_not_settle_comes_first(source: Source) -> None:
    last = source.findings.order_by("-start").first()
    Finding.objects.filter(pk=last.pk).update(unsettled=True)
    groups = review_of(source)
    assert [found.pk for found in groups[0].findings] == [last.pk]
    assert [group.settled for group in groups].count(False) == 1


def test_a_group_holds_what_one_sentence_says_and_every_finding_stands_in_one_group(source: Source) -> None:
    groups = review_of(source)
    together = [found.pk for group in groups for found in group.findings]
    assert sorted(together) == sorted(source.findings.values_list("pk", flat=True))
    event = finding(source, "event")
    group = next(group for group in groups if event.pk in {found.pk for found in group.findings})
    assert event.passages.first().text == group.text


def test_a_name_is_told_from_a_description() -> None:
    assert [is_name(words) for words in ("Robert Tillson", "Norfolk City Council", "City of Norfolk")] == [
        True
    ] * 3
    assert [is_name(words) for words in ("400 students", "soldier", "Virginia mayors")] == [False] * 3


def test_a_finding_somebody_marked_by_hand_is_never_among_the_sure_ones(source: Source) -> None:
    sure = next(found for found in source.findings.all() if is_sure(found))
    sure.reading = None
    assert not is_sure(sure)


def test_a_finding_is_worded_as_a_sentence(source: Source) -> None:
    names = {"a2": "Dana Whitcomb", "a6": "Amy Pelkey"}
    positions = [
        headline(found, names) for found in source.findings.filter(kind="position").order_by("start")
    ]
    assert positions[0] == "Dana Whitcomb demands that the tie be ended"
    assert positions[3] == "Amy Pelkey wants the tie suspended"
    assert headline(finding(source, "place", "Bangor"), {}) == "Bangor, Maine, United States; a town or city"


# taking back


def test_taking_back_gives_the_state_before(rita: User, source: Source) -> None:
    found = finding(source, "event")
    judge(rita, found, "reject")
    judge(rita, found, "accept")
    judge(rita, found, "undo")
    found.refresh_from_db()
    assert found.state == "rejected"
    judge(rita, found, "undo")
    found.refresh_from_db()
    assert (found.state, found.version, list(facts())) == ("open", 4, [])


def test_taking_a_correction_back_gives_the_fact_of_the_one_before(rita: User, source: Source) -> None:
    found = finding(source, "event")
    judge(rita, found, "accept")
    judge(rita, found, "correct", data={**found.data, "kind": "renewed"})
    assert facts().get().data["kind"] == "renewed"
    judge(rita, found, "undo")
    assert facts().get().data["kind"] == found.data["kind"]
    assert Finding.objects.get(pk=found.pk).judged == found.data


def test_nothing_is_taken_back_where_nothing_stands(rita: User, source: Source) -> None:
    found = finding(source, "event")
    with pytest.raises(NothingToTakeBack):
        judge(rita, found, "undo")
    assert not Judgement.objects.exists()


def test_every_judgement_stays_in_the_record(rita: User, source: Source) -> None:
    found = finding(source, "event")
    judge(rita, found, "accept")
    judge(rita, found, "undo")
    assert [judgement.verdict for judgement in found.judgements.all()] == ["accept", "undo"]
    assert Entry.objects.filter(action="judge-finding").count() == 2


def test_a_second_reader_counts_only_judgements_that_stand(rita: User, ravi: User, source: Source) -> None:
    found = finding(source, "event")
    judge(rita, found, "accept", second_reader=True)
    judge(rita, found, "undo", second_reader=True)
    judge(ravi, found, "accept", second_reader=True)
    found.refresh_from_db()
    assert found.state == "second"
    judge(rita, found, "accept", second_reader=True)
    found.refresh_from_db()
    assert found.state == "accepted"


# several at once


def test_several_are_judged_together_or_not_at_all(rita: User, ravi: User, source: Source) -> None:
    first, second = source.findings.all()[:2]
    judge(ravi, second, "reject")
    with pytest.raises(Changed, match="Ravi judged it"):
        judge_together(
            by=rita, seen={first: 0, second: 0}, verdict="accept", second_reader=lambda found: False
        )
    first.refresh_from_db()
    assert first.state == "open"


def test_the_sure_ones_of_a_sentence_are_accepted_without_a_script(
    client: Client, rita: User, source: Source
) -> None:
    client.force_login(rita)
    group = next(group for group in review_of(source) if len(group.sure) > 1)
    given = [f"{found.pk}:{found.version}" for found in group.sure]
    page = client.post(f"/desk/review/{source.pk}/together", {"verdict": "accept", "finding": given})
    states = {Finding.objects.get(pk=found.pk).state for found in group.sure}
    assert states == {"accepted"}
    assert page.headers["Location"].startswith(f"/desk/review/{source.pk}/#f")


def test_findings_of_another_source_are_not_judged_along(client: Client, rita: User, source: Source) -> None:
    other, _ = receive_source(by=rita, data=b"The council of Bangor met.", name="other.txt")
    read_now(other.pk)
    found = source.findings.first()
    client.force_login(rita)
    client.post(f"/desk/review/{other.pk}/together", {"verdict": "accept", "finding": [f"{found.pk}:0"]})
    found.refresh_from_db()
    assert found.state == "open"


@pytest.mark.parametrize("given", [[], ["x:0"], ["1"], ["1:-1"]])
def test_several_that_are_not_named_as_they_should_be_are_refused(
    client: Client, rita: User, source: Source, given: list[str]
) -> None:
    client.force_login(rita)
    address = f"/desk/review/{source.pk}/together"
    answer = client.post(
        address, {"verdict": "accept", "finding": given}, headers={"Accept": "application/json"}
    )
    assert (answer.status_code, Judgement.objects.count()) == (400, 0)


def test_after_a_judgement_without_a_script_comes_the_next_in_the_order_of_the_page(
    client: Client, rita: User, source: Source
) -> None:
    client.force_login(rita)
    order = [found for group in review_of(source) for found in group.findings]
    page = client.post(f"/desk/findings/{order[5].pk}/judge", {"verdict": "accept", "seen": 0})
    assert page.headers["Location"].endswith(f"#f{order[6].pk}")


# what belongs where


def assign(client: Client, found: Finding, **posted: str) -> dict[str, object]:
    answer = client.post(f"/desk/findings/{found.pk}/assign", posted, headers={"Accept": "application/json"})
    return answer.json()


def test_a_tie_is_added_to_the_register_with_its_places_and_takes_what_is_about_it_along(
    client: Client, rita: User, source: Source
) -> None:
    client.force_login(rita)
    found = finding(source, "tie")
    answer = assign(client, found, record="new")
    tie = Tie.objects.get()
    assert str(tie) == "Bangor – Tver"
    assert set(Place.objects.values_list("geonames", flat=True)) == {4957280, 480060}
    assert answer["belongs"][str(found.pk)] == "Bangor – Tver"
    positions = source.findings.filter(kind="position")
    assert {position.tie for position in positions} == {tie}
    assert answer["open_case"]["href"] == f"/desk/cases/new?tie={tie.pk}&source={source.pk}"


def test_a_finding_that_was_accepted_before_takes_its_fact_along(
    client: Client, rita: User, source: Source
) -> None:
    client.force_login(rita)
    judge(rita, finding(source, "event"), "accept")
    assign(client, finding(source, "tie"), record="new")
    assert facts().get().tie == Tie.objects.get()


def test_a_person_and_a_body_are_added_from_what_the_reader_found(
    client: Client, rita: User, source: Source
) -> None:
    client.force_login(rita)
    assign(client, finding(source, "actor", "Robert Tillson"), record="new")
    assign(client, finding(source, "actor", "Bangor City Council"), record="new")
    assert Person.objects.get().name == "Robert Tillson"
    assert (Body.objects.get().name, Body.objects.get().kind) == ("Bangor City Council", "council")


def test_a_description_is_not_suggested_as_a_person(source: Source) -> None:
    soldier = finding(source, "actor", "soldier")
    shown = {found.pk: found for group in review_of(source) for found in group.findings}
    assert shown[soldier.pk].suggested is None


def test_what_belongs_elsewhere_is_assigned_by_name(client: Client, rita: User, source: Source) -> None:
    client.force_login(rita)
    other = Person.objects.create(name="Bob Tillson")
    index(Person, [other.pk])
    found = finding(source, "actor", "Robert Tillson")
    assign(client, found, kind="person", name="bob tillson")
    found.refresh_from_db()
    assert found.person == other


def test_a_name_nobody_bears_is_told_and_nothing_is_assigned(
    client: Client, rita: User, source: Source
) -> None:
    client.force_login(rita)
    found = finding(source, "actor", "Robert Tillson")
    answer = assign(client, found, kind="person", name="Nobody Here")
    assert 'Nothing in the register is called "Nobody Here"' in answer["problem"]
    found.refresh_from_db()
    assert found.person is None


def test_assigning_is_taken_back_for_all_that_went_along(client: Client, rita: User, source: Source) -> None:
    client.force_login(rita)
    moved = list(assign(client, finding(source, "tie"), record="new")["belongs"])
    client.post(f"/desk/review/{source.pk}/unassign", {"finding": moved})
    assert not source.findings.exclude(tie=None).exists()


def test_a_finding_that_names_nothing_is_not_added(client: Client, rita: User, source: Source) -> None:
    client.force_login(rita)
    answer = assign(client, finding(source, "quote"), record="new")
    assert answer["problem"].startswith("Only a place, a tie, a person or a body")


def test_a_contributor_adds_nothing_from_a_finding(client: Client, cora: User, source: Source) -> None:
    client.force_login(cora)
    answer = client.post(f"/desk/findings/{finding(source, 'tie').pk}/assign", {"record": "new"})
    assert (answer.status_code, Tie.objects.count()) == (403, 0)
