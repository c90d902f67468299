"""fingerpost train: the scores of findings, learned from labelled articles."""

from __future__ import annotations

from pathlib import Path

import click

from fingerpost.cli.evaluate import LABELLED

CURVE = LABELLED.parent / "docs" / "guide" / "scores.md"
WEIGHTS = Path(__file__).parents[1] / "reading" / "en" / "weights.json"


@click.command(short_help="Learn the scores of findings from labelled articles.")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o", "--output", default=WEIGHTS, type=click.Path(path_type=Path), help="Where the weights go."
)
def train(folders: tuple[Path, ...], output: Path) -> None:
    """Learn the scores of findings from the labelled articles in FOLDERS (by default those of the checkout).

    Prints, for each kind, how often findings of a score are right, on hands the weights did not see.
    """
    import msgspec

    from fingerpost.evaluation.curve import curve_page
    from fingerpost.evaluation.training import FILTERED, examples_of
    from fingerpost.evaluation.training import train as train_kind

    folders = folders or tuple(path for path in sorted(LABELLED.iterdir()) if path.is_dir())
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
        for score, share, count in result.curve:
            click.echo(f"  score {score:.2f}: {share:.2f} right of {count}")
    weights = {kind: result.weights for kind, result in results.items()}
    output.write_bytes(msgspec.json.format(msgspec.json.encode(weights, order="sorted"), indent=1) + b"\n")
    if output == WEIGHTS:
        CURVE.write_text(curve_page(results), "utf-8")
