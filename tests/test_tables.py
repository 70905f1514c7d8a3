import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph import tables
from partygraph.errors import UsageError

COLUMNS = ("name", "count")
AWKWARD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


def read_back(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@given(st.lists(st.tuples(AWKWARD, AWKWARD), max_size=5))
def test_csv_and_tsv_give_back_every_character(rows: list[tuple[str, str]]) -> None:
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        back = read_back(tables.write_table(COLUMNS, rows, form), delimiter)
        assert back == [list(COLUMNS), *map(list, rows)]


@pytest.mark.parametrize("cell", ["a\tb", "a\nb", "a\rb", "a\r\nb", '"a" b', "a,b", 'say "a"', " a ", "'", "#"])
def test_awkward_cells_come_back(cell: str) -> None:
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        assert read_back(tables.write_table(COLUMNS, [(cell, 1)], form), delimiter)[1] == [cell, "1"]


def test_tsv_leaves_quotation_marks_inside_a_cell_alone() -> None:
    assert (
        tables.write_table(COLUMNS, [('- Slogan: "Bread, Peace"', 1)], "tsv").splitlines()[1].startswith('- Slogan: "')
    )


def test_json_keeps_types_and_names() -> None:
    assert json.loads(tables.write_table(COLUMNS, [("é", 3), (None, True)], "json")) == [
        {"name": "é", "count": 3},
        {"name": None, "count": True},
    ]


def test_markdown_has_no_live_markup() -> None:
    written = tables.write_table(COLUMNS, [("a|b\n<script>*", 1)], "markdown")
    assert written.splitlines()[2] == r"| a\|b<br>&lt;script&gt;\* | 1 |"


def test_table_is_aligned_by_what_is_seen() -> None:
    lines = tables.write_table(COLUMNS, [("日本", 5), ("abc", 12)], "table").splitlines()
    assert lines[2:] == ["日本      5", "abc      12"]


def test_table_fits_the_terminal_and_says_that_it_cut() -> None:
    lines = tables.write_table(COLUMNS, [("x" * 200, "short")], "table", width=40).splitlines()
    assert max(map(tables.display_width, lines)) <= 40
    assert "…" in lines[2] and "short" in lines[2]


def test_table_shows_neither_line_breaks_nor_turned_text() -> None:
    row = tables.write_table(COLUMNS, [("a\nb\u202ec\x1b[31m", 1)], "table").splitlines()[2]
    assert "\u202e" not in row and "\x1b" not in row and "⏎" in row


def test_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="markdown"):
        tables.write_table(COLUMNS, [], "yaml")


def test_html_never_makes_an_element_of_data() -> None:
    shown = tables.html_table(COLUMNS, [("<b>", 1)] * 60, caption="<i>")
    assert "<b>" not in shown and "<i>" not in shown and "and 10 more" in shown
