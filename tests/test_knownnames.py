"""Names that a text links, and those that it has used before."""

from __future__ import annotations

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import read


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Together was founded in 1990.", ["1990"]),
        ("Later, Together was founded in 1990.", ["1990"]),
        ("Together with others, a league was founded in 1990.", []),
    ],
)
def test_a_title_may_be_a_word_that_no_name_is(sentence: str, found: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "founded", title="Together")] == found


def test_the_target_of_a_link_tells_what_its_label_is() -> None:
    box = "{{Infobox political party|name=Blue Party|ideology=Blue}}\n"
    lead = "The '''Blue Party''' merged into [[Azul (political party)|Azul Siempre]] in 1990.\n"
    (target,) = [fact.object for fact in read(readers.read(box + lead)).facts if fact.predicate == "mergedInto"]
    assert (getattr(target, "name", ""), getattr(target, "link", "")) == ("Azul Siempre", "Azul (political party)")


def test_a_name_within_a_longer_one_is_not_known() -> None:
    text = "The Red Party was its rival. In 1990 the Blue Party merged into the Red Party League."
    assert [name for name, _, _ in told(text, "mergedInto")] == ["Red Party League"]
