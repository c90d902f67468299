"""English words of a vote's figures."""

from __future__ import annotations

import re

NUMBER = (
    r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?)"
)

SCORE = re.compile(
    rf"(?<![\w$£€.,:/-])(?P<for>{NUMBER})(?:\s+votes?)?(?:\s*[-–—:]\s*|\s+to\s+|\s+votes\s+against\s+)"
    rf"(?P<against>{NUMBER})(?![\w:/]|[-–]\d{{2,}}|,\d{{3}}|\s*(?:percent|%|years?|months?|miles|km|p\.m|a\.m|(?:a|p)m\b))",
    re.IGNORECASE,
)
"""Two numbers that may be a vote: "4-1", "four to three", "six votes to three"."""

VOTED_FOR = re.compile(
    rf"(?P<for>{NUMBER})\s+(?:\w+\s+)?(?:(?:voted|were)\s+)?(?:for|in favou?r)\b.{{0,60}}?(?P<against>{NUMBER})\s+"
    r"(?:\w+\s+)?(?:(?:voted|were)\s+)?against",
    re.IGNORECASE,
)
"""Two numbers with their sides: "34 members voted for it while five voted against", "27 in favour, 13 against"."""
UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
VOTE_WORDS = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|resolv(?:e|ed)|decid(?:e|ed)|pass(?:ed)?|adopt(?:ed)?|approv(?:e|ed)|carried|lost|"
    r"defeated|rejected|failed|motion|resolution|backed|margin|turned|overrid(?:e|den)|tabled|agreed)\b",
    re.IGNORECASE,
)

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
ONES = {word: value for value, word in enumerate(UNITS.split())}
ONES |= {"no": 0, "none": 0, "nil": 0, "thirty": 30, "forty": 40}
