"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def format_options(forms: Sequence[str], default: str) -> Callable[[Command], Command]:
    """Add ``-f FORMAT`` and its short way ``--json``, which give the command its argument ``form``."""

    def add(command: Command) -> Command:
        short = click.option("--json", "form", flag_value="json", help="The same as -f json.")
        long = click.option(
            "-f",
            "--format",
            "form",
            type=click.Choice(forms),
            default=default,
            show_default=True,
            help="How to write it.",
        )
        return long(short(command))

    return add
