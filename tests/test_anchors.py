"""No phrase that a sentence could match is passed over by the index of what phrases need."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from partygraph import readers
from partygraph.extraction import prose
from partygraph.extraction.prose import anchors, mentions
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Matcher
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Article
from partygraph.rules.phrases import phrases
from partygraph.rules.programs import Program, compile_pattern

OPEN = sorted((Path(__file__).parent / "gold" / "open").glob("*.txt"))
EVERYTHING = tuple((phrase, program) for phrase in phrases() for program in phrase.programs)
UNASKED = [replace(program, needs=()) for _, program in EVERYTHING]
"""The same programs, which are run whatever a sentence lacks."""


def lattices(article: Article) -> Iterator[Lattice]:
    """The sentences of an article as they are read one after the other."""
    registry = prose.registry_for(article)
    for section in article.sections:
        for sentence in section.sentences:
            yield mentions.read(sentence.view, registry)


def passed_over(lattice: Lattice) -> list[str]:
    """The rules that match a sentence and are not among those that can."""
    able = {id(program) for _, program, _ in anchors.index().able(lattice)}
    matcher = Matcher(lattice)
    return [
        phrase.name
        for (phrase, program), unasked in zip(EVERYTHING, UNASKED, strict=True)
        if id(program) not in able and matcher.matches(unasked)
    ]


@pytest.mark.parametrize("letter", sorted({phrase.name[0] for phrase in phrases()}))
def test_nothing_that_matches_an_example_is_passed_over(letter: str) -> None:
    for phrase in phrases():
        for example in phrase.examples[:2] if phrase.name.startswith(letter) else ():
            article = readers.read(f"= {example.title} =\n\n{example.text}\n")
            for lattice in lattices(article):
                assert passed_over(lattice) == [], example.text


@pytest.mark.parametrize("path", OPEN[::4], ids=lambda path: path.stem)
def test_nothing_that_matches_an_article_is_passed_over(path: Path) -> None:
    for lattice in lattices(readers.read(path)):
        assert passed_over(lattice) == [], lattice.tokens.text


def test_a_program_is_found_by_what_it_begins_with_and_what_stands_behind() -> None:
    phrase = phrases()[0]
    patterns = ("{party} was (founded|formed)", "{party} was dissolved", "it was {party}", "{party} [is] gone")
    programs: list[Program] = [compile_pattern(pattern, {}) for pattern in patterns]
    made = anchors.enter(tuple((phrase, program) for program in programs))
    assert made.pairs["{party}"] == {
        "was founded": [0],
        "was formed": [0],
        "was dissolved": [1],
        "is gone": [3],
        "gone": [3],
    }
    assert made.pairs["it"] == {"was {party}": [2]}


def test_what_a_program_needs_must_stand_in_its_order() -> None:
    phrase = phrases()[0]
    programs = [compile_pattern(pattern, {}) for pattern in ("it was founded by [the] men", "it was founded [and] led")]
    made = anchors.enter(tuple((phrase, program) for program in programs))

    def able(text: str) -> list[tuple[Program, list[int]]]:
        return [(program, places) for _, program, places in made.able(Lattice.over(tokenise(text)))]

    assert able("It was founded by men") == [(programs[0], [0])]
    assert able("By men it was founded") == []
    assert able("Men led it, and it was founded by women, and men led them") == [(programs[0], [5]), (programs[1], [5])]
    assert able("Led by men it was founded") == []


def test_phrases_about_the_partys_people_cannot_match_without_any() -> None:
    """A sentence that has told of new people is read again only where such a phrase waits for them."""
    for phrase in phrases():
        for text, program in zip(phrase.patterns, phrase.programs, strict=True):
            if any(kind in text for kind in (":ours}", "{ours}", ":officer}", "{officer}")):
                assert any(need <= prose.OURS for need in program.needs), text
