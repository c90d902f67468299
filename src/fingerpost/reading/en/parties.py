"""Names of political parties in news written in English, where no word says that they are one."""

from __future__ import annotations

_NAMES = """
greens; left; labour; conservatives; tories; liberal democrats; lib dems; republicans; democrats; independents;
social democrats; christian democrats; free democrats; free voters; liberals; nationals; moderates; communists;
socialists; sweden democrats; finns; left alliance; left bloc; pirates; civic platform; law and justice;
plaid cymru; plaid; sinn féin; sinn fein; fine gael; fianna fáil; fianna fail; reform uk; one nation;
national rally; les républicains; republican left; kuomintang; komeito; democratic alliance; patriotic alliance;
economic freedom fighters; african national congress; new democrats; bloc québécois; alternative for germany;
people before profit; green left
"""
_ACRONYMS = """
afd cdu csu spd fdp bsw övp spö fpö neos snp dup sdlp uup plp anc eff bjp ndp gop kmt dpp ldp jcp psoe erc pis
ukip vvd pvda cda d66 svp ump udi pcf
"""
_CALLED = """
lib dems: liberal democrats; tories: conservatives; plaid: plaid cymru; sinn fein: sinn féin;
fianna fail: fianna fáil; anc: african national congress; eff: economic freedom fighters; kmt: kuomintang
"""


def _entries(text: str) -> list[str]:
    return [" ".join(entry.split()) for entry in text.replace("\n", " ").split(";")]


PARTIES = frozenset({*_entries(_NAMES), *_ACRONYMS.split()})
"""Names by which parties act, in lower case, token by token."""
FIRSTS = frozenset(first for name in PARTIES for first in (name.split()[0], f"{name.split()[0]}."))
"""The first words of those names; "the AfD." may be one token."""
LONGEST = max(len(name.split()) for name in PARTIES)
CALLED = {
    short.strip(): full.strip() for short, _, full in (entry.partition(":") for entry in _entries(_CALLED))
}
"""Short name to the name that it stands for."""
ARTICLE_NEEDED = frozenset(
    {"left", "pirates", "finns", "plaid", "moderates", "liberals", "independents", "nationals"}
)
"""Words of every day that mean a party only after "the"."""
