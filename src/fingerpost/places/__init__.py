"""Names to places; distance and bearing."""

from fingerpost.places.errors import BadAdditionError, BrokenIndexError, PlacesError
from fingerpost.places.gazetteer import Candidate, Gazetteer
from fingerpost.places.normal import normal

__all__ = ["BadAdditionError", "BrokenIndexError", "Candidate", "Gazetteer", "PlacesError", "normal"]
