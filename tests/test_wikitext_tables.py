"""Tables of wikitext: headings, spans, captions, attributes, and what is broken."""

from __future__ import annotations

import pytest

from partygraph.model import Source, Table
from partygraph.readers import wikitext


def table(markup: str) -> Table:
    article = wikitext.read(markup, Source("t", ""))
    return next(table for section in article.sections for table in section.tables)


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_rows_in_both_spellings() -> None:
    found = table(
        """{| class="wikitable sortable"
|+ style="x" | Results by ''year''
|-
! Year !! Votes
! scope="col" | Seats
|-
| 1990 || 1,204 || 3
|-
| style="background:#fff" | [[1994 election|1994]]
| {{nowrap|2,001}}<ref>a | b</ref>
| {{composition bar|4|21}}
|}"""
    )
    assert found.caption and found.caption.text == "Results by year"
    assert [view.text for view in found.header] == ["Year", "Votes", "Seats"]
    assert texts(found) == [["1990", "1,204", "3"], ["1994", "2,001", "4 / 21"]]
    assert found.rows[1][0].links[0].target == "1994 election"


def test_spans_fill_every_place_that_they_cover() -> None:
    found = table(
        """{|
! rowspan=2 | Election !! colspan="2" | Popular vote !! rowspan=2 | Seats
|-
! Votes !! %
|-
| 1990 || 10 || 1.5 || rowspan=2 | 3
|-
| 1994 || colspan=2 | none
|-
! colspan=4 | ''As the New List''
|-
| 1998 || 30 || 4.5 || 6
|}"""
    )
    assert [view.text for view in found.header] == ["Election", "Popular vote\nVotes", "Popular vote\n%", "Seats"]
    assert texts(found) == [
        ["1990", "10", "1.5", "3"],
        ["1994", "none", "none", "3"],
        ["As the New List"] * 4,
        ["1998", "30", "4.5", "6"],
    ]
    assert found.rows[0][3] is found.rows[1][3]


def test_row_headings_are_cells() -> None:
    found = table("{|\n! Year !! Seats\n|-\n! 1990\n| 3\n|}")
    assert [view.text for view in found.header] == ["Year", "Seats"]
    assert texts(found) == [["1990", "3"]]


def test_a_table_inside_a_cell_stays_there() -> None:
    found = table("{|\n| a\n|\n{|\n| b || c\n|}\n| d\n|}")
    assert [row[0] for row in texts(found)] == ["a"]
    assert texts(found)[0][-1] == "d"


def test_a_table_in_a_paragraph_ends_it() -> None:
    article = wikitext.read("One is here.\n{|\n| a\n|}\nTwo is here.", Source("t", ""))
    assert [s.view.text for s in article.sentences()] == ["One is here.", "Two is here."]


def test_a_table_that_never_closes_is_left_out() -> None:
    article = wikitext.read("{|\n! a\n|-\n| b || c\n\nA sentence.", Source("t", ""))
    assert [s.view.text for s in article.sentences()][-1] == "A sentence."
    assert "page-markup" in {left.reason for left in article.debris}


@pytest.mark.parametrize("markup", ["{|\n|}", "{|\n|-\n|-\n|}", "{|\n|+\n|}", "{| class=x\n!\n|}"])
def test_empty_tables(markup: str) -> None:
    assert all(not cell.text for row in table(markup).rows for cell in row)
