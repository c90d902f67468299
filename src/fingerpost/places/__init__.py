"""Names to places; distance and bearing."""

from fingerpost.places.distance import Way, inverse
from fingerpost.places.errors import BadAdditionError, BrokenIndexError, PlacesError
from fingerpost.places.gazetteer import Candidate, Gazetteer
from fingerpost.places.normal import normal
from fingerpost.places.search import Found, UnknownPlaceError, dominates, search

__all__ = [
    "BadAdditionError",
    "BrokenIndexError",
    "Candidate",
    "Found",
    "Gazetteer",
    "PlacesError",
    "UnknownPlaceError",
    "Way",
    "dominates",
    "inverse",
    "normal",
    "search",
]
