"""The sections of a briefing, in the order in which a council member reads them."""

from __future__ import annotations

from collections.abc import Callable

from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Section
from fingerpost.briefing.sections.checks import checks
from fingerpost.briefing.sections.glance import glance
from fingerpost.briefing.sections.motions import motions
from fingerpost.briefing.sections.next_steps import next_steps
from fingerpost.briefing.sections.options import options
from fingerpost.briefing.sections.peers import peers
from fingerpost.briefing.sections.question import question
from fingerpost.briefing.sections.silent import silent
from fingerpost.briefing.sections.sources import sources
from fingerpost.briefing.sections.story import story
from fingerpost.briefing.sections.tie import tie
from fingerpost.briefing.sections.voices import voices

SECTIONS: tuple[Callable[[Lookup], Section], ...] = (
    question,
    glance,
    tie,
    story,
    voices,
    motions,
    checks,
    options,
    peers,
    next_steps,
    silent,
    sources,
)
