"""A case to a document in which every line cites its sentence: HTML, DOCX, PDF, Markdown, JSON."""

from fingerpost.briefing.build import build
from fingerpost.briefing.model import Briefing
from fingerpost.briefing.proof import BriefingError, OrphanPassage, UncitedLine

__all__ = ["Briefing", "BriefingError", "OrphanPassage", "UncitedLine", "build"]
