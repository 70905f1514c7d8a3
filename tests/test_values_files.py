"""File names lose their parameters."""

import doctest

import pytest

from partygraph.values import files


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("File:Blue List logo.png", ["Blue List logo.png"]),
        ("Blue List (2019).svgclass=skin-invert", ["Blue List (2019).svg"]),
        ("Image: A.JPG|200px", ["A.JPG"]),
        ("a.png, b.svg", ["a.png", "b.svg"]),
        ("200px", []),
    ],
)
def test_files(text: str, found: list[str]) -> None:
    assert [name for _, name in files.find(text)] == found
    assert all(text[slice(*span)] == name for span, name in files.find(text))


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(files).failed == 0
