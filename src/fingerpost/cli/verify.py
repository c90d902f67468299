"""fingerpost verify: the register against its own records."""

from __future__ import annotations

import click

from fingerpost.cli.register import database_option, register


@click.command(short_help="Prove that nothing in the register was changed behind its back.")
@database_option
def verify(database: str | None) -> None:
    """Prove the audit chain unbroken, and every passage, source and briefing byte for byte as it was kept.

    The search must find every record by each of its words, too. Each fault is a sentence. Exits with 1 where there
    is any.
    """
    with register(database):
        from fingerpost.web.transfer.verifying import verify as proved

        proof = proved()
    for fault in proof.faults:
        click.echo(fault, err=True)
    if proof.faults:
        raise SystemExit(1)
    click.echo(
        f"Proved: {proof.entries:,} entries of the audit chain are unbroken, {proof.passages:,} passages equal their "
        f"{proof.sources:,} sources, {proof.briefings:,} issued files are as issued, the search finds it all."
    )
