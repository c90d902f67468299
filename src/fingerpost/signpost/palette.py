"""Colours of the drawing, on light and on dark paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour for each material; ``paper`` is empty where the drawing has none of its own."""

    paper: str
    plate: str
    edge: str
    ink: str
    quiet: str
    board: str
    on_board: str
    post: str
    shade: str
    gleam: str
    cloth: str
    fold: str
    rope: str
    card: str
    worn: str
    worn_edge: str
    worn_ink: str
    grass: str
    blade: str


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        paper="",
        plate="#ffffff",
        edge="#00633d",
        ink="#10231a",
        quiet="#3d4a43",
        board="#00633d",
        on_board="#ffffff",
        post="#98a39d",
        shade="#7b8781",
        gleam="#b7c0bb",
        cloth="#a9b1ad",
        fold="#878f8b",
        rope="#4f5954",
        card="#ffffff",
        worn="#eff1ef",
        worn_edge="#98a39d",
        worn_ink="#56615b",
        grass="#d5e6db",
        blade="#5d9679",
    ),
    "dark": Palette(
        paper="#141816",
        plate="#f3f6f4",
        edge="#0b7a4e",
        ink="#10231a",
        quiet="#3d4a43",
        board="#0b7a4e",
        on_board="#ffffff",
        post="#8a9690",
        shade="#6b7771",
        gleam="#a9b4ae",
        cloth="#88918c",
        fold="#68716c",
        rope="#39423d",
        card="#f3f6f4",
        worn="#c9cfcb",
        worn_edge="#8a9690",
        worn_ink="#3d4a43",
        grass="#22392d",
        blade="#4f8f70",
    ),
}
