"""What was decided about other ties in the register."""

from __future__ import annotations

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.holding import cut
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.casefile.register import Peer


def peers(look: Lookup) -> Section:
    """Give earlier decisions about other ties; no group where the register is not asked or holds none."""
    register = look.register
    lines = [_line(look, peer) for peer in register.peers] if register else []
    if register and lines and register.more_peers:
        more = words.counted(register.more_peers, "further decision is", "further decisions are")
        lines[-1] = replace(lines[-1], runs=(*lines[-1].runs, Run(f" {more} in the register.", "quiet")))
    groups = (Group(lines=tuple(lines)),) if lines else ()
    return Section(key="peers", title="What was decided about other ties", groups=groups)


def _line(look: Lookup, peer: Peer) -> Line:
    decided = peer.decided
    by = ", ".join(part for part in (decided.body, decided.instrument) if part)
    tie = peer.there if decided.place == peer.here else f"{peer.here} – {peer.there}"
    what = f"{tie}: {words.RESULT[decided.result]}"
    side = f" by {decided.place}" if decided.place not in (peer.here, decided.body) else ""
    runs = [Run(f"{what}{side}", "strong"), Run(f" ({by})" if by else ""), Run(".")]
    runs += [Run(f" Condition: “{cut(decided.condition, 160)}”.")] if decided.condition else []
    runs += [Run(f" {peer.alike}.", "quiet")] if peer.alike else []
    lead = look.day(decided.date) if decided.date else "No date"
    return Line(lead=lead, runs=tuple(runs), records=decided.records, citations=decided.citations)
