"""Writing SVG: elements with their values escaped, numbers kept short."""

from __future__ import annotations

from html import escape

Value = str | float | int | None


def element(name: str, *children: str, **values: Value) -> str:
    """Give an element; children are markup.

    ``class_`` is written class, ``font_size`` font-size; what is None is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for key, value in values.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def attribute(value: str | float) -> str:
    """Give a value as it stands between quotes."""
    return escape(value) if isinstance(value, str) else short(value)


def text(words: str) -> str:
    """Give words as markup."""
    return escape(words, quote=False)


def short(number: float) -> str:
    """Give a number with at most one decimal."""
    written = f"{number:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def line(*points: tuple[float, float]) -> str:
    """Give path data through points."""
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points)
