"""A briefing as one HTML file that needs nothing else: no network, no script, no fonts from elsewhere.

A citation is a link to the marked passage. By style sheet alone the source opens beside the text; the script
only adds the keyboard (Escape returns to the line) and keeps the reading place.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path, PurePath

from fingerpost.briefing.apparatus import Apparatus
from fingerpost.briefing.lookup import is_american
from fingerpost.briefing.map import map_svg
from fingerpost.briefing.model import Briefing
from fingerpost.briefing.recording import record_title
from fingerpost.briefing.sections.sources import title_of
from fingerpost.briefing.words import LEGEND, LEGEND_OF_RECORDS
from fingerpost.lettering import FONTS
from fingerpost.lettering.scripts import WEIGHTS, face_rule, family_of, rules_for, scripts_in, steadied

HERE = Path(__file__).parent

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src {script}; font-src data:; base-uri 'none'"
"""What the page may load: nothing; and run: its own script, which is known by its digest."""


def as_html(briefing: Briefing, *, paper: bool = False) -> str:
    """Give the briefing as HTML; for ``paper``, with notes in place of the sources and the script.

    Everything that comes from a source is escaped.
    """
    from markupsafe import Markup

    apparatus = Apparatus(briefing)
    page: str = _template().render(
        briefing=briefing,
        apparatus=apparatus,
        american=is_american(briefing.casefile),
        arm=briefing.arm,
        case=briefing.casefile,
        file_name=lambda name: PurePath(name).name if name else None,
        legend=legend_of(briefing),
        paper=paper,
        originals=[s for s in briefing.casefile.sources if s.copy_of is None],
        map=Markup(map_svg(briefing.arm, paper=paper)) if briefing.arm else "",
        policy=Markup(POLICY.format(script="'none'" if paper else _digest(_asset("script.js")))),
        script=Markup(_asset("script.js")),
        style=Markup(_asset("style.css")),
        title_of=title_of,
        title_of_record=record_title,
    )
    # Fonts last: which ones are needed depends on the words.
    return page.replace("<style>\n/*fonts*/", f"<style>\n{faces(page)}", 1)


def legend_of(briefing: Briefing) -> str:
    """Say how to read the citations of a briefing."""
    return f"{LEGEND}; {LEGEND_OF_RECORDS}." if briefing.casefile.register else f"{LEGEND}."


@cache
def _template():  # type: ignore[no-untyped-def]
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["steadied"] = steadied
    return environment.get_template("briefing.html.j2")


def _asset(name: str) -> str:
    return (HERE / "templates" / name).read_text("utf-8")


def _digest(script: str) -> str:
    """Give the digest of a script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def faces(page: str) -> str:
    """Give the style rules for the lettering that the words of a page need, and that the page uses it."""
    latin = "".join(_latin(weight) for weight in WEIGHTS)
    names = ["latin", *(script.name for script, _ in scripts_in(page))]
    families = ",".join(f'"{family_of(name)}"' for name in names)
    return f"{latin}{rules_for(page)}html body{{font-family:{families},system-ui,sans-serif}}\n"


@cache
def _latin(weight: int) -> str:
    data = (FONTS / f"overpass-latin-{weight}-normal.woff2").read_bytes()
    return face_rule("latin", str(weight), (), data, "woff2")
