"""fingerpost read: what the reader finds in each source."""

from __future__ import annotations

from typing import BinaryIO

import click

from fingerpost.cli.sources import readings_of, source_options, sources_of


@click.command(short_help="Show what the reader finds in sources.")
@source_options
@click.option("--json", "as_json", is_flag=True, help="One reading, as a JSON object.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="A line of JSON for each source.")
@click.option("-o", "--output", default="-", type=click.File("wb", atomic=True), help="Where to write it.")
def read(
    files: tuple[str, ...],
    as_json: bool,
    as_jsonl: bool,
    output: BinaryIO,
    published: str | None,
    url: str | None,
    publisher: str | None,
) -> None:
    """Show what the reader finds in each FILE, with the words it stands on ("-" is standard input)."""
    if as_json and len(files) > 1:
        raise click.UsageError("--json gives one object. For several files, use --jsonl.")
    sources = sources_of(files, published=published, url=url, publisher=publisher)
    for reading in readings_of(sources):
        if as_json or as_jsonl:
            import msgspec

            output.write(msgspec.json.encode(reading) + b"\n")
        else:
            from fingerpost.cli.summary import summary

            output.write(summary(reading).encode())
