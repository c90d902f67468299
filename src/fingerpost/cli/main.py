"""The command and its subcommands."""

from __future__ import annotations

import sys

import click

from fingerpost import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Read the sources about a tie, and write the briefing in which every line cites its sentence."""


@main.command()
@click.argument("file")
@click.option("--json", "as_json", is_flag=True)
@click.option("--published")
def read(file: str, as_json: bool, published: str | None) -> None:
    """Print what the reader finds in FILE."""
    import msgspec

    import fingerpost

    reading = fingerpost.read(fingerpost.open_document(file, published=published))
    sys.stdout.buffer.write(msgspec.json.encode(reading) + b"\n")


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False))
@click.option("--verbose", is_flag=True, help="Print every miss and every false finding.")
@click.option("--kind", "kinds", multiple=True, help="With --verbose: only this kind, e.g. quotes.")
@click.option("--only", default="", help="Only articles whose key starts with one of these, comma-separated.")
def evaluate(folders: tuple[str, ...], verbose: bool, kinds: tuple[str, ...], only: str) -> None:
    """Score the reader on labelled articles (by default those in evaluation/)."""
    import json
    from pathlib import Path
    from typing import Any

    import msgspec

    import fingerpost
    from fingerpost.evaluation.score import labelled, score, table
    from fingerpost.reading import read_all

    root = Path(__file__).parents[3] / "evaluation"
    keys = tuple(only.split(",")) if only else ("",)
    cases = [
        case
        for folder in folders or (root / "dev", root / "train")
        for case in labelled(Path(folder))
        if case[0].startswith(keys)
    ]
    documents = [fingerpost.open_document(path, published=gold.get("published")) for _, gold, path in cases]
    readings = [msgspec.to_builtins(reading) for reading in read_all(documents)]

    def report(key: str, what: str, kind: str, item: dict[str, Any]) -> None:
        if verbose and (not kinds or kind.startswith(kinds)):
            shown = {k: v for k, v in item.items() if k != "mentions"}
            click.echo(f"{key} {what} {kind}: {json.dumps(shown, ensure_ascii=False)[:300]}")

    rows = [
        (key, gold, path.read_text("utf-8"), reading)
        for (key, gold, path), reading in zip(cases, readings, strict=True)
    ]
    click.echo(table(score(rows, report=report)))
