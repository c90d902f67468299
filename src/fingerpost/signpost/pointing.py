"""From places to arms: how far, and in which direction."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.places import inverse
from fingerpost.signpost.model import Arm, Home, Partner, Signpost

MOST = 60
"""Arms on one post. With more, nothing on it could be read."""

MILES_FIRST = frozenset({"US", "GB", "LR", "MM"})
"""Countries whose road signs count in miles."""


def signpost(home: Home, partners: Iterable[Partner], *, miles_first: bool = True) -> Signpost:
    """Give the signpost of a home, each arm in the direction of the shortest way on the WGS 84 ellipsoid.

    At a pole every way leads south, or north: directions are then counted from the meridian that the home's longitude
    names. A partner at the very place of the home hangs on the right, at no distance.
    """
    arms, unplaced = [], []
    for partner in partners:
        if partner.latitude is None or partner.longitude is None:
            unplaced.append(partner)
            continue
        way = inverse(home.latitude, home.longitude, partner.latitude, partner.longitude)
        arms.append(Arm(partner, way.km, way.bearing if way.km else 90.0))
    arms.sort(key=lambda arm: (arm.bearing, arm.km, arm.partner.name))
    return Signpost(home, tuple(arms), tuple(unplaced), miles_first)
