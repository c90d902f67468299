"""A paper as tagged PDF, by the same way as the briefing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fingerpost.lettering.scripts import steadied
from fingerpost.printing import pdf_of
from fingerpost.web.paper.model import BLANK, Figures, Items, Paper, Table

HERE = Path(__file__).parent


def as_pdf(paper: Paper) -> bytes:
    """Give the paper as PDF/UA: tagged, with title and language.

    Raises:
        NoPdf: PDF cannot be made here; the message says what to install.
    """
    return pdf_of(as_html(paper))


def as_html(paper: Paper) -> str:
    """Give the paper as the page that the PDF is set from. Every word is escaped, every gap marked."""
    from markupsafe import Markup, escape

    from fingerpost.briefing.as_html import faces

    mark = Markup("<mark>{}</mark>").format(BLANK)

    def words(text: str) -> Markup:
        return Markup("<br>").join(
            mark.join(map(escape, steadied(line).split(BLANK))) for line in text.split("\n")
        )

    page: str = _template().render(
        paper=paper, words=words, kind=_kind, style=Markup((HERE / "paper.css").read_text("utf-8"))
    )
    return page.replace("<style>\n/*fonts*/", f"<style>\n{faces(page)}", 1)


def _kind(block: object) -> str:
    return {Items: "items", Figures: "figures", Table: "table"}.get(type(block), "text")


@cache
def _template():  # type: ignore[no-untyped-def]
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("paper.html.j2")
