"""fingerpost serve: the desk in a browser."""

from __future__ import annotations

import click

from fingerpost.cli.register import database_option, register


@click.command(short_help="Serve the desk, for a browser.")
@database_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="Requests answered at once."
)
@click.option(
    "--worker/--no-worker", default=True, help="Read sources too; without, run `fingerpost work` somewhere."
)
@click.option("--sample", is_flag=True, help="Load the sample register first, where there is none yet.")
def serve(database: str | None, host: str, port: int, threads: int, worker: bool, sample: bool) -> None:
    """Serve the register, the desk and the casework, until stopped with Ctrl-C.

    What is missing in the database is made first, and tables of an earlier version are brought up to date.
    """
    from fingerpost.web.errors import WebError

    with register(database, make=True):
        from fingerpost.web.checks import refuse_mistakes
        from fingerpost.web.serving import serve as serve_web

        for warning in refuse_mistakes():
            click.echo(warning, err=True)
        if sample:
            _load_sample()
        try:
            serve_web(host, port, ready=lambda port: _say_where(host, port), threads=threads, worker=worker)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise WebError(
                f"{host} cannot be listened on at port {port}: {reason}. Choose another with --port."
            ) from error


@click.command(short_help="Read the sources that wait, until stopped.")
@database_option
def work(database: str | None) -> None:
    """Do what is done in the background, and serve nothing: read sources, send reminders.

    `fingerpost serve` does this too. A machine of its own for it pays where much is read; several may work at once.
    """
    with register(database, make=True):
        from fingerpost.web.checks import refuse_mistakes
        from fingerpost.web.worker import work as work_here

        for warning in refuse_mistakes():
            click.echo(warning, err=True)
        click.echo("Reading whatever comes in. Stop with Ctrl-C.")
        work_here()


def _load_sample() -> None:
    from django.utils import timezone

    from fingerpost.web.register.founding import is_founded
    from fingerpost.web.sample.loading import load_sample

    if is_founded():
        click.echo(
            "There is a register already, so the sample was not loaded. Set FINGERPOST_DATA to look at both."
        )
        return
    keeper = load_sample(timezone.localdate())
    click.echo(f"The sample register is loaded. Sign in as {keeper.user.email}, password {keeper.password}")


def _say_where(host: str, port: int) -> None:
    """Print the address, and what to do there."""
    from django.db import connection

    from fingerpost.web.register.founding import is_founded

    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Fingerpost is at http://{shown}:{port}/")
    if not is_founded():
        click.echo(
            "Open it in a browser on this machine: it asks for your town, or loads a sample to look around."
        )
    where = connection.settings_dict["NAME"] if connection.vendor == "sqlite" else "PostgreSQL"
    click.echo(f'The register is in {where}. Stop with Ctrl-C; other commands: "fingerpost --help".')
    connection.close()
