"""English words of figures: units, comparators, votes, and what is counted."""

from __future__ import annotations

from fingerpost.reading.lexicon import words

_MILES, _KILOMETRES = "mile miles mi", "km kms kilometre kilometres kilometer kilometers"
DISTANCES = dict.fromkeys(_MILES.split(), "mi") | dict.fromkeys(_KILOMETRES.split(), "km")
PERIODS = {form: unit for unit in ("day", "week", "month", "year", "decade") for form in (unit, f"{unit}s")}

COMPARATORS = {
    "about": "about,some,roughly,approximately,nearly,almost,around,an estimated,close to,just under,"
    "just over,circa,approx,approx.,or so",
    "more_than": "more than,over,further than,farther than,above,upwards of,greater than,in excess of",
    "less_than": "less than,fewer than,under,below,shy of,closer than",
    "at_least": "at least,no fewer than,no less than,a minimum of",
    "at_most": "at most,up to,no more than,as many as,a maximum of,not more than",
}
"""What stands before a figure, longest phrases first when looked up, by the comparator they mean."""

VOTING = words(
    """
    vote voted votes voting motion resolution amendment passed approved rejected defeated carried lost failed
    decided agreed resolved split decision adopted ballot council commission councillors proposal override
    recommended recommend endorsed backed measure ordinance tally margin majority against favour favor
    turned tabled committee
    """
)
"""A sentence with one of these may give the score of a vote."""
SCORE_SIGNS = frozenset({"-", "–", ":", "‑"})
NUMBERED = words("resolution ordinance order bill act chapter section article rule no no. nos. number #")
"""Words before "91-44" that make it a number of theirs, and no score: "Resolution 91-44", "Ordinance No. 22-10"."""
TO = "to"
BY = "by"
VOTES = frozenset({"vote", "votes"})
ABSTAINED = words("abstention abstentions abstaining abstained abstain")
FAVOUR = words("for favour favor yes aye")
AGAINST = words("against no nay opposed")
SCORE_AFTER = words("vote votes decision split margin majority")
"""Words after "4-3" that make it a score by themselves."""

COUNTED = words(
    """
    student pupil visitor signature email e-mail teacher nurse rower tournament resident tonne ton deckhand
    trainee family technician dancer trip delegation truck partner school person woman man child
    member letter comment singer musician player athlete youngster participant guest doctor engineer
    scholarship volunteer household refugee patient bus ambulance generator instrument exchange
    apprentice intern firefighter artist farmer choir band team cyclist runner scout teenager
    citizen official delegate graduate researcher scientist performer orphan veteran
    sculpture tree book computer laptop bicycle bench plaque twinning interpreter
    girl boy schoolchild adult couple pensioner passenger worker employee expert craftsman
    host petition signatory petitioner message postcard parcel visit town city place
    """
)
"""Nouns whose number is a claim about a tie, in the singular."""
SINGULARS = {"people": "person", "children": "child", "women": "woman", "men": "man", "schoolchildren": "schoolchild",
             "families": "family", "fishermen": "fisherman", "craftsmen": "craftsman", "cities": "city",
             "e-mails": "email", "emails": "email"}  # fmt: skip
LEAST = {"member": 10, "signature": 10, "official": 2, "bus": 5}
"""The least number that makes a count of these a claim."""
PEOPLE = words("person member resident citizen")
HELD = words("city town place twinning")
"""Of these only the number of all ties counts: "eight other sister cities"."""
INHABITED = words("town city home population village municipality community port")
"""Before or after "of N people" or "N people" these make it a population."""
RULING = words(
    "council commission assembly committee board member members councillors aldermen panel seat seats"
)
"""Near a number of members or people these make it the size of a body."""
DEFINITE = words("the these those both its their our")

LIVED = words("lived lives sat served worked prison jail giving sentenced resident aged married age")
GRACE = words(
    """
    grace wait waited postpone postponed delay delayed put consult ask asked give granted deferred defer
    """
)
"""Requests for time are no durations of a tie."""
NOTICE = "notice"
MISSING = words(
    """
    chair chairman chairwoman secretary convenor officer vacant empty vacancy silence without leader
    coordinator post seat nobody nothing no
    """
)
LASTING = words(
    """
    run runs ran last lasts lasted renewed renew extended extend suspended suspension remain effect term
    period signed valid force twinned order freeze frozen lapse lapsed bothered exchange reviewed harmony
    """
)
AFTER = words("after later earlier before since")
PAUSED = words(
    """
    suspended suspending suspension suspend froze freezing freeze frozen lapsed lapse ended ending
    imposed signed expired halted cut
    """
)
PERIOD_NOUNS = words(
    "period term friend silence contact friendship exchanges history freeze suspension gap absence peace"
)

POINTS = words("north south east west northeast northwest southeast southwest upstream downstream")
AWAY = words("away apart")
"""After a distance: where it is measured from is not named."""
FROM = words("from of")
NO_TOWNS = words("border frontier coast sea ocean front capital equator airport")
"""After "from": what no tie has at its ends."""
