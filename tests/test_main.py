"""The front door: it opens at once, explains itself, and every error leaves through it in good order."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from partygraph import errors
from partygraph.cli import COMMANDS, front

HEAVY = ("rdflib", "pyshacl", "SPARQLWrapper", "jinja2", "mwparserfromhell", "rich", "pydantic")
ROOT = Path(__file__).parent.parent
MEGABYTE = 1_000_000


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code."""
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=env, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    "code",
    [
        "import partygraph",
        "from partygraph.__main__ import main; main(['--help'])",
        "from partygraph.__main__ import main; main(['--version'])",
        *(f"from partygraph.__main__ import main; main([{name!r}, '--help'])" for name in COMMANDS),
    ],
)
def test_help_imports_nothing_heavy(code: str) -> None:
    assert not loaded(code) & set(HEAVY)


def test_bare_import_loads_no_room() -> None:
    ours = {name for name in loaded("import partygraph") if name.startswith("partygraph.")}
    assert ours == set()


def test_help_of_the_front_imports_no_command() -> None:
    ours = loaded("from partygraph.__main__ import main; main(['--help'])")
    assert not {f"partygraph.cli.{name}" for name in COMMANDS} & ours


def test_building_an_article_needs_none_of_the_heavy_libraries() -> None:
    article = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"
    code = f"import partygraph; partygraph.write(partygraph.build({str(article)!r}))"
    assert not loaded(code) & set(HEAVY)


# ------------------------------------------------------------------ help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Examples:" in shown and f"partygraph {name}" in shown
    assert len(shown.splitlines()) > 10


def test_front_lists_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)
    assert all(f"  {code} " in shown for code in (0, 1, 2, 3, 4, 130))


def test_a_wrong_command_names_the_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["fact"]) == 2
    assert "facts" in capsys.readouterr().err


# ------------------------------------------------------------------ exit codes


class Boom:
    """A command that fails in a given way."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, *_: object, **__: object) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError("x"), 2),
        (errors.InputError("x", where=errors.Place("a.txt", 3, 4), remedy="Mend it"), 3),
        (errors.FindingsError("x"), 1),
        (errors.RemoteError("x"), 4),
        (KeyboardInterrupt(), 130),
        (ZeroDivisionError("division by zero"), 3),
        (OSError(28, "No space left on device", "out.ttl"), 3),
    ],
)
def test_every_error_has_its_exit_code_and_no_traceback(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from partygraph.cli import facts

    monkeypatch.setattr(facts.command, "callback", Boom(error))
    assert front.run(["facts", "x.txt"]) == code
    shown = capsys.readouterr().err
    assert "Traceback" not in shown and shown.strip()
    if isinstance(error, errors.InputError):
        assert "a.txt:3:4: x" in shown and "Mend it" in shown


@pytest.mark.parametrize(
    "words", [["-vv", "facts", "x.txt"], ["facts", "x.txt", "-vv"], ["facts", "-v", "-v", "x.txt"]]
)
def test_traceback_when_asked_for(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from partygraph.cli import facts

    monkeypatch.setattr(facts.command, "callback", Boom(errors.InputError("x")))
    assert front.run(words) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    article = tmp_path / "lake.txt"
    lines = "".join(f"- Ideology: Idea{n}\n" for n in range(3000))
    article.write_text(f"= Lake Party =\n\nLake Party\n{lines}\n", encoding="utf-8")
    facts = subprocess.Popen(
        [sys.executable, "-m", "partygraph", "facts", str(article)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert facts.stdout is not None and facts.stderr is not None
    facts.stdout.readline()
    facts.stdout.close()
    complaint = facts.stderr.read().decode()
    facts.stderr.close()
    assert (facts.wait(timeout=60), complaint) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_message() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "partygraph", "query", "--list"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 3
    assert "No space left" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_interrupted() -> None:
    # Whoever runs the tests in the background has had the signal ignored, and every process of theirs inherits that.
    heed = "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.SIG_DFL)\nos.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", heed, sys.executable, "-m", "partygraph", "facts", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as waiting:
        assert waiting.stdin is not None
        # More than a pipe holds: when all of it is written, the program has begun to read.
        waiting.stdin.write("= Blue Party =\n" + "\n" * MEGABYTE)
        waiting.stdin.flush()
        waiting.send_signal(signal.SIGINT)
        _, complaint = waiting.communicate(timeout=30)
    assert waiting.returncode == 130
    assert "interrupted" in complaint and "Traceback" not in complaint
