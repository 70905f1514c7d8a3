"""What the filled slots of a match stand for, in the range of a predicate."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction import prose
from partygraph.extraction.prose.lattice import Mention
from partygraph.extraction.prose.reading import Reading, reading_of
from partygraph.extraction.prose.slotvalues import chosen, read_values
from partygraph.model import Entity, Kind, Literal, written
from partygraph.rules.phrases import Value


def reading(text: str) -> Reading:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")
    return reading_of(article, article.sentences()[0], prose.registry_for(article))


def values(text: str, kind: str, range_: str, path: str = "slot") -> list[Entity | Literal]:
    """What the first mention of a kind stands for."""
    read = reading(text)
    mention = next(mention for mention in read.lattice.mentions() if mention.kind == kind)
    return [value for value, _ in read_values(Value(slots=(path,)), {"slot": mention}, range_, read)]


@pytest.mark.parametrize(
    ("text", "kind", "range_", "found"),
    [
        ("It joined Nova Terra in 1990.", "person", "Party", Entity("Nova Terra", Kind.PARTY)),
        ("It joined Nova Terra in 1990.", "person", "Person", Entity("Nova Terra", Kind.PERSON)),
        ("He was treasurer.", "role", "Office", Entity("Treasurer", Kind.OFFICE)),
        ("It met the Red Party.", "other-party", "Party", Entity("Red Party", Kind.PARTY)),
        ("It was joined by The Red Union.", "other-party", "Party", Entity("The Red Union", Kind.PARTY)),
        ("It was joined by the Red Union.", "other-party", "Party", Entity("Red Union", Kind.PARTY)),
        ("It ran on the Red Party ballot line.", "line", "Party", Entity("Red Party", Kind.PARTY)),
    ],
)
def test_an_entity_is_of_the_kind_that_is_wanted_there(text: str, kind: str, range_: str, found: Entity) -> None:
    ((one),) = values(text, kind, range_)
    assert isinstance(one, Entity)
    assert (one.name, one.kind) == (found.name, found.kind)


@pytest.mark.parametrize(
    ("text", "kind", "range_", "found"),
    [
        ("It won 5 seats.", "number", "Count", ["5 xsd:nonNegativeInteger"]),
        ("It won 5 seats.", "number", "Decimal", ["5 xsd:decimal"]),
        ("It won 5 seats.", "number", "Date", []),
        ("It won 5.5% of the vote.", "percent", "Count", []),
        ("It won in 1990.", "date", "Date", ["1990 xsd:gYear"]),
        ("It won in 1990.", "date", "Count", []),
        ("It met Ann Lee.", "person", "Date", []),
        ("It met the Red Party.", "other-party", "Text", ["Red Party xsd:string"]),
        ("It was joined by The Red Union.", "other-party", "Text", ["The Red Union xsd:string"]),
    ],
)
def test_a_literal_is_of_the_range_or_none(text: str, kind: str, range_: str, found: list[str]) -> None:
    literals = [value for value in values(text, kind, range_) if isinstance(value, Literal)]
    assert [f"{value.lexical} {value.datatype.value}" for value in literals] == found


def test_a_name_has_a_language_and_a_native_name_one_that_is_not_known() -> None:
    (name,) = values("It met the Red Party.", "other-party", "Name")
    (native,) = values("It met the Red Party.", "other-party", "NativeName")
    assert isinstance(name, Literal) and (name.lexical, name.lang) == ("Red Party", "en")
    assert isinstance(native, Literal) and (native.lexical, native.lang) == ("Red Party", "und")


def test_each_member_of_a_list_is_a_value_and_may_be_chosen_by_its_kind() -> None:
    text = "It met Ann Lee, Bo Chan and Eve Fox."
    names = ["Ann Lee", "Bo Chan", "Eve Fox"]
    assert [written(value) for value in values(text, "person", "Person")] == names
    assert [written(value) for value in values(text, "person", "Person", "slot#person")] == names
    assert values(text, "person", "Person", "slot#party") == []
    assert values(text, "person", "Person", "slot@date") == []


def test_the_first_path_that_is_filled_is_taken() -> None:
    date = Mention("date", 1, 2, "1990")
    slots = {"election": Mention("election", 0, 2, "1990 election", parts=(("date", date),))}
    assert chosen(Value(slots=("date", "election.type", "election.date", "election")), slots) == "election.date"
    assert chosen(Value(slots=("date",)), slots) == ""


@pytest.mark.parametrize(
    ("text", "range_", "found"),
    [
        ("Red Party", "Party", "party"),
        ("true", "Boolean", "xsd:boolean"),
        ("0", "Count", "xsd:nonNegativeInteger"),
        ("many", "Count", "xsd:string"),
    ],
)
def test_a_constant_is_of_its_range(text: str, range_: str, found: str) -> None:
    (((value, mention)),) = read_values(Value(constant=text), {}, range_, reading("It won."))
    assert mention is None and written(value) == text
    assert (value.kind.value if isinstance(value, Entity) else value.datatype.value) == found
