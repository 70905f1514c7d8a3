import pytest

from partygraph.errors import RuleError
from partygraph.rules.patterns import parse


def test_a_bracket_of_the_text() -> None:
    assert [part.word for part in parse(r"\( up \)", {}).parts] == ["(", "up", ")"]


def test_a_class_may_use_another_and_is_parsed_anew_where_that_is_another() -> None:
    classes = {"won": ("won", "$got it"), "got": ("got", "took"), "unused": ("x",)}
    assert parse("$won", classes) == parse("(won|(got|took) it)", {})
    assert parse("$won", {**classes, "got": ("gained", "seized")}) == parse("(won|(gained|seized) it)", {})
    with pytest.raises(RuleError, match=r"\$got"):
        parse("$won", {"won": ("$got it",)})
