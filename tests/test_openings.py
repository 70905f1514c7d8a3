"""A pronoun behind an opening is in the main clause, and whom the opening names it need not mean."""

import pytest

from partygraph.extraction.prose.openings import main_clause
from partygraph.extraction.prose.tokens import tokenise


@pytest.mark.parametrize(
    ("sentence", "behind"),
    [
        ("As a part of the Azure Front, it won two seats.", ", it won two seats."),
        ("Alongside the Red Party, it won two seats.", ", it won two seats."),
        ("After the fall of the Red Party, the party grew.", ", the party grew."),
        ("Having left the Red Party, it won two seats.", ", it won two seats."),
        ("Together with the Red Party it won two seats.", "it won two seats."),
        ("With the Red Party (RP) and the Azure League it founded a front.", "it founded a front."),
        ("Previously known as the Azure League, it won two seats.", ", it won two seats."),
        ("The legal heir of the Red Party, it won two seats.", ", it won two seats."),
        ("Founded by the Red Party, the party won two seats.", ", the party won two seats."),
        ("Led by the Red Party, which had many members, the front won.", ", the front won."),
    ],
)
def test_where_the_main_clause_begins(sentence: str, behind: str) -> None:
    tokens = tokenise(sentence)
    at = main_clause(tokens.words)
    assert sentence[tokens.starts[at] :] == behind


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Party won two seats, and it grew.",
        "After the Red Party was founded, it grew.",  # the opening has a verb, and may be about the same
        "It won.",
        "",
    ],
)
def test_a_sentence_without_such_an_opening(sentence: str) -> None:
    assert main_clause(tokenise(sentence).words) == 0
