"""Names to places; distance and bearing."""

from fingerpost.places.errors import BadAddition, BrokenIndex, PlacesError
from fingerpost.places.gazetteer import Candidate, Gazetteer
from fingerpost.places.normal import normal

__all__ = ["BadAddition", "BrokenIndex", "Candidate", "Gazetteer", "PlacesError", "normal"]
