"""Letters and reports of the desk: written once, set as a Word document or as a tagged PDF."""

from fingerpost.web.paper.model import BLANK, Paper
from fingerpost.web.paper.setting import FORMATS, MEDIA_TYPES, rendered

__all__ = ["BLANK", "FORMATS", "MEDIA_TYPES", "Paper", "rendered"]
