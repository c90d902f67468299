"""The world on paper: land, two projections, and the shortest ways between places."""

from fingerpost.world.azimuthal import Azimuthal
from fingerpost.world.equal_earth import EqualEarth
from fingerpost.world.land import outlines, rings
from fingerpost.world.projection import Projection

__all__ = ["Azimuthal", "EqualEarth", "Projection", "outlines", "rings"]
