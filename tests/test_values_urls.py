"""Web addresses are read as they are stated."""

import doctest

import pytest

from partygraph.values import urls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://www.example.org/a?b=c", ["https://www.example.org/a?b=c"]),
        ("www.example.org.", ["www.example.org"]),
        ("(example.org)", ["example.org"]),
        ("someone@example.org", []),
        ("no address", []),
    ],
)
def test_urls(text: str, found: list[str]) -> None:
    assert [address for _, address in urls.find(text)] == found


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(urls).failed == 0
