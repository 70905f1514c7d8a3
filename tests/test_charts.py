"""Charts are well-formed pictures that keep every row: drawn, or counted as left away."""

from xml.etree import ElementTree

import pytest

from partygraph import charts
from partygraph.errors import UsageError

SVG = "{http://www.w3.org/2000/svg}"


def marks(picture: str, kind: str) -> list[ElementTree.Element]:
    return [mark for group in ElementTree.fromstring(picture).iter(f"{SVG}g") for mark in group.iter(SVG + kind)]


def test_dates_stand_in_order_on_an_axis_of_years() -> None:
    rows = [("elected", "Ann Lee", "2015-07"), ("founded", "Lake Party", "2002"), ("elected", "Bo Ray", "2011-01-20")]
    picture = charts.draw(("what", "who", "date"), rows, title="Timeline")
    places = [float(mark.get("cx", "")) for mark in marks(picture, "circle")]
    assert places == sorted(places)
    assert len(places) == 3
    assert (
        picture.index("founded · Lake Party") < picture.index("elected · Bo Ray") < picture.index("elected · Ann Lee")
    )


def test_a_month_lies_in_its_year() -> None:
    picture = charts.draw(("what", "date"), [("a", "2000"), ("b", "2005-07"), ("c", "2010")])
    first, middle, last = (float(mark.get("cx", "")) for mark in marks(picture, "circle"))
    assert (middle - first) / (last - first) == pytest.approx(0.55, abs=0.01)


def test_an_end_makes_a_span() -> None:
    picture = charts.draw(("who", "start", "end"), [("Ann Lee", "1990", "1998"), ("Bo Ray", "1998", None)])
    assert len(marks(picture, "line")) == 1
    assert len(marks(picture, "circle")) == 1
    assert "1990 to 1998" in picture


def test_numbers_become_bars_of_that_proportion() -> None:
    picture = charts.draw(("reason", "times"), [("negated", 10), ("planned", 30)])
    small, large = (float(mark.get("width", "")) for mark in marks(picture, "rect"))
    assert large == pytest.approx(3 * small, abs=0.2)


def test_rows_without_a_value_are_counted() -> None:
    picture = charts.draw(("who", "date"), [("Ann Lee", "1990"), ("Bo Ray", None)])
    assert "1 more without a date" in picture
    assert "Bo Ray" not in picture


def test_text_from_data_never_becomes_markup() -> None:
    picture = charts.draw(("who", "date"), [("<script>alert('x')</script> & co", "1990")], title="</svg><b>")
    assert [element.tag for element in ElementTree.fromstring(picture).iter() if "script" in element.tag] == []
    assert "&lt;script&gt;" in picture


def test_nothing_to_draw_is_an_error_that_helps() -> None:
    with pytest.raises(UsageError, match="Choose another form"):
        charts.draw(("who",), [("Ann Lee",)])


def test_the_same_rows_give_the_same_picture() -> None:
    rows = [("Ann Lee", "1990"), ("Bo Ray", "1991")]
    assert charts.draw(("who", "date"), rows) == charts.draw(("who", "date"), list(reversed(rows)))


@pytest.mark.parametrize("values", [(0, 0), (5, 5), (-3, 4), (1, 1_000_000), (0.001, 0.002)])
def test_the_axis_encloses_all_values(values: tuple[float, float]) -> None:
    picture = charts.draw(("what", "number"), [("a", values[0]), ("b", values[1])])
    box = ElementTree.fromstring(picture).get("viewBox", "").split()
    for mark in marks(picture, "rect"):
        assert 0 <= float(mark.get("x", "")) <= float(box[2])
        assert float(mark.get("x", "")) + float(mark.get("width", "")) <= float(box[2])
