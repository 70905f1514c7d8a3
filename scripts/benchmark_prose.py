"""Times the reading of sentences by rules alone, beside tokenising the same text with spaCy's blank English pipeline.

Run it as ``python scripts/benchmark_prose.py [ARTICLE|FOLDER...] [--runs N]``; without articles, those of the tests are
read. Figures are processor time of one core, the best of the runs; machines differ, so read the ratio. spaCy is used if
it is installed, and never needed. ``--adversarial`` reads paragraphs of a million characters that were made to be slow.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from partygraph import readers
from partygraph.errors import InputError
from partygraph.extraction import extract
from partygraph.model import Article

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = (ROOT / "data" / "articles", ROOT / "tests" / "articles", ROOT / "tests" / "gold" / "open")
ENDINGS = frozenset({".txt", ".wikitext"})
MEGABYTE = 1_000_000
BAR = 10.0
"""Seconds that a paragraph of a megabyte may take at most."""

KINDS: Mapping[str, str] = {
    "one sentence, no full stop": "the Blue Party was founded in 1990 by Ann Lee and ",
    "many sentences": "The Blue Party was founded in 1990 by Ann Lee. ",
    "names in a list": "Ann Lee, Bo Chan, ",
    "names without end": "Blue Red Green ",
    "parentheses": "(",
    "nested clauses": "which was the party that ",
    "commas": ", ",
    "quotation marks": '" ',
    "digits": "1",
    "numbers": "1990 7.4% 12 ",
    "dates": "from 1 May 1990 to 2 June 1991, ",
    "and": "and ",
    "one word": "a",
    "initials": "A. ",
    "links": "[[Blue Party|party]] ",
    "braces": "{{lang|fr|",
    "combining marks": "e\u0301\u0301\u0301",
}
"""Kinds of paragraph, each by what it repeats."""

VARIED: Mapping[str, str] = {
    "parties, all different": "The {name} Party was founded in {year} by {first} {last}. ",
    "leaders, all different": "It was led by {first} {last} from {year} to {later}. ",
    "results, all different": "In the {year} election it won {share}% of the vote and {seats} of {total} seats. ",
}
"""Kinds of paragraph in which no sentence comes twice, each by its sentence."""
SYLLABLES = ("ba", "dor", "fel", "gi", "ka", "lun", "mer", "no", "pra", "rin", "sol", "tu", "ves", "wy", "zan", "ek")


def articles(places: Sequence[Path]) -> Iterator[Article]:
    """Read the articles of files and folders."""
    for place in places:
        inside = sorted(place.iterdir()) if place.is_dir() else [place] if place.exists() else []
        for path in inside:
            if path.suffix in ENDINGS:
                yield readers.read(path)


def best(work: Callable[[], object], runs: int) -> float:
    """Return the least processor time of some runs, in seconds, after one that is not counted."""
    times = []
    for _ in range(runs + 1):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times[1:])


def tokenising(texts: Sequence[str], runs: int) -> float | None:
    """Return the time that spaCy's blank English pipeline takes to tokenise texts; None where it is not installed.

    Each run has a pipeline of its own: one that has seen the text before only looks its words up.
    """
    try:
        spacy = import_module("spacy")
    except ImportError:
        return None
    times = []
    for _ in range(runs):
        pipeline = spacy.blank("en")
        started = time.process_time()
        for text in texts:
            pipeline(text)
        times.append(time.process_time() - started)
    return min(times)


def report(read: Sequence[Article], runs: int) -> str:
    """Time the articles, and write the figures."""
    # What is tokenised is what the rules read: the sentences, without infoboxes and markup.
    texts = [" ".join(sentence.view.text for sentence in article.sentences()) for article in read]
    sentences = sum(len(article.sentences()) for article in read)
    ours = best(lambda: [extract(article) for article in read], runs)
    theirs = tokenising(texts, runs)
    lines = [
        f"{len(read)} articles, {sentences} sentences, {sum(map(len, texts))} characters; rules only, one core",
        f"  {len(read) / ours:10.0f} articles a second",
        f"  {ours / sentences * 1000:10.3f} ms a sentence",
        f"  {sum(map(len, texts)) / ours / 1000:10.0f} thousand characters a second",
    ]
    if theirs is None:
        lines.append("  spaCy is not installed here, so that there is no ratio to its tokeniser")
    else:
        lines.append(f"  {ours / theirs:10.2f} times as long as spaCy's blank English pipeline takes to tokenise them")
    return "\n".join(lines) + "\n"


def word(number: int) -> str:
    """Return a name; each number has its own."""
    syllables = [SYLLABLES[number % len(SYLLABLES)]]
    while number := number // len(SYLLABLES):
        syllables.append(SYLLABLES[number % len(SYLLABLES)])
    return "".join(reversed(syllables)).capitalize()


def paragraph(kind: str, size: int) -> str:
    """Make a paragraph of a kind, of so many characters."""
    if kind in KINDS:
        return (KINDS[kind] * (size // len(KINDS[kind]) + 1))[:size]
    sentences: list[str] = []
    length = 0
    while length < size:
        number = 40 + len(sentences)
        sentence = VARIED[kind].format(
            name=word(7 * number),
            first=word(number % 400),
            last=word(3 * number),
            year=1900 + number % 90,
            later=1990 + number % 35,
            share=f"{number % 50}.{number % 10}",
            seats=number % 97,
            total=100 + number % 400,
        )
        sentences.append(sentence)
        length += len(sentence)
    return "".join(sentences)[:size]


def adversarial(kind: str, size: int = MEGABYTE) -> float:
    """Read an article with one paragraph of a kind; return the seconds of processor time."""
    text = f"= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n\n{paragraph(kind, size)}\n"
    started = time.process_time()
    try:
        extract(readers.read(text))
    except InputError:
        return time.process_time() - started  # refused in time is answered in time
    return time.process_time() - started


def main() -> None:
    """Read the call and print the figures."""
    call = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    call.add_argument("places", nargs="*", type=Path, metavar="ARTICLE|FOLDER")
    call.add_argument("--runs", type=int, default=3)
    call.add_argument("--adversarial", action="store_true", help="read paragraphs that were made to be slow")
    given = call.parse_args()
    if not given.adversarial:
        found = list(articles(given.places or DEFAULT))
        if not found:
            call.error("no article is there")
        sys.stdout.write(report(found, given.runs))
        return
    slowest = 0.0
    for kind in (*KINDS, *VARIED):
        took = adversarial(kind)
        slowest = max(slowest, took)
        sys.stdout.write(f"{took:8.2f} s  {kind}\n")
        sys.stdout.flush()
    sys.exit(f"slower than {BAR:g} s" if slowest > BAR else 0)


if __name__ == "__main__":
    main()
