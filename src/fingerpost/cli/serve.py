"""fingerpost serve: the desk in a browser."""

from __future__ import annotations

import os

import click


@click.command(short_help="Serve the desk, for a browser.")
@click.option(
    "--database", metavar="ADDRESS", help="As postgresql://user:password@host/name; otherwise SQLite."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def serve(database: str | None, host: str, port: int) -> None:
    """Serve the register, the desk and the casework, until stopped with Ctrl-C."""
    if database:
        os.environ["FINGERPOST_DATABASE"] = database
    from fingerpost.web.setup import start_django

    start_django()
    from fingerpost.web.serving import serve as serve_web

    click.echo(f"Fingerpost is at http://{host}:{port}/ (stop it with Ctrl-C)")
    serve_web(host, port)
