"""A source that tries everything: markup, script, a javascript address, control characters, Markdown."""

from __future__ import annotations

from writing import Text

from fingerpost.reading.model import Actor, Place, Position, Quote, Reading, Target, Tie

WORDS = (
    '<script>window.hacked = 1</script> <img src="https://example.invalid/x.png" onerror="hacked()"> '
    "</style></mark> [click](javascript:hacked()) javascript:alert(1) {{ 7 * 7 }} {% raw %} ]]> "
    "&lt; **bold** \x0b\x1b\x08 "
    "\ufffe end,"
)


def hostile() -> Reading:
    """Give a reading in which every name and quote is hostile."""
    t = Text(
        f"Norfolk and Kaliningrad are twins. {WORDS} said <b>Mallory</b> Jones.\n",
        name="<script>.txt",
        title="</title><script>window.hacked = 2</script>",
        publisher="<i>Press</i>",
        url="javascript:hacked()",
        published="2022-03-01",
    )
    words = t(WORDS)
    return t.reading(
        places=(
            Place(
                id="p1",
                name="Norfolk",
                status="resolved",
                latitude=36.8,
                longitude=-76.3,
                mentions=(t("Norfolk"),),
            ),
            Place(
                id="p2",
                name="Kaliningrad",
                status="resolved",
                latitude=54.7,
                longitude=20.5,
                mentions=(t("Kaliningrad"),),
            ),
        ),
        actors=(
            Actor(
                id="a",
                name="<b>Mallory</b> Jones",
                kind="person",
                role="<u>mayor</u>",
                mentions=(t("<b>Mallory</b> Jones"),),
            ),
        ),
        ties=(
            Tie(
                id="t",
                places=("p1", "p2"),
                kind="twin_town",
                passages=(t("Norfolk and Kaliningrad are twins."),),
                status_after="unchanged",
            ),
        ),
        quotes=(
            Quote(id="q", speaker="a", kind="direct", text=words.text, start=words.start, end=words.end),
        ),
        positions=(
            Position(
                id="s", actor="a", stance="keep", target=Target(tie="t"), quotes=("q",), passages=(words,)
            ),
        ),
    )
