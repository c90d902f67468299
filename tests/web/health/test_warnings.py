"""Warnings say why, by thresholds that the office sets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from suspension import norfolk_tie

from fingerpost.web.audit.models import Entry
from fingerpost.web.errors import WebError
from fingerpost.web.register.health import Thresholds, Vitals, alerts, months_before
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Exchange, ReceivedReport, Tie
from fingerpost.web.register.picture import picture
from fingerpost.web.register.report import annual_report
from fingerpost.web.register.setting import set_thresholds, thresholds_set

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

NOW = date(2023, 3, 31)


@pytest.fixture
def tie(clem: User) -> Tie:
    return norfolk_tie(clem)


def said(vitals: Vitals, **thresholds: int | None) -> list[str]:
    never = dict.fromkeys(("exchange", "letter", "vacancy", "ahead", "report"))
    return [alert.why for alert in alerts(vitals, Thresholds(**(never | thresholds)), NOW)]


def test_a_silence_is_warned_of_from_the_day_after(tie: Tie) -> None:
    assert said(Vitals(last_exchange="2020-03-31"), exchange=36) == []
    assert said(Vitals(last_exchange="2020-03-30"), exchange=36) == [
        "The last exchange was on 30 March 2020, more than 3 years ago."
    ]


def test_a_date_without_a_day_is_given_the_benefit_of_its_last(tie: Tie) -> None:
    assert said(Vitals(last_letter="2022-09"), letter=6) == []
    assert said(Vitals(last_letter="2022-08"), letter=6) == [
        "The last letter was in August 2022, more than 6 months ago."
    ]


def test_what_is_due_within_a_month_of_thirty_days_or_of_thirty_one() -> None:
    assert months_before(date(2023, 3, 31), 1) == date(2023, 2, 28)
    assert months_before(date(2024, 1, 15), 13) == date(2022, 12, 15)
    assert months_before(date(1, 1, 1), 1) == date.min


def test_what_is_past_is_warned_of_even_where_nothing_ahead_is() -> None:
    vitals = Vitals(reviews=[("Resolution 1", "2023-03-30"), ("Resolution 2", "2023-04-01")])
    assert said(vitals) == ["The review of Resolution 1 was due on 30 March 2023."]
    assert len(said(vitals, ahead=1)) == 2


def test_a_month_in_which_something_is_due_is_not_past_before_it_ends() -> None:
    assert said(Vitals(terms=[("Agreement", "2023-03")]), ahead=1) == [
        "The term of Agreement runs out in March 2023."
    ]


def test_a_title_with_braces_is_shown_as_it_is() -> None:
    assert said(Vitals(terms=[("{0.x} {}", "2022")])) == ["The term of {0.x} {} ran out in 2022."]


def test_an_ended_tie_needs_no_exchange() -> None:
    assert said(Vitals(status="ended"), exchange=1, letter=1, report=1) == []


def test_what_comes_later_than_the_day_asked_about_does_not_count(rita: User, tie: Tie) -> None:
    keep(
        by=rita,
        record=Exchange(),
        changes={"tie": tie, "direction": "in", "date": "2022-05", "title": "Visit"},
    )
    assert "No exchange is in the register." in [alert.why for alert in picture(tie, date(2015, 1, 1)).alerts]


def test_the_office_says_when_to_warn(client: Client, ada: User, rita: User, tie: Tie) -> None:
    keep(
        by=rita,
        record=Exchange(),
        changes={"tie": tie, "direction": "in", "date": "2022-05", "title": "Visit"},
    )
    client.force_login(ada)
    words = {
        "exchange": "6",
        "letter": "",
        "vacancy": "6",
        "ahead": "6",
        "report": "13",
        "why": "We report yearly",
    }
    assert client.post("/desk/warnings/", words).status_code == 302
    assert thresholds_set() == Thresholds(exchange=6, letter=None, vacancy=6, ahead=6, report=13)
    kinds = {alert.kind for alert in picture(tie, NOW).alerts}
    assert kinds == {"exchange", "report"}
    assert {alert.kind for alert in annual_report(2022, NOW).lines[0].alerts} == kinds
    assert Entry.objects.get(action="set-thresholds").why == "We report yearly"


def test_a_report_that_came_in_is_not_missed(rita: User, ada: User, tie: Tie) -> None:
    set_thresholds(by=ada, thresholds=Thresholds(report=13))
    assert "No report is in the register." in [alert.why for alert in picture(tie, NOW).alerts]
    keep(by=rita, record=ReceivedReport(), changes={"tie": tie, "date": "2023-01", "about": "2022"})
    assert "report" not in {alert.kind for alert in picture(tie, NOW).alerts}


def test_setting_the_same_again_leaves_no_entry(ada: User) -> None:
    for _ in range(2):
        set_thresholds(by=ada, thresholds=Thresholds(exchange=12))
    assert Entry.objects.filter(action="set-thresholds").count() == 1


@pytest.mark.parametrize("months", [0, -1, 1201])
def test_months_that_make_no_sense_are_refused(ada: User, months: int) -> None:
    with pytest.raises(ValidationError):
        set_thresholds(by=ada, thresholds=Thresholds(exchange=months))
    assert thresholds_set() == Thresholds()


def test_only_administrators_say_when_to_warn(client: Client, clem: User) -> None:
    with pytest.raises(WebError):
        set_thresholds(by=clem, thresholds=Thresholds())
    client.force_login(clem)
    assert client.get("/desk/warnings/").status_code == 403


def test_a_report_received_is_added_from_the_page_of_its_tie(client: Client, rita: User, tie: Tie) -> None:
    client.force_login(rita)
    address = f"/desk/register/receivedreport/new?tie={tie.pk}"
    body = "Norfolk Sister City Association"
    assert client.post(address, {"about": "2022", "date": "2023-01", "body": body}).status_code == 302
    page = client.get(f"/desk/ties/{tie.pk}/").content.decode()
    assert "Report on 2022" in page
