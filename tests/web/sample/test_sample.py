"""The sample register is whole, marked, and made by the same actions as any other."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from django.test import Client

from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.founding import AlreadyFounded
from fingerpost.web.register.models import Body, Person, Place, Tie
from fingerpost.web.register.picture import picture
from fingerpost.web.sample.loading import Keeper, load_sample
from fingerpost.web.transfer.verifying import verify

TODAY = date(2026, 11, 23)


@pytest.fixture
def keeper(db: None) -> Keeper:
    """The sample, loaded."""
    return load_sample(TODAY)


def test_a_dozen_ties_stand_differently(keeper: Keeper) -> None:
    pictures = [picture(tie, TODAY) for tie in Tie.objects.all()]
    here = {seen.sides[0].standing.status for seen in pictures}
    assert len(pictures) == 12
    assert here == {"active", "suspended", "lapsed", "ended", "proposed"}


def test_the_two_sides_of_one_tie_differ(keeper: Keeper) -> None:
    matsue = Tie.objects.get(sides__place__name="Matsue")
    assert [side.standing.status for side in picture(matsue, TODAY).sides] == ["active", "ended"]


def test_warnings_of_each_kind_show(keeper: Keeper) -> None:
    seen = chain.from_iterable(picture(tie, TODAY).alerts for tie in Tie.objects.all())
    assert {alert.kind for alert in seen} >= {"exchange", "letter", "vacancy", "term", "review"}


def test_a_suspension_lifted_since_asks_for_no_review(keeper: Keeper) -> None:
    due = {
        str(tie)
        for tie in Tie.objects.all()
        for alert in picture(tie, TODAY).alerts
        if alert.kind == "review"
    }
    assert due == {"Bangor – Valdivia"}


def test_one_case_is_open_with_its_sources(keeper: Keeper) -> None:
    case = Case.objects.get()
    assert (case.state, case.sources.count(), case.motions.count()) == ("open", 3, 1)


def test_every_record_is_marked_as_sample(keeper: Keeper) -> None:
    assert all(not m.objects.exclude(imported_from="sample").exists() for m in (Body, Person, Tie))
    assert Place.objects.get(is_home=True).imported_from == "sample"
    assert all("invented" in source.publisher for source in Source.objects.all())


def test_everything_was_recorded_and_is_proved(keeper: Keeper) -> None:
    assert Entry.objects.filter(action="add-tie", by=keeper.user).count() == 12
    assert verify().faults == []


def test_the_sample_fills_no_register_that_is_in_use(keeper: Keeper) -> None:
    with pytest.raises(AlreadyFounded):
        load_sample(TODAY)
    assert Tie.objects.count() == 12


def test_the_button_loads_it_and_signs_in(client: Client, db: None) -> None:
    page = client.post("/desk/first-run/sample", follow=True)
    assert page.status_code == 200
    assert "Robin Sample" in page.content.decode()
    for address in ("/desk/", "/desk/ties/", "/desk/nowhere/", "/account/2fa/"):
        assert "Sample register." in client.get(address).content.decode(), address


def test_the_button_works_on_the_machine_itself_only(client: Client, db: None) -> None:
    assert client.post("/desk/first-run/sample", REMOTE_ADDR="203.0.113.9").status_code == 403
    assert not Tie.objects.exists()


def test_the_button_does_nothing_once_there_is_a_register(client: Client, keeper: Keeper) -> None:
    client.post("/desk/first-run/sample")
    assert Tie.objects.count() == 12
    assert "_auth_user_id" not in client.session


def test_both_founding_decisions_of_the_tie_in_question_have_a_source_that_says_them(keeper: Keeper) -> None:
    tver = Case.objects.get().tie
    assert tver is not None
    for side in tver.sides.all():
        decision = side.decisions.get()
        assert decision.source is not None
        assert decision.operative_words.encode() in decision.source.original.data
