"""A signpost on paper for a sign maker: an overview, then each arm at its real size, one to a page.

Everything is vector; the arms' lettering is outlines. A page is as large as its arm needs, with crop marks and
dimensions in millimetres. Arms that are only proposed, and those that are gone, are listed and not made.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from html import escape

from fingerpost.lettering import FONTS
from fingerpost.printing import pdf_of
from fingerpost.signpost.dimensions import arm_drawing
from fingerpost.signpost.layout import Hung, layout
from fingerpost.signpost.model import Arm, Signpost
from fingerpost.signpost.overhead import overhead
from fingerpost.signpost.palette import PALETTES
from fingerpost.signpost.plates import POST, Plate, plate
from fingerpost.signpost.svg import signpost_svg
from fingerpost.signpost.wording import ENGLISH, Words, tidy

AROUND, BELOW = 60.0, 70.0
"""Paper around an arm, and more below it for what is said of it, in millimetres."""

STYLE = """
@page{size:%s;margin:14mm}
body{margin:0;color:#10231a;font:9.5pt/1.35 Overpass,sans-serif}
h1{margin:0 0 1mm;font-size:20pt;line-height:1.1}p{margin:0 0 2mm}.quiet{color:#3d4a43}
.views{display:flex;gap:8mm;align-items:flex-start;margin:5mm 0}.front{width:62%%}.above{width:34%%}
.views img{max-width:100%%;max-height:128mm}.views p{font-size:8.5pt;margin-top:1mm}
h2{font-size:11pt;margin:4mm 0 1mm;border-top:.8mm solid #00633d;padding-top:1mm;break-after:avoid}
table{border-collapse:collapse;width:100%%;font-size:8.5pt}th{text-align:left;font-weight:400;color:#3d4a43}
th,td{padding:1mm 2mm 1mm 0;border-bottom:.2mm solid #b7c0bb;vertical-align:top}tr{break-inside:avoid}
.n{text-align:right;font-variant-numeric:tabular-nums}
.sheet{break-before:page;font-size:28pt}.sheet img{display:block}
.sheet h2,.sheet p{margin:0 60mm 1mm;border:0;padding:0}
.sheet h2{font-size:28pt;break-before:avoid}
"""

LETTERING = (
    "Lettering: Overpass (SIL Open Font License), as outlines. White plate; green border 8 mm wide (#00633d, about "
    "RAL 6016); corners of the blunt end rounded 14 mm."
)
HEADS = ("No.", "Arm", "Side", "True bearing", "Distance", "Plate", "Note")


def signpost_pdf(post: Signpost, words: Words = ENGLISH, *, american: bool = False) -> bytes:
    """Give the sheets for a sign maker.

    Args:
        post: home and arms.
        words: in which language the arms are lettered. The notes to the sign maker are in English.
        american: the overview on Letter, not A4.

    Raises:
        NoPdf: PDF cannot be made on this machine; the message says what to install.
    """
    return pdf_of(signpost_html(post, words, american=american))


def signpost_html(post: Signpost, words: Words = ENGLISH, *, american: bool = False) -> str:
    """Give the sheets as the page that the PDF is printed from."""
    made = [one for one in layout(post, words).hung if one.plate.arm.partner.standing != "proposed"]
    plates = [_as_made(one.plate, post, words) for one in _clockwise(made)]
    title = words.title.format(home=tidy(post.home.name))
    sizes = "".join(_page_size(number, one) for number, one in enumerate(plates, 1))
    sheets = "".join(_sheet(number, one, title, words) for number, one in enumerate(plates, 1))
    paper = "Letter" if american else "A4"
    return (
        f'<!doctype html><html lang="{escape(words.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_faces()}{STYLE % paper}{sizes}</style></head><body>"
        f"{_overview(post, words, plates, title)}{sheets}</body></html>"
    )


def _clockwise(hung: list[Hung]) -> list[Hung]:
    return sorted(hung, key=lambda one: (one.plate.arm.bearing, one.plate.arm.km))


def _as_made(drawn: Plate, post: Signpost, words: Words) -> Plate:
    """Give the plate as it leaves the workshop: without hood, wear or word about its status."""
    plain = replace(drawn.arm, partner=replace(drawn.arm.partner, standing="active"))
    return plate(plain, words, miles_first=post.miles_first, butt=drawn.butt, bare=drawn.bare)


def _overview(post: Signpost, words: Words, plates: list[Plate], title: str) -> str:
    standing = {arm.partner.name: arm for arm in post.arms}
    rows = "".join(
        _row(number, one, words, standing.get(one.arm.partner.name)) for number, one in enumerate(plates, 1)
    )
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    table = (
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if plates else "<p>None.</p>"
    )
    described = escape(words.description(post))
    latitude, longitude = post.home.latitude, post.home.longitude
    return (
        f"<h1>{escape(title)}</h1>"
        f'<p class="quiet">{len(plates)} arms to make, each on a page of its own at its real size (1:1). '
        f"The post stands at {latitude:.5f}, {longitude:.5f} (WGS 84). "
        "Bearings are from true north, not from the compass needle.</p>"
        f'<div class="views"><div class="front"><img src="{_picture(signpost_svg(post, words))}" alt="{described}">'
        '<p class="quiet">From the south, facing north. Arms that lead away from you are fixed behind the post.'
        "</p></div>"
        f'<div class="above"><img src="{_picture(overhead(plates, PALETTES["light"]))}" '
        'alt="The post from above: each arm at its true bearing, numbered as in the table.">'
        '<p class="quiet">From above, true north up.</p></div></div>'
        f"<h2>Arms to make</h2>{table}{_not_made(post, words)}"
    )


def _row(number: int, made: Plate, words: Words, arm: Arm | None) -> str:
    first, second = words.distances(made.arm.km, miles_first=True)
    note = words.stands(arm.partner) if arm else ""
    cells = (
        str(number),
        f"<b>{escape(tidy(made.arm.partner.name))}</b><br>{escape(tidy(made.arm.partner.country))}",
        made.arm.side,
        f"{made.arm.bearing:.1f}°",
        f"{first}<br>{second}",
        f"{made.length:.0f} × {made.height:.0f} mm",
        escape("; ".join(part for part in (note, _foreign(made)) if part)),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _foreign(made: Plate) -> str:
    """Say where Overpass lacks letters."""
    return (
        ""
        if all(one.covered for one in made.letters)
        else "Set in another typeface, because Overpass lacks these letters."
    )


def _not_made(post: Signpost, words: Words) -> str:
    left = [arm for arm in post.arms if arm.gone or arm.partner.standing == "proposed"]
    lines = [words.sentence(arm, miles_first=post.miles_first) for arm in left]
    lines += [words.unplaced(partner) for partner in post.unplaced]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>Not made</h2><ul>{items}</ul>" if items else ""


def page_size(made: Plate) -> tuple[float, float]:
    """Give width and height of an arm's page, in millimetres."""
    return made.length + 2 * AROUND, made.height + 2 * AROUND + BELOW


def _page_size(number: int, made: Plate) -> str:
    width, height = page_size(made)
    return f"@page arm{number}{{size:{width:g}mm {height:g}mm;margin:0}}.arm{number}{{page:arm{number}}}"


def _sheet(number: int, made: Plate, title: str, words: Words) -> str:
    drawing = arm_drawing(made, words, around=AROUND)
    told = escape(words.sentence(made.arm, miles_first=True))
    size = f"width:{made.length + 2 * AROUND:g}mm;height:{made.height + 2 * AROUND:g}mm"
    return (
        f'<section class="sheet arm{number}">'
        f'<img src="{_picture(drawing)}" style="{size}" alt="Arm {number}: {told}">'
        f"<h2>{number}. {escape(tidy(made.arm.partner.name))}</h2><p>{escape(title)}. Scale 1:1, millimetres. "
        f"{_mounting(made)}</p><p>{LETTERING} {_foreign(made)}</p></section>"
    )


def _mounting(made: Plate) -> str:
    arm = made.arm
    where = "behind the post" if arm.from_north < 90 else "before the post"
    end = (
        f" Its first {abs(POST / 2 - made.butt):.0f} mm are {where}, and bear no lettering."
        if made.bare
        else ""
    )
    side = f"on the {arm.side} for somebody who faces north"
    return f"Bearing {arm.bearing:.1f}° from true north; {side}, {where}.{end}"


def _picture(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _faces() -> str:
    return "".join(_face(subset, weight) for subset in ("latin", "latin-ext") for weight in (400, 700))


def _face(subset: str, weight: int) -> str:
    data = base64.b64encode((FONTS / f"overpass-{subset}-{weight}-normal.ttf").read_bytes()).decode()
    reach = "unicode-range:U+0100-02FF,U+1E00-1EFF;" if subset == "latin-ext" else ""
    return (
        f"@font-face{{font-family:Overpass;font-weight:{weight};{reach}"
        f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
    )
