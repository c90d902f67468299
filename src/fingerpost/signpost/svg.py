"""A signpost as SVG.

As a file of its own its lettering is outlines, so that it looks the same everywhere and a sign maker can cut it; a
name with letters that Overpass lacks stays text, in whatever typeface is at hand. Inside a page, which has Overpass,
the lettering is text, stretched to its measured length: a tenth of the weight.

There are no style attributes and no style sheet, so that a page's strict policy allows it. A page may override the
colours by the classes, which begin with ``sp-``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from fingerpost.lettering import face
from fingerpost.marks import element, short, text
from fingerpost.signpost.cloth import hood
from fingerpost.signpost.layout import Hung, Layout, Shape, layout
from fingerpost.signpost.lettered import Lettering
from fingerpost.signpost.model import Signpost
from fingerpost.signpost.palette import PALETTES, Palette, Theme
from fingerpost.signpost.plates import DIAL, Plate
from fingerpost.signpost.scenery import board, column, ground
from fingerpost.signpost.wording import ENGLISH, Words, tidy

Style = Literal["outlines", "text"]

BORDER = 8.0
FALLBACK = "Overpass, 'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Brush:
    """How the drawing is made."""

    colours: Palette
    style: Style
    words: Words
    miles_first: bool = True
    linked: bool = False


@lru_cache(maxsize=64)
def signpost_svg(
    post: Signpost,
    words: Words = ENGLISH,
    *,
    shape: Shape = "wide",
    style: Style = "outlines",
    theme: Theme = "light",
    within_page: bool = False,
) -> str:
    """Give the drawing of a signpost.

    Args:
        post: home and arms.
        words: in which language.
        shape: arms on both sides, or one below the other for a narrow screen.
        style: outlines or text.
        theme: for light or dark paper.
        within_page: for a page that has the same as a list: hidden from screen readers, its arms linked for
            the mouse. Otherwise the drawing carries title and description.
    """
    plan = layout(post, words, shape=shape)
    brush = Brush(PALETTES[theme], style, words, post.miles_first, linked=within_page)
    left, top, right, bottom = plan.box
    head = () if within_page else _told(post, words)
    return element(
        "svg",
        *head,
        *_paper(plan, brush),
        ground(plan, brush.colours),
        *(_hung(one, brush) for one in plan.hung if one.behind),
        column(plan, brush.colours),
        *(_hung(one, brush) for one in plan.hung if not one.behind),
        board(plan, brush.colours),
        *(_letter(one, brush, brush.colours.on_board) for one in plan.letters),
        *(_hung(one, brush) for one in plan.fallen),
        **(
            {"class_": f"signpost sp-{shape}", "aria_hidden": "true", "focusable": "false"}
            if within_page
            else {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria_labelledby": "sp-title sp-desc"}
        ),
        lang=words.language,
        font_family=FALLBACK,
        stroke_width=BORDER,
        stroke_linejoin="round",
        viewBox=" ".join(short(value) for value in (left, top, right - left, bottom - top)),
    )


def _told(post: Signpost, words: Words) -> tuple[str, str]:
    title = words.title.format(home=tidy(post.home.name))
    return (
        element("title", text(title), id="sp-title"),
        element("desc", text(words.description(post)), id="sp-desc"),
    )


def _paper(plan: Layout, brush: Brush) -> tuple[str, ...]:
    left, top, right, bottom = plan.box
    if not brush.colours.paper or brush.linked:
        return ()
    return (
        element("rect", fill=brush.colours.paper, x=left, y=top, width=right - left, height=bottom - top),
    )


def _hung(one: Hung, brush: Brush) -> str:
    """Give an arm in its place, with its sentence as title."""
    moved = f"translate({short(one.x)} {short(one.top)})" if one.x or one.top else ""
    if one.scale != 1:
        moved += f"scale({one.scale:g})"
    if one.lean:
        px, py = one.pivot
        moved = f"rotate({one.lean:g} {short(px)} {short(py)})" + moved
    partner = one.plate.arm.partner
    told = element("title", text(brush.words.sentence(one.plate.arm, miles_first=brush.miles_first)))
    drawn = element(
        "g",
        # Within a page the list says it all; the hooded ones say it to the mouse as well.
        told if one.plate.card or not brush.linked else "",
        plate_svg(one.plate, brush),
        class_=f"sp-arm sp-{partner.standing}",
        transform=moved or None,
    )
    if brush.linked and partner.link:
        return element("a", drawn, href=partner.link, tabindex="-1")
    return drawn


def plate_svg(plate: Plate, brush: Brush, *, flat: bool = False) -> str:
    """Give a plate in its own frame; ``flat``: without its thickness, as it is cut."""
    colours, standing = brush.colours, plate.arm.partner.standing
    if plate.card is not None:
        return _root(plate, colours) + hood(plate, colours) + _card(plate, brush)
    worn = standing in {"lapsed", "ended", "historical", "unknown"}
    edge = colours.worn_edge if worn else colours.edge
    outline = plate_path(plate)
    dashed = standing == "proposed"
    body = element(
        "path",
        class_="sp-plate",
        d=outline,
        fill=colours.worn if worn else colours.plate,
        stroke=edge,
        stroke_dasharray="30 18" if dashed else None,
    )
    under = "" if flat or dashed else _thickness(outline, colours)
    ink, quiet = (colours.worn_ink, colours.worn_ink) if worn else (colours.ink, colours.quiet)
    letters = "".join(_letter(one, brush, ink if one.weight == 700 else quiet) for one in plate.letters)
    return under + body + ("" if plate.arm.gone else _dial(plate, edge)) + letters


def _thickness(outline: str, colours: Palette) -> str:
    return element(
        "path",
        class_="sp-under",
        d=outline,
        fill=colours.shade,
        stroke=colours.shade,
        transform="translate(0 7)",
    )


def _root(plate: Plate, colours: Palette) -> str:
    """Give what a hood leaves bare of its arm, at the post."""
    if not plate.bare:
        return ""
    outline = plate_path(replace(plate, reach=plate.bare + 90, tip=60, card=None))
    return element("path", class_="sp-plate", d=outline, fill=colours.plate, stroke=colours.edge)


def plate_path(plate: Plate, *, inset: float = BORDER / 2) -> str:
    """Give the outline of a plate: round at its blunt end, pointed at the other.

    Args:
        inset: how far inside the plate's edge; half of what the border is wide, so that the border ends at the edge.
    """
    sign, radius = plate.sign, 14.0 - inset
    butt, shoulder, point = plate.butt + inset, plate.reach - plate.tip, plate.reach - inset
    top, bottom = inset, plate.height - inset
    round_ = f"A{short(radius)} {short(radius)} 0 0 {1 if sign > 0 else 0}"
    start = short(sign * (butt + radius))
    return (
        f"M{start} {short(top)}H{short(sign * shoulder)}"
        f"L{short(sign * point)} {short(plate.height / 2)}L{short(sign * shoulder)} {short(bottom)}"
        f"H{start}{round_} {short(sign * butt)} {short(bottom - radius)}"
        f"V{short(top + radius)}{round_} {start} {short(top)}Z"
    )


def _dial(plate: Plate, colour: str) -> str:
    """Give the small compass: its needle points in the arm's true direction, north is up."""
    x, y = plate.dial * plate.sign, plate.height / 2
    needle = "M0-17L6 11L0 6L-6 11Z"
    return element(
        "g",
        element("circle", class_="sp-dial", r=DIAL, fill="none", stroke=colour, stroke_width=3.5),
        element("path", d=f"M0-{short(DIAL)}v-7", stroke=colour, stroke_width=3.5),
        element(
            "path", class_="sp-needle", d=needle, fill=colour, transform=f"rotate({plate.arm.bearing:.0f})"
        ),
        transform=f"translate({short(x)} {short(y)})",
    )


def _card(plate: Plate, brush: Brush) -> str:
    card, colours = plate.card, brush.colours
    assert card
    paper = element(
        "rect",
        class_="sp-paper",
        x=card.left,
        y=card.top,
        width=card.right - card.left,
        height=card.bottom - card.top,
        rx=5,
        fill=colours.card,
        stroke=colours.fold,
        stroke_width=2.5,
    )
    pins = "".join(
        element("circle", cx=x, cy=card.top + 10, r=4.5, fill=colours.rope)
        for x in (card.left + 11, card.right - 11)
    )
    return paper + pins + "".join(_letter(one, brush, colours.ink) for one in plate.letters)


def _letter(one: Lettering, brush: Brush, colour: str) -> str:
    if brush.style == "outlines" and one.covered:
        outline = face(one.weight).outline(one.text, one.left, one.baseline, one.size)
        return element("path", class_=f"sp-{one.role}", fill=colour, d=outline)
    return element(
        "text",
        text(one.text),
        class_=f"sp-{one.role}",
        x=one.x,
        y=one.baseline,
        fill=colour,
        font_size=one.size,
        font_weight=one.weight,
        text_anchor=None if one.anchor == "start" else one.anchor,
        textLength=one.width if one.covered else None,
    )
