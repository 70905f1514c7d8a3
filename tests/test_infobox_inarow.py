"""Persons whose names an infobox has in a row, with nothing between them."""

import pytest

from partygraph import readers
from partygraph.extraction import read
from partygraph.extraction.infobox import inarow
from partygraph.model import written

BOTH = "Ann Lee and Bo Chan left the Red Party. Lee was a baker."


@pytest.mark.parametrize(
    ("name", "text", "persons"),
    [
        ("Ann Lee Bo Chan", BOTH, ("Ann Lee", "Bo Chan")),
        ("Ann Lee Bo Chan Cy Dorn", f"{BOTH} Cy Dorn was its leader.", ("Ann Lee", "Bo Chan", "Cy Dorn")),
        ("Ann Lee Bo Chan", "Ann Lee was a baker.", ("Ann Lee Bo Chan",)),
        ("Ann Lee Bo Chan", f"{BOTH} Ann Lee Bo Chan was a poet.", ("Ann Lee Bo Chan",)),
        ("Ann Lee Chan", "Ann Lee was a baker.", ("Ann Lee Chan",)),
    ],
)
def test_two_are_told_apart_where_the_sentences_know_both(name: str, text: str, persons: tuple[str, ...]) -> None:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Founders: {name}\n\n{text}\n")
    assert inarow.persons(name, article) == persons
    found = [written(fact.object) for fact in read(article).facts if fact.predicate == "founder"]
    assert found == list(persons)


def test_sentences_give_each_of_them_what_is_theirs() -> None:
    text = "= Blue Party =\n\nBlue Party\n- Founders: Ann Lee Bo Chan\n\nAnn Lee and Bo Chan founded it in 1999.\n"
    found = [fact for fact in read(readers.read(text)).facts if fact.predicate == "founder" and fact.source == "prose"]
    assert [written(fact.object) for fact in found] == ["Ann Lee", "Bo Chan"]
