"""What follows from statements: marked as inferred, with what it rests on."""

import pytest
from telling import told

from partygraph import facttable, readers
from partygraph.extraction import read

BLUE = "The Blue Green Party is a party in Ghana."


@pytest.mark.parametrize(
    ("title", "text", "short"),
    [
        ("Blue Green Party", f"{BLUE} BGP took six seats in 1990.", "BGP"),
        ("Tilbrook Blue Green Party", "The Tilbrook Blue Green Party is a party. The BGP was founded in 1990.", "BGP"),
        ("Azure Party (Ghana)", "The Azure Party is a party in Ghana. The AP is small. The AP won six seats.", "AP"),
        (
            "Azure People's Party",
            "The Azure People's Party (Spanish: Partido popular de la costa) is a party. The PPC's founder left it.",
            "PPC",
        ),
    ],
)
def test_initials_that_the_text_uses_abbreviate_a_name_of_the_party(title: str, text: str, short: str) -> None:
    assert [(name, status) for name, _, status in told(text, "abbreviation", title=title)] == [(short, "inferred")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Azure Party", "The Azure Party is a party in Ghana. The AP won six seats."),  # two letters, used once
        ("Blue Green Party", f"{BLUE} It left the Bold Grey Platform (BGP). BGP took six seats."),  # another's
        ("Blue Green Party", f"{BLUE} It left its rivals (BGP) in 1990."),
        ("Tilbrook Azure Party", "The Tilbrook Azure Party is small. AP took six seats. AP lost them in 1990."),
        ("Independent Ireland", "Independent Ireland is a party in Ghana. Part II tells of it, and II is short."),
    ],
)
def test_other_letters_abbreviate_nothing(title: str, text: str) -> None:
    assert [name for name, _, status in told(text, "abbreviation", title=title) if status == "inferred"] == []


def test_what_the_text_says_need_not_be_inferred() -> None:
    text = "The Blue Green Party (BLUG) is a party in Ghana. BGP took six seats in 1990."
    assert [(name, status) for name, _, status in told(text, "abbreviation", title="Blue Green Party")] == [
        ("BLUG", "asserted")
    ]


def test_an_inferred_statement_rests_on_the_first_use() -> None:
    text = "The Azure Party is a party in Ghana. The AP is small. In 1990 the AP won six seats."
    article = readers.read(f"= Azure Party =\n\n{text}\n")
    (row,) = [row for row in facttable.rows(read(article)) if row.predicate == "abbreviation"]
    assert (row.quote, row.start) == ("AP", article.text.index("AP is small"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Azure Unity Congress (Lee)", []), ("Azure Unity Congress (Ghana)", ["AUC"])],
)
def test_the_initials_of_a_namesake_abbreviate_no_title_with_a_bracket(title: str, expected: list[str]) -> None:
    text = f"The {title} was a party in Ghana. It split from the Azure Unity Congress in 1948. AUC took six seats."
    rows = told(text, "abbreviation", title=title)
    assert [name for name, _, status in rows if status == "inferred"] == expected
