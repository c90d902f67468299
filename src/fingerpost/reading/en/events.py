"""English words of what happens to a tie: its waning, vacancies, letters, renewals and proposals."""

from __future__ import annotations

from fingerpost.reading.lexicon import words

WANED = words("waned wane waning dwindled dwindling petered fizzled faded withered dormant moribund")
"""Words that say by themselves that a tie has lost its life."""
CONTACT = words(
    """
    visit visits visited delegation delegations exchange exchanges travelled traveled travel trip trips contact
    letter letters group groups party visitors visitor gone been came come crossed foot answered written called
    happened tour reply replied thing touch hosted heard students pupils guests student produced taken
    """
)
"""What passes between the two sides while a tie lives."""
NONE = words("no nobody none never not n't n’t nothing neither nor hardly no-one")
"""Words that deny it."""
SINCE = frozenset({"since"})
LAST = words("last latest final")
LONG = words("years decade decades pandemic covid war then")
"""What "since" may be followed by, apart from a date."""

SEATS = words(
    """
    chair chairman chairwoman chairperson president secretary convenor convener coordinator co-ordinator
    leader treasurer officer head director liaison organiser organizer
    """
)
"""The posts of a body that carries a tie."""
EMPTY = words("vacant empty unfilled vacancy vacated")
WITHOUT = words("without no")
LACKING = words("not n't n’t never")
SEAT_NOUNS = SEATS | words("post seat position role")
CARRIERS = words(
    """
    committee association society group twinning tie friendship sister officer sub-committee board panel
    program programme
    """
)
"""What a vacancy must be in, where the sentence names nothing else of the tie."""
NO_LONGER = ("no", "longer")
MEETS = words("meets meet exists exist")

LETTERS = words("letter letters notice")
LETTER_OPENERS = words("a an 's ’s his her its their another open two three four five several each any one")
"""Before a letter these bring it into the text; "the letter" speaks of one again."""
LETTER_SOURCES = words("from of dated to that which")
"""After a letter these bring it in as well."""
SAYING = words("said says quoted reads read adds added told")
WRITTEN = words("wrote written")
HAVE = words("has had have 've ’ve")
WRITE = words("write writing")
ME = words("i we")
SENT = words(
    "sent dated received tabled reached arrived delivered mailed handed attached wrote written answered in"
)
UNSENT = words(
    """
    will would should may might could plan plans to 'll ’ll must asked ask asks urged wants instructed directed
    n't n’t not if because nobody no none
    """
)
"""Before a letter's verb they make it one that is not sent."""
EDITOR = words("editor newspaper website blog facebook twitter column reader sir book social kept letterhead")

PERIODS = words("day days days' week weeks month months ’ '")
UNTOUCHED = words("affect affects affected claimed")
"""Sentences with these tell of a tie in passing, or of somebody's claim."""

SIGNED = words("signed")
LAPSED = words("lapsed expired ran lapse")
RAN = frozenset({"ran"})
LAPSED_NOT = words(
    "would will could should may might let if unless not n't n’t until before proposed asked be"
)
SUSPENSION = words("suspension freeze")
IMPOSED = words("imposed adopted introduced ordered")
FROZE = words("froze suspended suspending freezing")

RENEWED = words("renewed extended re-signed reaffirmed prolonged")
RENEWED_NOT = words("not n't n’t be will would could should if unless")
IDEAS = words("idea proposal request plan suggestion application petition bid offer")
"""What a new tie begins as."""
PUT_FORWARD = words(
    "comes came come brought put made raised submitted floated originated suggested proposed born lodged grew"
)
NEWLY = words("establish form new enter sign forge create become establishing forming set for")

VOTED = words("voted vote unanimously")
"""Words by which a decision is a vote even without figures."""
