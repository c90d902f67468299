"""Several readings to one case: merged, dated, compared, and with what the sources do not say."""

from fingerpost.casefile.assemble import assemble
from fingerpost.casefile.choosing import NoTie
from fingerpost.casefile.model import Casefile, Citation, Unread

__all__ = ["Casefile", "Citation", "NoTie", "Unread", "assemble"]
