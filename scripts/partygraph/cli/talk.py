"""What the commands say to people: on standard error, while data goes to standard output."""

from __future__ import annotations

import shutil
import sys

import click

from partygraph.errors import PartygraphError


def say(text: str = "") -> None:
    """Say something that is not data."""
    click.echo(text, err=True)


def complain(error: PartygraphError) -> None:
    """Say what went wrong, where, and how to mend it."""
    where = f"{error.where}: " if error.where else ""
    click.echo(f"{click.style('error:', fg='red', bold=True)} {where}{error.what}", err=True)
    if error.remedy:
        click.echo(f"  {click.style('remedy:', bold=True)} {error.remedy}", err=True)


def give(text: str) -> None:
    """Put data on standard output, byte for byte (no line end is added or changed)."""
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
        return
    stream.write(text.encode("utf-8", errors="surrogateescape"))
    stream.flush()


def strong(text: str, colour: str | None = None) -> str:
    """Make data stand out where a person reads it on a terminal; elsewhere it stays as it is."""
    return click.style(text, fg=colour, bold=True) if terminal_width() else text


def terminal_width() -> int | None:
    """Return the width of the terminal that standard output is; None where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
