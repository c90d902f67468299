"""Ways of saying it: one sentence each about the same tie, with the stance that it shows."""

import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.reader import read_page

LEAD = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council met on Tuesday.\n"
)
VOTED = "The Norfolk City Council voted 5-2 to suspend the agreement. "


def stances_of(text: str, name: str) -> set[str]:
    document = open_document((LEAD + text).encode(), published="2022-03-01")
    reading = read_page(Page(document, next(parse_all([document]))), weights={})  # what the rules alone say
    names = {actor.id: actor.name for actor in reading.actors}
    return {position.stance for position in reading.positions if names[position.actor] == name}


SAYINGS = {
    "end": (
        "threw his weight behind the proposal to end the agreement.",
        "urged members to vote for the resolution ending the agreement.",
        "sees no reason to keep the agreement.",
        "has repeatedly demanded that the city cut its ties with Kaliningrad.",
        "wants the city to get rid of its Russian sister city.",
        "had asked for a permanent end.",
        "announced plans to end the agreement.",
        "is leading the effort to end the agreement.",
        "signed a letter urging the council to end the agreement.",
        "no longer supports the agreement.",
        "could not see any point in keeping the agreement.",
        "thinks the city ought to cut its ties.",
        "said the agreement should be torn up.",
        "favored giving notice.",
        "argued for a clean break.",
        "said the city ought to pull the plug.",
        "said Norfolk should walk away.",
        "said the city had no business being a sister to a dictatorship.",
        "said the city should have nothing more to do with Kaliningrad.",
        "told the council to get rid of the tie.",
        "urged the council to end its sister city program.",
        "was among those calling for the tie to be cut.",
        "filed a bill that would force cities to end such agreements.",
        "announced on Friday that the partnership was over.",
        "gave notice of a motion to end the agreement.",
        "led the charge to end the agreement.",
    ),
    "keep": (
        "urged members to vote against the resolution ending the agreement.",
        "asked the council to drop the idea of ending the agreement.",
        "told councillors they should keep the agreement.",
        "said cutting ties would achieve nothing.",
        "does not think the agreement should be ended.",
        "is adamant that the agreement must stay.",
        "is fighting to keep the agreement.",
        "had hoped to save the agreement.",
        "rejected calls to end the agreement.",
        "ruled out ending the agreement.",
        "voiced opposition to ending the agreement.",
        "said it would be a mistake to end the agreement.",
        "made the case for keeping the agreement.",
        "vetoed the resolution ending the agreement.",
        "urged the council to keep the door open.",
        "said the agreement was worth keeping.",
        "said that he hoped it would continue.",
        "considers the agreement to be still in force.",
        "said that it made no sense to end the agreement.",
        "fears that ending the tie would hurt exchange students.",
        "called ending the tie a mistake.",
        "insisted that the partnership remains in force.",
        "said the city stands by its friendship with Kaliningrad.",
        "wrote to the council to defend the agreement.",
        "said the agreement ought to be strengthened.",
        "will not apply a motion to end the agreement.",
        "asked the council to withdraw the motion to end the agreement.",
        "said the city would regret ending the agreement.",
        "was one of the four who voted against ending the agreement.",
        "said the best thing would be to keep the agreement.",
        "asked the council to have the courage to keep the agreement.",
    ),
    "suspend": (
        "prefers a suspension to an outright end.",
        "would rather suspend the agreement than end it.",
        "backed the decision to suspend the agreement.",
        "favored a pause.",
        "ordered the agreement suspended.",
        "said the agreement ought to be frozen rather than abandoned.",
        "agreed to put the partnership to sleep.",
        "would sooner see the agreement suspended.",
    ),
    "renew": ("called for the agreement to be given fresh life.",),
    "restore": (
        "wants the suspension lifted.",
        "wants the twinning thawed.",
        "called for the agreement to be restored.",
        "wants the city to restart the partnership.",
    ),
    "defer": (
        "suggested that the council wait until the summer.",
        "called for the vote to be postponed.",
        "called for a public consultation.",
        "said the council needed more time.",
        "said it was too early to decide.",
        "said there was no rush.",
        "moved to send the resolution back to committee.",
        "wanted the item passed over until the cost of the agreement was known.",
    ),
    "other": (
        "opposed lifting the suspension.",
        "asked the council to reject a twinning with Perm.",
    ),
}


@pytest.mark.parametrize(
    ("saying", "stance"), [(saying, stance) for stance, sayings in SAYINGS.items() for saying in sayings]
)
def test_a_way_of_saying_it_shows_its_stance(saying: str, stance: str) -> None:
    assert stances_of("Mayor Kenny Alexander " + saying, "Kenny Alexander") == {stance}


@pytest.mark.parametrize(
    ("quote", "stance"),
    [
        ("“We should keep this agreement,”", "keep"),
        ("“I don't want to end the agreement,”", "keep"),
        ("“We cannot keep this agreement,”", "end"),
        ("“The agreement has to go,”", "end"),
        ("“There's no reason to end this relationship,”", "keep"),
        ("“Let's end this agreement,”", "end"),
        ("“Please don't end it,”", "keep"),
        ("“This is the wrong time to end it,”", "keep"),
        ("“We can’t be partners with a city that supports this war,”", "end"),
        ("“Pull the plug,”", "end"),
        ("“You don't hang up on your friends,”", "keep"),
        ("“Keep the door open,”", "keep"),
        ("“Don't punish our friends for a war they did not start,”", "keep"),
        ("“There is no place for this agreement in our city,”", "end"),
        ("“For us the partnership goes on,”", "keep"),
        ("“Give us sixty days,”", "defer"),
        ("“I'm not ready to vote on this,”", "defer"),
        ("“I would ask you to table this for two weeks,”", "defer"),
    ],
)
def test_a_quote_shows_its_speaker_s_stance(quote: str, stance: str) -> None:
    assert stances_of(quote + " said Mayor Kenny Alexander.", "Kenny Alexander") == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Kenny Alexander said the council could end the agreement at any time.",
        "Mayor Kenny Alexander said the agreement ended in 2010.",
        "Mayor Kenny Alexander would not say whether he wants to end the agreement.",
        "Mayor Kenny Alexander said the war must end.",
        "Mayor Kenny Alexander signed the agreement in 1992.",
        "If the council votes to end the agreement, Mayor Kenny Alexander will write to Kaliningrad.",
        "Mayor Kenny Alexander acknowledged calls to end the agreement.",
        "The council asked Mayor Kenny Alexander to write to Kaliningrad before ending the agreement.",
        "Mayor Kenny Alexander gave notice to Kaliningrad in a letter of November 13.",
        "“I once closed a door for good,” said Mayor Kenny Alexander.",
        "A judge barred Mayor Kenny Alexander from ending the agreement.",
        "The association accepted the outcome, Mayor Kenny Alexander said.",
        "Mayor Kenny Alexander wants to renew the grain deal.",
        "Mayor Kenny Alexander suspended the lease agreement.",
    ],
)
def test_what_only_mentions_it_shows_no_stance(text: str) -> None:
    assert stances_of(text, "Kenny Alexander") == set()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Councilman Sam Reed and Councilwoman Ann Lee cast the dissenting votes.", "keep"),
        ("Councilman Sam Reed was the only member to vote against it.", "keep"),
        ("The lone no vote came from Councilman Sam Reed.", "keep"),
        ("Opposed were Sam Reed and Ann Lee.", "keep"),
        ("The motion was proposed by Councilman Sam Reed and seconded by Councilwoman Ann Lee.", "suspend"),
        ("Councilman Sam Reed, its sponsor, spoke first.", "suspend"),
        ("Councilman Sam Reed said the decision was wrong.", "keep"),
        ("Councilman Sam Reed called the decision a mistake.", "keep"),
        ("Councilman Sam Reed said the council had made the right decision.", "suspend"),
        ("Councilman Sam Reed was glad the motion passed.", "suspend"),
        ("Councilwoman Ann Lee opposed it, along with Councilman Sam Reed.", "keep"),
        ("Councilman Sam Reed, one of the two who voted against, spoke of old friends.", "keep"),
        ("Councilman Sam Reed objected.", "keep"),
        ("Councilman Sam Reed spoke in favour of the twinning.", "keep"),
        ("Councilman Sam Reed wanted to leave it at that.", "suspend"),
        ("Councilman Sam Reed urged the council to hold firm.", "suspend"),
        ("Councilman Sam Reed asked the council to reverse it.", "restore"),
        ("The motion was tabled by Councilman Sam Reed, who spoke first.", "suspend"),
        ("Councilman Sam Reed proposed the referral.", "defer"),
        ("Councilman Sam Reed regretted the decision.", "keep"),
        ("Councilman Sam Reed was disappointed by the vote.", "keep"),
        ("Councilman Sam Reed called the decision shortsighted.", "keep"),
        ("Councilman Sam Reed said it was the right thing to do.", "suspend"),
    ],
)
def test_what_refers_back_means_the_motion_told_last(text: str, stance: str) -> None:
    assert stances_of(VOTED + text, "Sam Reed") == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "The council put the bill off until May at the request of the Friends of Kaliningrad.",
        "A motion to end the agreement was read. Laid over to May 6 at the request of the Friends of Kaliningrad.",
    ],
)
def test_a_delay_is_wanted_by_whoever_asked_for_it(text: str) -> None:
    assert stances_of(text, "Friends of Kaliningrad") == {"defer"}
    assert "defer" in stances_of(text, "Norfolk City Council")


@pytest.mark.parametrize(
    "text",
    [
        "Sam Reed opposed ending the agreement, and Ann Lee did too.",
        "Sam Reed called for the partnership to be kept. So did Ann Lee.",
        "Sam Reed has asked for the agreement to be kept. So has Ann Lee.",
        "Sam Reed asked the council to keep the agreement. Ann Lee backed Reed.",
        "Sam Reed, who wants to keep the agreement, has the support of Ann Lee.",
    ],
)
def test_who_does_likewise_holds_the_same_stance(text: str) -> None:
    assert stances_of(text, "Ann Lee") == {"keep"}


def test_the_mover_wanted_what_the_council_refused() -> None:
    refused = "The Norfolk City Council has refused to lift the suspension of the agreement. "
    assert stances_of(refused + "Sam Reed, who brought the motion, spoke first.", "Sam Reed") == {"restore"}


@pytest.mark.parametrize(
    "text",
    [
        "Sam Reed wants to end the agreement; Ann Lee does not.",
        "Sam Reed proposed ending the agreement; Ann Lee is against it.",
    ],
)
def test_who_does_not_holds_the_contrary(text: str) -> None:
    assert stances_of(text, "Ann Lee") == {"keep"}


@pytest.mark.parametrize(
    "text",
    [
        "Sam Reed wants to end the agreement. Ann Lee backed Carl Dunn in the last election.",
        "The council spoke of the agreement. Ann Lee is against the war.",
        "Ann Lee said the time had come to talk about the agreement.",
        "Ann Lee was sorry to see the agreement go.",
    ],
)
def test_backing_somebody_else_or_a_feeling_is_no_stance(text: str) -> None:
    assert stances_of(text, "Ann Lee") == set()


def test_those_who_said_that_they_would_all_hold_it() -> None:
    text = "Ann Lee and Sam Reed said that they would vote against ending the agreement."
    assert stances_of(text, "Ann Lee") == stances_of(text, "Sam Reed") == {"keep"}


@pytest.mark.parametrize("who", ["A spokeswoman for the Foreign Ministry", "A Foreign Ministry spokesman"])
def test_an_unnamed_spokesperson_tells_what_the_body_wants(who: str) -> None:
    text = f"{who} said that the city should keep the agreement."
    assert stances_of(text, "Foreign Ministry") == {"keep"}


def test_who_cast_the_deciding_vote_wanted_what_it_decided() -> None:
    assert stances_of(VOTED + "Sam Reed, who cast the deciding vote, left early.", "Sam Reed") == {"suspend"}


def test_a_motion_is_that_of_whom_it_is_said_to_be_whose() -> None:
    assert stances_of("Sam Reed, whose motion to end the agreement failed, left.", "Sam Reed") == {"end"}
