"""The benchmark of sentences measures what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "scripts" / "benchmark_prose.py"
sys.path.insert(0, str(SCRIPT.parent))

import benchmark_prose  # noqa: E402 -- a script, found through the path above

SMALL, LARGE = 20_000, 80_000


def test_the_figures_are_printed(tmp_path: Path) -> None:
    article = tmp_path / "blue.txt"
    article.write_text("= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n\nIt was founded in 1990.\n")
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--runs", "1"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert shown.startswith("1 articles, 1 sentences, 23 characters")
    assert "articles a second" in shown and "spaCy" in shown


def test_without_an_article_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and "no article is there" in done.stderr


@pytest.mark.parametrize("kind", [*benchmark_prose.KINDS, *benchmark_prose.VARIED])
def test_no_paragraph_takes_more_than_its_share(kind: str) -> None:
    """A paragraph four times as long takes about four times as long; sixteen times would mean that it is quadratic.

    Processor time is disturbed, too, where others use the caches: one undisturbed turn of three is enough.
    """
    benchmark_prose.adversarial(kind, 1000)
    turns: list[tuple[float, float]] = []
    for _ in range(3):
        small = min(benchmark_prose.adversarial(kind, SMALL) for _ in range(2))
        large = benchmark_prose.adversarial(kind, LARGE)
        turns.append((small, large))
        if large < 10 * small + 0.2:
            return
    pytest.fail(f"seconds for {SMALL:,} and {LARGE:,} characters: {turns}")


@pytest.mark.parametrize("kind", benchmark_prose.VARIED)
def test_sentences_that_are_all_different(kind: str) -> None:
    sentences = benchmark_prose.paragraph(kind, SMALL).split(". ")
    assert len(set(sentences)) == len(sentences) > 200


@pytest.mark.slow
@pytest.mark.parametrize("kind", benchmark_prose.KINDS)
def test_a_megabyte_is_read_in_time(kind: str) -> None:
    assert benchmark_prose.adversarial(kind) < benchmark_prose.BAR
