import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading.model import Action, Reading
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.reader import read_page

TIE = "Norfolk, Virginia, has a sister city tie with Kaliningrad, Russia. "


def reading_of(said: str) -> Reading:
    """Read by the rules alone: what scores drop from two sentences, they may keep in an article."""
    document = open_document((TIE + said).encode(), published="2022-03-15")
    [doc] = parse_all([document])
    return read_page(Page(document, doc), weights={})


def actions(said: str) -> list[Action]:
    return list(reading_of(said).actions)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("City workers took the name off the signpost on Tuesday.", "done"),
        ("The association plans to cover a signpost at the park.", "planned"),
        ("The clerk will write to the mayor of Kaliningrad.", "planned"),
        ("The council has called off a trip to Kaliningrad.", "done"),
        ("The mayor refused to take down the flag.", "refused"),
        ("The committee has offered to repaint the sign.", "proposed"),
        ("The flag was taken down on Monday.", "done"),
        ("The mayor said he will not travel to Kaliningrad.", "refused"),
        ("No official from Norfolk will travel to Kaliningrad.", "refused"),
        ("Mayor Ann Lee will sign the renewal in Kaliningrad in May.", "planned"),
        ("The city manager must send written notice to Kaliningrad within ten days.", "planned"),
        ("The society has offered to pay all costs of the visits.", "proposed"),
        ("A set of lacquer boxes has been moved to storage.", "done"),
        ("The association has called off its May potluck.", "done"),
        ("The association is setting up a fund for refugees.", "planned"),
        ("The council told staff to stop buying plane tickets.", "planned"),
        ("The council agreed to name a garden after Kaliningrad.", "planned"),
        ("The council shelved plans for a garden named after Kaliningrad.", "done"),
        ("Three interns from Kaliningrad will not be coming in July.", "refused"),
        ("The mayor threatened to take the city to court.", "planned"),
        ("The association has offered to hire a coach for the pupils.", "proposed"),
        ("The commission recommended that the council remove the sign.", "proposed"),
        ("The association announced a vigil in the park.", "planned"),
        ("The mayor is setting up an independent association to take the exchange over.", "planned"),
        ("The city will issue no invitations.", "planned"),
        ("The mayor ordered the flag taken down.", "planned"),
        ("The mayor called for the flag to be taken down.", "proposed"),
    ],
)
def test_an_act_is_done_planned_proposed_or_refused(said: str, status: str) -> None:
    assert [action.status for action in actions(said)] == [status]


@pytest.mark.parametrize(
    ("said", "until", "kind"),
    [
        (
            "Staff will cover the sign until Russia ends its invasion.",
            "until Russia ends its invasion",
            "condition",
        ),
        ("The flag will stay in storage until further notice.", "until further notice", "indefinite"),
        ("The city will pay the grants until 2027.", "until 2027", "date"),
        ("The sign has been covered pending the council's vote.", "pending the council's vote", "condition"),
        ("Until the vote, the flag will stay in storage.", "Until the vote", "condition"),
    ],
)
def test_until_is_in_the_words_of_the_text(said: str, until: str, kind: str) -> None:
    found = [action.until for action in actions(said)]
    assert [(one.text, one.kind) for one in found if one] == [(until, kind)]


@pytest.mark.parametrize(
    "said",
    [
        "The council voted to suspend the agreement until the war ends.",
        "The council will vote on the motion on Monday.",
        "A card from his sister hangs on the wall.",
        "The mayor could take down the sign.",
        "The chair called the meeting to order.",
        "The council agreed to suspend the pact until the war ends.",
        "The visit was to have been held in June.",
        "Nothing in the resolution would stop private groups.",
        "Ms. Ames asked the Board to renew.",
        "Who will take down the flag?",
        "The association offered to think about it.",
        "The committee was set up in 1992.",
        "The commission recommended that the council end the agreement.",
        "The flag hangs in the hall. The mayor said she would leave it well alone.",
    ],
)
def test_deciding_and_what_is_merely_thinkable_are_no_acts(said: str) -> None:
    assert actions(said) == []


def test_two_clauses_with_two_subjects_are_two_acts() -> None:
    found = actions(
        "The clerk will write to the mayor of Kaliningrad, and the flag will be taken down in May."
    )
    assert len(found) == 2


def test_who_acts_is_the_fullest_name() -> None:
    reading = reading_of(
        "The Norfolk Sister City Association met. The association plans to cover a signpost."
    )
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(action.actor or "") for action in reading.actions] == [
        "Norfolk Sister City Association"
    ]


def test_what_is_done_is_lifted_from_the_text() -> None:
    found = actions("The association plans to cover a signpost at the park until Russia ends its invasion.")
    assert [action.what for action in found] == ["cover a signpost at the park"]


def test_two_verbs_with_their_own_objects_are_two_acts() -> None:
    found = actions("Staff will remove the plaque from the sign and keep it in storage until the war ends.")
    assert [action.until is not None for action in found][-1] and len(found) == 2


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        ("Mayor Carl Wysong spoke. The flag was taken down on Wysong's orders.", "Carl Wysong"),
        ("The Norfolk City Council told its staff to write to Kaliningrad.", "Norfolk City Council"),
        ("The clerk, Susan Ogle, has been asked to write to Kaliningrad.", "Susan Ogle"),
        ("The Norfolk City Council told staff to stop buying plane tickets.", "Norfolk City Council"),
        ("Two former councillors, Ann Lee and Bob Orr, will hold a vigil.", "Ann Lee"),
        ("Ann Lee spoke. Her bakery is collecting food for a convoy.", "Ann Lee"),
        ("Ann Lee said that the bell ought to be moved.", "Ann Lee"),
    ],
)
def test_who_acts_is_found_beyond_the_subject(said: str, actor: str) -> None:
    reading = reading_of(said)
    names = {one.id: one.name for one in reading.actors}
    assert [names[action.actor] for action in reading.actions if action.actor] == [actor]


@pytest.mark.parametrize(
    "said",
    [
        "The draft will now go to the ministry.",
        "Until May every parcel was sent to Kaliningrad.",
        "She is asking the council to give her until May to write a plan.",
        "Our farmers will learn, our students will travel.",
    ],
)
def test_procedure_and_bygone_custom_are_no_acts(said: str) -> None:
    assert actions(said) == []


def test_a_delegation_that_goes_acts() -> None:
    assert [action.status for action in actions("The choir will now go to Kaliningrad.")] == ["planned"]
