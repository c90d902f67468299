"""The signpost: ties as arms at their true sides, drawn as SVG and as a sign maker's PDF."""

from fingerpost.signpost.model import STANDINGS, Arm, Home, Partner, Signpost, Standing
from fingerpost.signpost.pointing import MILES_FIRST, MOST, signpost
from fingerpost.signpost.svg import signpost_svg
from fingerpost.signpost.wording import ENGLISH, Words

__all__ = [
    "ENGLISH",
    "MILES_FIRST",
    "MOST",
    "STANDINGS",
    "Arm",
    "Home",
    "Partner",
    "Signpost",
    "Standing",
    "Words",
    "signpost",
    "signpost_svg",
]
