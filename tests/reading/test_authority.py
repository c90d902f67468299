import pytest

from fingerpost import read
from fingerpost.documents.opening import open_document

LEAD = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council met on Monday. Mayor Kenny Alexander opened the meeting. "
    "Gov. Ann Moore had written to him. "
    "The Norfolk Sister City Association, led by its president, Tom Reed, runs exchanges.\n"
)
COUNCIL = "Norfolk City Council"
MAYOR = "Kenny Alexander"
GOVERNOR = "Ann Moore"
ASSOCIATION = "Norfolk Sister City Association"
COMMISSION = "Sister Cities Commission"
MINISTRY = "Foreign Ministry"


def powers_of(text: str) -> set[tuple[str, str, str]]:
    reading = read(open_document((LEAD + text).encode(), published="2022-03-01"))
    names = {actor.id: actor.name for actor in reading.actors}
    return {(names[found.actor], found.power, found.why) for found in reading.authority}


def stated(text: str) -> set[tuple[str, str]]:
    """Give the powers that the text states, without the council taken for granted where nothing is said."""
    return {(name, power) for name, power, why in powers_of(text) if why not in {"the-council"}}


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The final decision rests with the council.", COUNCIL),
        ("It is up to the council to decide whether the agreement ends.", COUNCIL),
        ("Whether to end the agreement is the council's decision to make.", COUNCIL),
        ("The council has the final say on the agreement.", COUNCIL),
        ("The power to end sister city agreements is reserved to the council.", COUNCIL),
        ("Under the city charter, only the council can end sister city agreements.", COUNCIL),
        ("Ending the agreement requires a vote of the council.", COUNCIL),
        ("The matter is in the hands of the council.", COUNCIL),
        ("The council has yet to decide.", COUNCIL),
        ("The council is due to take up the matter next week.", COUNCIL),
        ("The resolution will go before the council next month.", COUNCIL),
        ("The council's vote on the agreement is set for March 8.", COUNCIL),
        ("The council voted 6-1 to suspend the agreement.", COUNCIL),
        ("The agreement was suspended by the council on Monday.", COUNCIL),
        ("The mayor may end such agreements by order.", MAYOR),
        ("The plan still needs the approval of the Foreign Ministry.", MINISTRY),
        ("The agreement must be ratified by the Foreign Ministry.", MINISTRY),
        ("The Foreign Ministry can block the agreement.", MINISTRY),
        ("The association itself decides on partnerships.", ASSOCIATION),
        ("The council is the only body that can end the agreement.", COUNCIL),
        ("The measure still has to be approved by the council.", COUNCIL),
        ("The full council will have to confirm the committee's decision.", COUNCIL),
        ("Approval by the Foreign Ministry is required.", MINISTRY),
    ],
)
def test_who_decides_is_read_from_what_is_said_of_the_decision(sentence: str, actor: str) -> None:
    assert (actor, "decides") in stated(sentence)


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The governor has no power to end the agreement.", GOVERNOR),
        ("Moore, who has no vote on the council, urged it to act.", GOVERNOR),
        ("Moore conceded that she could not order cities to act.", GOVERNOR),
        ("The governor can urge but not order.", GOVERNOR),
        ('"I can\'t make them do it," Moore said.', GOVERNOR),
        ('"It is not my decision," Moore said.', GOVERNOR),
        ("The council, not the mayor, decides on such agreements.", MAYOR),
        ("The mayor has a voice but not a vote.", MAYOR),
        ("The Foreign Ministry does not have the power to cancel it.", MINISTRY),
        ("A spokesman for the Foreign Ministry said it had no say in the agreement.", MINISTRY),
        ("The Foreign Ministry is not responsible for city partnerships.", MINISTRY),
        ("No approval from the Foreign Ministry is needed.", MINISTRY),
        ("The Foreign Ministry said it does not regulate sister city ties.", MINISTRY),
        ("A Foreign Ministry spokesman said such ties were a matter for the cities.", MINISTRY),
        ("Moore's request carries no legal weight.", GOVERNOR),
        ("Cities are not bound by the governor's request.", GOVERNOR),
        ("The mayor said that he alone could not end it.", MAYOR),
        ("The state has no say in it.", "state"),
        ("According to the Foreign Ministry, such ties are the responsibility of municipalities.", MINISTRY),
        ("The Foreign Ministry said cities make their own arrangements.", MINISTRY),
        ("The Foreign Ministry said that sister cities were a matter for councils.", MINISTRY),
        ("The Foreign Ministry left the decision to the cities.", MINISTRY),
        ("The Foreign Ministry said that it neither approves nor forbids such agreements.", MINISTRY),
        ("The Foreign Ministry passed a resolution against the agreement. It has no legal force.", MINISTRY),
        ("The council approved the motion. The motion is not binding, Reed said.", COUNCIL),
    ],
)
def test_who_may_not_decide_is_told_by_what_they_lack(sentence: str, actor: str) -> None:
    found = stated(sentence)
    assert (actor, "cannot_decide") in found
    assert (actor, "decides") not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sister Cities Commission, which advises the council, met on Monday.",
        "The Sister Cities Commission voted 5-1 to recommend ending the agreement.",
        "On the recommendation of the Sister Cities Commission, the council voted to end the agreement.",
        "The council asked the Sister Cities Commission for its advice.",
        "The Sister Cities Commission can only make recommendations.",
        "The Sister Cities Commission, an advisory body, wants to keep the agreement.",
    ],
)
def test_a_body_that_recommends_advises(sentence: str) -> None:
    found = stated(sentence)
    assert (COMMISSION, "advises") in found
    assert (COMMISSION, "decides") not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The association will abide by the council's decision.",
        "The association said it would do whatever the council asked.",
        '"We will do what the council tells us," Reed said.',
        "The association, which administers the program for the city, met on Monday.",
        "The association runs the program on behalf of the city.",
        "The program is administered by the association.",
        "The association has been entrusted with running the exchange.",
        "The association says it takes its direction from the council.",
        "The association, which manages the city's sister city relationships, met on Monday.",
    ],
)
def test_who_does_as_the_council_says_carries_out(sentence: str) -> None:
    assert (ASSOCIATION, "carries_out") in stated(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council has no say in the war.",
        "People there have no say in what their government does.",
        "The governor cannot travel to Russia.",
        "The mayor has the right to speak.",
        "The association carries out repairs in the park.",
        "Reed said he could not tell his students why.",
        "A parliamentary committee is due to discuss a bill on the matter.",
        "Only the Civic League's three councillors have called for the agreement to be ended.",
        "Resident Ann Low said it was not her business, and not her job, to end it.",
        '"Bins are our job, and this is not our job," resident Ann Low said.',
        '"We shouldn\'t have to ask the mayor for permission to keep the agreement," Reed said.',
        "Reed said that the relationship was always with a government office.",
        "The town of Ystad, Sweden, ended its partnership with Pskov, Russia, in March.",
    ],
)
def test_powers_over_other_things_are_no_powers_over_ties(sentence: str) -> None:
    assert stated(sentence) == set()


def test_an_unnamed_body_gives_way_to_the_name_told_after_it() -> None:
    text = (
        "An advisory commission told the council to keep the agreement. "
        "The Citizens' Commission on International Ties advises the council. "
    )
    assert stated(text) >= {("Citizens' Commission on International Ties", "advises")}
    assert not any(name == "advisory commission" for name, _ in stated(text))


def test_a_judge_is_called_by_name_where_the_text_names_one() -> None:
    text = "A district judge barred the city from ending the agreement. Judge Owen Castle will hear the case."
    assert ("Owen Castle", "decides") in stated(text)


def test_councillors_named_by_party_are_not_the_council() -> None:
    text = "A motion of Greens councillors Ann Farr and Joe Dale to end the agreement was lost. The council decides."
    assert stated(text) == {(COUNCIL, "decides")}


def test_the_council_is_taken_to_decide_where_nothing_else_is_said() -> None:
    assert powers_of("It rained.") == {(COUNCIL, "decides", "the-council")}


def test_a_body_that_only_calls_on_the_mayor_advises() -> None:
    found = stated(
        "The council adopted a resolution calling on the mayor to end the agreement. "
        "The decision rests with the mayor."
    )
    assert found == {(COUNCIL, "advises"), (MAYOR, "decides")}


def test_a_finding_cites_the_sentence_that_gives_the_power() -> None:
    sentence = "The final decision rests with the council."
    reading = read(open_document((LEAD + "It rained. " + sentence).encode(), published="2022-03-01"))
    assert [found.passages[0].text for found in reading.authority] == [sentence]


def test_an_article_without_a_tie_has_no_authority() -> None:
    document = open_document(b"The board of Acme Corp. has the final say on its agreement with a vendor.")
    assert read(document).authority == ()
