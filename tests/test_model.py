"""Views keep the way back to the source: verbatim character by character, rendered runs as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.model import Link, Mark, Segment, Span, View

#                    0         1         2
#                    0123456789012345678901234567
SOURCE = "was {{nowrap|founded}} in 2002"
RENDERED = View(
    "was founded in 2002",
    (
        Segment(Span(0, 4), Span(0, 4), True),
        Segment(Span(4, 11), Span(4, 22), False),
        Segment(Span(11, 19), Span(22, 30), True),
    ),
    (Link(Span(15, 19), "2002"),),
    (Mark(Span(4, 11), "template:nowrap"),),
)


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        (0, 3, "was"),
        (4, 11, "{{nowrap|founded}}"),
        (5, 6, "{{nowrap|founded}}"),
        (8, 19, "{{nowrap|founded}} in 2002"),
        (15, 19, "2002"),
    ],
)
def test_a_rendered_run_is_quoted_as_a_whole(start: int, end: int, quote: str) -> None:
    span = RENDERED.span(start, end)
    assert SOURCE[span.start : span.end] == quote


def test_an_empty_stretch_has_the_empty_span_at_its_place() -> None:
    assert RENDERED.span(15, 15) == Span(26, 26)


def test_a_view_without_segments_has_no_place() -> None:
    with pytest.raises(ValueError, match="no character"):
        View("", ()).span()


@given(st.data())
def test_a_cut_has_the_same_source_as_the_whole(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(RENDERED.text) - 1))
    end = data.draw(st.integers(start + 1, len(RENDERED.text)))
    cut = RENDERED.cut(start, end)
    assert cut.text == RENDERED.text[start:end]
    for low in range(len(cut.text)):
        for high in range(low + 1, len(cut.text) + 1):
            assert cut.span(low, high) == RENDERED.span(start + low, start + high)


def test_a_cut_keeps_the_links_and_marks_inside_it() -> None:
    cut = RENDERED.cut(12, 19)
    assert cut.links == (Link(Span(3, 7), "2002"),)
    assert cut.marks == ()
    assert RENDERED.cut(4, 11).marks == (Mark(Span(0, 7), "template:nowrap"),)


def test_an_empty_cut_still_knows_its_place() -> None:
    assert RENDERED.cut(15, 15).span() == Span(26, 26)


def test_spans_contain_and_overlap() -> None:
    assert Span(2, 8).contains(Span(2, 8))
    assert not Span(2, 8).contains(Span(2, 9))
    assert Span(2, 8).overlaps(Span(7, 9))
    assert not Span(2, 8).overlaps(Span(8, 9))
