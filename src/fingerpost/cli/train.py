"""fingerpost train: what the reader learns from labelled articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from fingerpost.cli.evaluate import LABELLED

CURVE = LABELLED.parent / "docs" / "guide" / "scores.md"
PACK = Path(__file__).parents[1] / "reading" / "en"
PHRASEBOOK = LABELLED / "phrasebook"


@click.command(short_help="Learn positions and the scores of findings from labelled articles.")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    default=PACK,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder that gets learned.json and weights.json.",
)
@click.option("--only", type=click.Choice(["positions", "scores"]), help="Learn only one of the two.")
def train(folders: tuple[Path, ...], output: Path, only: str | None) -> None:
    """Learn positions and the scores of other findings from the labelled articles in FOLDERS.

    By default those of the checkout. All figures are measured on hands (writers) that the weights did not see.
    """
    folders = folders or tuple(path for path in sorted(LABELLED.iterdir()) if path.is_dir())
    if only != "scores":
        _learn_positions(folders, output / "learned.json")
    if only != "positions":
        _learn_scores(folders, output / "weights.json")


def _learn_positions(folders: Sequence[Path], output: Path) -> None:
    import msgspec

    from fingerpost.evaluation.studying import digest, study
    from fingerpost.evaluation.validating import cross_validate, rates

    learned = cross_validate(study(folders, PHRASEBOOK), inputs=digest(PHRASEBOOK))
    click.echo(f"positions, from a score of {learned.weights.threshold:g}:")
    click.echo(f"{'':8}{'rules alone':>21}{'with what is learned':>24}")
    click.echo(f"{'':8}" + f"{'P':>9}{'R':>6}{'F1':>6}" * 2)
    for name, both in learned.figures.items():
        columns = ("{:9.3f}{:6.3f}{:6.3f}".format(*rates(counts)) for counts in both)
        click.echo(f"{name:8}" + "".join(columns))
    for threshold, counts in learned.thresholds.items():
        click.echo("  fresh, from {:.2f}: P {:.3f} R {:.3f} F1 {:.3f}".format(threshold, *rates(counts)))
    _show(learned.curve)
    output.write_bytes(msgspec.json.encode(learned.weights, order="sorted") + b"\n")


def _learn_scores(folders: Sequence[Path], output: Path) -> None:
    import msgspec

    from fingerpost.evaluation.curve import curve_page
    from fingerpost.evaluation.training import FILTERED, examples_of
    from fingerpost.evaluation.training import train as train_kind

    examples, labels = examples_of(folders)
    results = {}
    for kind, of_kind in examples.items():
        if not of_kind:
            continue
        result = train_kind(of_kind, labels[kind], may_filter=kind in FILTERED)
        results[kind] = result
        click.echo(
            f"{kind}: F1 {result.before:.3f} with all, {result.after:.3f} from a score of "
            f"{result.weights.threshold:g}; temper {result.weights.temper:g}"
        )
        _show(result.curve)
    weights = {kind: result.weights for kind, result in results.items()}
    output.write_bytes(msgspec.json.format(msgspec.json.encode(weights, order="sorted"), indent=1) + b"\n")
    if output.parent == PACK:
        CURVE.write_text(curve_page(results), "utf-8")


def _show(curve: Sequence[tuple[float, float, int]]) -> None:
    for score, share, count in curve:
        click.echo(f"  score {score:.2f}: {share:.2f} right of {count}")
