"""The front door of the command line: finds the command, and turns every error into a message and an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from partygraph.cli import COMMANDS
from partygraph.cli.talk import complain, say
from partygraph.errors import PartygraphError, Place

EXIT_CODES = """\b
Exit codes:
  0    fine
  1    findings: violations, differences, a score below the bar
  2    the call itself is off
  3    input or configuration cannot be read (or partygraph has a defect: see -vv)
  4    a remote server failed
  130  interrupted
"""
DEFECT = 3
INTERRUPTED = 130


class Front(click.Group):
    """A group whose commands are imported when they are called, and described without being imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"partygraph.cli.{cmd_name}").command
        if not any(parameter.name == "verbosity" for parameter in command.params):
            command.params.append(_verbosity())
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for a wrong word say which are near."""
        word = args[0]
        if word not in COMMANDS and not word.startswith("-"):
            import difflib

            near = difflib.get_close_matches(word, COMMANDS, n=2) or list(COMMANDS)
            raise click.UsageError(f"There is no command {word!r}. Did you mean: {', '.join(near)}?", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands' one-line helps from the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _verbosity() -> click.Option:
    def note(ctx: click.Context, _param: click.Parameter, value: int) -> None:
        ctx.meta["partygraph.verbosity"] = max(value, ctx.meta.get("partygraph.verbosity", 0))

    return click.Option(
        ["-v", "--verbose", "verbosity"],
        count=True,
        expose_value=False,
        callback=note,
        help="Say more; -vv shows the traceback of an error.",
    )


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("partygraph")
        except PackageNotFoundError:
            number = "(not installed)"
        click.echo(f"partygraph {number}")
        ctx.exit()


front = Front(
    name="partygraph",
    help=(
        "Turns articles about political parties into linked data that quotes its source.\n\n"
        "\b\n"
        "  partygraph facts party.txt            what the article says, quote by quote\n"
        "  partygraph build party.txt -o graph   the same as validated RDF\n"
        "  partygraph query elected              a question to the published graph\n\n"
        "Every command explains itself: partygraph COMMAND --help"
    ),
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        _verbosity(),
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_show_version,
            help="Show the version.",
        ),
    ],
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    # Reading the tables makes a hundred thousand objects, none of them garbage: a sixth of a short command's time
    # went into looking for some.
    gc.disable()
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    # Until a command has noted it, the call itself tells whether somebody wants to see tracebacks.
    verbosity = sum(word.count("v") for word in arguments if word.strip("v") == "-" or word == "--verbose")
    try:
        with front.make_context("partygraph", list(arguments) or ["--help"]) as ctx:
            result = front.invoke(ctx)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        say("interrupted: nothing was left half-written")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    except PartygraphError as error:
        if verbosity > 1:
            _show_traceback()
        complain(error)
        return error.exit_code
    except Exception as error:
        if verbosity > 1:
            _show_traceback()
        return _own_up(error)


def _own_up(error: Exception) -> int:
    """Say what nobody expected: a full disk or a forbidden file is the system's, everything else is our defect."""
    if isinstance(error, OSError) and error.strerror:
        where = Place(str(error.filename)) if error.filename else None
        if where is None:
            _let_go_of_output()  # what could not be written must not be tried once more at the exit
        complain(
            PartygraphError(f"the system says: {error.strerror}", where=where, remedy="Mend that, and run it again")
        )
        return DEFECT
    line = str(error).splitlines()[0] if str(error) else "no message"
    complain(
        PartygraphError(
            f"a defect of partygraph: {type(error).__name__}: {line}",
            remedy="Run the same with -vv, and send what it prints to the maintainers with your input",
        )
    )
    return DEFECT


def _show_traceback() -> None:
    import traceback

    say(traceback.format_exc().rstrip())


def _let_go_of_output() -> None:
    # The reader of a pipe (head, less) went away, or the disk is full: the interpreter must not flush once more.
    import os
    from contextlib import suppress

    # A notebook's or a test's standard output is no file, and needs no care.
    with suppress(OSError), Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
