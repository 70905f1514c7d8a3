"""Errors say what, where and how to mend it, and each has its exit code."""

import pytest

from partygraph import errors


def test_the_message_has_three_parts() -> None:
    error = errors.ArticleError("no title", where=errors.Place("a.txt", 3, 7), remedy="Start with = Title =")
    assert str(error) == "a.txt:3:7: no title. Start with = Title ="


def test_a_byte_offset_is_shown() -> None:
    assert str(errors.Place("a.txt", byte=17)) == "a.txt (byte 17)"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError, 2),
        (errors.DecodingError, 3),
        (errors.ArticleError, 3),
        (errors.RuleError, 3),
        (errors.ProfileError, 3),
        (errors.FindingsError, 1),
        (errors.RemoteError, 4),
    ],
)
def test_exit_codes(error: type[errors.PartygraphError], code: int) -> None:
    assert error("x").exit_code == code
    assert error.__name__ in (errors.__doc__ or ""), "the tree in the module's docstring shows every error"
