"""Overpass, the typeface drawn after road-sign lettering: its files, its measures and its outlines."""

from fingerpost.lettering.face import FONTS, Face, face

__all__ = ["FONTS", "Face", "face"]
