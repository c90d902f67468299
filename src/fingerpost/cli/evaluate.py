"""fingerpost evaluate: the reader against labelled articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

LABELLED = Path(__file__).parents[3] / "evaluation"


@click.command(short_help="Score the reader on labelled articles.")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", default="", metavar="KEYS", help="Only articles whose key starts with one of KEYS.")
@click.option("--verbose", is_flag=True, help="Print every miss and every false finding.")
@click.option("--kind", default="", metavar="KIND", help="With --verbose: only this kind, e.g. quotes.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--set-floors", "floors", is_flag=True, help="Keep these figures as the floors CI checks.")
def evaluate(
    folders: tuple[Path, ...], only: str, verbose: bool, kind: str, as_json: bool, floors: bool
) -> None:
    """Score the reader on the labelled articles in FOLDERS (by default those of the checkout).

    A folder holds NNN.txt with its labels NNN.gold.json. One process reads all articles.
    """
    from fingerpost.evaluation.run import read_cases
    from fingerpost.evaluation.score import labelled, score, table

    folders = folders or tuple(path for path in sorted(LABELLED.glob("*")) if path.is_dir())
    keys = tuple(only.split(","))
    cases = [case for folder in folders for case in labelled(folder) if case.key.startswith(keys)]
    if not cases:
        raise click.UsageError("No labelled article found. Name a folder with NNN.gold.json and NNN.txt.")

    def report(key: str, what: str, of: str, item: dict[str, Any]) -> None:
        if verbose and of.startswith(kind):
            shown = {k: v for k, v in item.items() if k != "mentions"}
            click.echo(f"{key} {what} {of}: {json.dumps(shown, ensure_ascii=False)[:300]}")

    figures = score(read_cases(cases), report=report)
    click.echo(json.dumps(figures, indent=1) if as_json else table(figures))
    if floors:
        _write_floors(folders)


def _write_floors(folders: tuple[Path, ...]) -> None:
    from fingerpost.evaluation.floors import floors_of
    from fingerpost.evaluation.run import evaluate_folder

    figures = {folder.name: floors_of(evaluate_folder(folder)) for folder in folders}
    (LABELLED / "floors.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
