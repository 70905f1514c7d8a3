"""What is given back passes a validator of the published command format, and holds nothing that must not leave."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from partygraph.linking.items import YEAR, Item, Statement, Value
from partygraph.model import Datatype, Entity, Extraction, Kind, Literal, Status
from partygraph.wikidata import quickstatements
from partygraph.wikidata.comparison import compare
from partygraph.wikidata.exports import Disputed, Withheld, decide, once, undisputed
from partygraph.wikidata.properties import properties

MakeExtraction = Callable[..., Extraction]
PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party", "Q101")
URL = "https://en.wikipedia.org/wiki/Harbour_Party"
NOTHING = Item("Q101", "Harbour Party", "Harbour Party", ())

# ------------------------------------------------------------------ the format, as its help page describes it

VALUES = {
    "wikibase-item": re.compile(r"Q[1-9]\d*"),
    "string": re.compile(r'"[^"\t\n][^\t\n]*"'),
    "url": re.compile(r'"https?://[^\s"]+"'),
    "commonsMedia": re.compile(r'"[^"\t\n]+\.\w{3,4}"'),
    "monolingualtext": re.compile(r'[a-z][a-z-]+:"[^\t\n]+"'),
    "quantity": re.compile(r"[+-]?\d+(\.\d+)?(\[[+-]?\d+(\.\d+)?,[+-]?\d+(\.\d+)?\])?(U\d+)?"),
    "time": re.compile(r"[+-]\d{4,}-\d\d-\d\dT00:00:00Z/(9|10|11)(/J)?"),
}
REFERENCES = {"S143": "wikibase-item", "S4656": "url", "S854": "url", "S813": "time", "S1683": "monolingualtext"}
QUALIFIERS = {"P585": "time", "P580": "time", "P582": "time", "P194": "wikibase-item"}
PROPERTIES = {row.pid: row for rows in properties().values() for row in rows}
LONGEST = 1500


def violations(line: str) -> list[str]:
    """Return what is wrong with one command of version 1."""
    if not line or "|" in line or "/*" in line:
        return ["empty, or with a separator or comment sign in it"]
    item, pid, value, *rest = line.split("\t")
    wrong = [] if re.fullmatch(r"Q[1-9]\d*", item) else [f"no item: {item}"]
    if pid not in PROPERTIES:
        return [*wrong, f"no property of the table: {pid}"]
    wrong += _value(value, PROPERTIES[pid].datatype)
    if len(rest) % 2:
        return [*wrong, "a part without a value"]
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    qualifiers = [name for name, _ in pairs if name.startswith("P")]
    if [name for name, _ in pairs] != [*qualifiers, *(name for name, _ in pairs if name.startswith("S"))]:
        wrong.append("a qualifier stands behind a reference")
    if not any(name in ("S854", "S4656") for name, _ in pairs):
        wrong.append("no reference with an address")
    wrong += [f"{pid} demands {name}" for name in PROPERTIES[pid].required if name not in qualifiers]
    for name, given in pairs:
        kind = QUALIFIERS.get(name) or REFERENCES.get(name)
        wrong += _value(given, kind) if kind else [f"unknown part {name}"]
        if name == "S854" and "wikipedia.org" in given:
            wrong.append("Wikidata refuses Wikipedia as a reference URL")
    return wrong


def _value(text: str, kind: str) -> list[str]:
    good = VALUES[kind].fullmatch(text) and len(text) <= LONGEST
    return [] if good else [f"not a {kind}: {text}"]


def test_the_validator_finds_faults() -> None:
    good = 'Q1\tP571\t+2002-00-00T00:00:00Z/9\tS4656\t"https://en.wikipedia.org/wiki/A"\tS1683\ten:"formed in 2002"'
    assert violations(good) == []
    for old, new in (
        ("Q1\t", "X1\t"),
        ("/9", ""),
        ("P571", "P99999"),
        ('en:"', '"'),
        ("S4656", "S854"),
        ("formed", "formed | in"),
        ("\tS1683", "\tP585\t2002\tS1683"),
    ):
        assert violations(good.replace(old, new, 1)), new
    assert violations('Q1\tP2124\t304\tS854\t"https://example.org/"')


# ------------------------------------------------------------------ what leaves, and what does not


def year(text: str) -> Literal:
    return Literal(text, Datatype.YEAR)


def count(text: str) -> Literal:
    return Literal(text, Datatype.NON_NEGATIVE)


def concept(qid: str | None) -> Entity:
    return Entity("green politics", Kind.CONCEPT, None, qid)


def decided(extraction: Extraction, disputed: Disputed = undisputed) -> tuple[list[str], tuple[Withheld, ...]]:
    given, kept = decide(extraction, compare(extraction, NOTHING), disputed=disputed)
    return quickstatements.write(given).splitlines(), kept


def test_new_statements_leave_with_their_references(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction(
        "Harbour Party",
        (PARTY, "founded", year("1990")),
        (PARTY, "ideology", concept("Q3")),
        (PARTY, "memberCount", count("304"), {"year": year("2022"), "trend": Literal("up")}),
        (PARTY, "seats", Entity("Senate", Kind.BODY, None, "Q9"), {"held": Literal("4")}),
        url=URL,
        revision="1234",
        retrieved="2025-07-01T10:00:00Z",
    )
    lines, kept = decided(extraction)
    assert kept == ()
    assert [violations(line) for line in lines] == [[], [], [], []]
    source = (
        'S143\tQ328\tS4656\t"https://en.wikipedia.org/w/index.php?title=Harbour_Party&oldid=1234"\t'
        "S813\t+2025-07-01T00:00:00Z/11\tS1683\ten:"
    )
    assert lines == [
        f'Q101\tP571\t+1990-00-00T00:00:00Z/9\t{source}"Harbour Party has founded 1990."',
        f'Q101\tP1142\tQ3\t{source}"Harbour Party has ideology green politics."',
        f'Q101\tP2124\t304\tP585\t+2022-00-00T00:00:00Z/9\t{source}"Harbour Party has memberCount 304."',
        f'Q101\tP1410\t4\tP194\tQ9\t{source}"Harbour Party has seats Senate."',
    ]


def test_a_page_elsewhere_is_a_reference_url(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), url="https://news.example/harbour")
    (line,), _ = decided(extraction)
    assert violations(line) == []
    assert 'S854\t"https://news.example/harbour"' in line
    assert "S813" not in line
    assert "S143" not in line


KEPT = {
    "not linked": ((PARTY, "ideology", concept(None)), "not linked"),
    "approximate": ((PARTY, "founded", Literal("1990", Datatype.YEAR, approximate=True)), "approximate"),
    "count without a date": ((PARTY, "memberCount", count("304")), "demands the qualifier P585"),
    "seats of an unlinked body": (
        (PARTY, "seats", Entity("Senate", Kind.BODY), {"held": Literal("4")}),
        "demands the qualifier P194",
    ),
    "absent count": (
        (PARTY, "seats", Entity("Senate", Kind.BODY, None, "Q9"), {"held": Literal("absent")}),
        "no number of seats",
    ),
    "too many seats": (
        (PARTY, "seats", Entity("Senate", Kind.BODY, None, "Q9"), {"held": Literal("601")}),
        "from 0 to 600",
    ),
    "of a faction": ((PARTY, "ideology", concept("Q3"), {"scope": Literal("faction")}), "qualifier scope"),
    "with a note": (
        (PARTY, "memberCount", count("304"), {"year": year("2022"), "note": Literal("own claim")}),
        "qualifier note",
    ),
    "registered voters": (
        (PARTY, "memberCount", count("304"), {"year": year("2022"), "kind": Literal("registered voters")}),
        "qualifier kind",
    ),
    "address without a scheme": ((PARTY, "website", Literal("harbour.example", Datatype.URI)), "P407"),
    "chair without a start": (
        (PARTY, "leader", Entity("Rudolf", Kind.PERSON, None, "Q7"), {"role": Literal("Chairman")}),
        "demands the qualifier P580",
    ),
    "logo": ((PARTY, "logo", Literal("Harbour.svg")), "not free"),
}


@pytest.mark.parametrize(("said", "reason"), KEPT.values(), ids=KEPT.keys())
def test_what_stays_says_why(make_extraction: MakeExtraction, said: tuple[object, ...], reason: str) -> None:
    lines, kept = decided(make_extraction("Harbour Party", said, url=URL))
    assert lines == []
    assert [reason in withheld.reason for withheld in kept] == [True]


def test_an_address_is_escaped_and_a_foreign_name_has_its_language(make_extraction: MakeExtraction) -> None:
    native = Literal("Hafenpartei", Datatype.LANG_STRING, "de")
    odd = 'https://en.wikipedia.org/wiki/Party_"X"_(1913–31)'
    (line,), _ = decided(make_extraction("Harbour Party", (PARTY, "nativeName", native), url=odd))
    assert violations(line) == []
    assert line.startswith('Q101\tP1705\tde:"Hafenpartei"\t')
    assert "Party_%22X%22_(1913%E2%80%9331)" in line
    for lang, reason in (("zh-Latn", "no language"), (None, "language is not known")):
        other = Literal("Hafenpartei", Datatype.STRING, lang)
        lines, kept = decided(make_extraction("Harbour Party", (PARTY, "nativeName", other), url=URL))
        assert lines == []
        assert reason in kept[0].reason


@pytest.mark.parametrize("status", [Status.CLAIM, Status.CANDIDATE, Status.INFERRED])
def test_only_what_is_asserted_leaves(make_extraction: MakeExtraction, status: Status) -> None:
    lines, kept = decided(make_extraction("Harbour Party", (PARTY, "founded", year("1990")), url=URL, status=status))
    assert lines == []
    assert status in kept[0].reason


def test_what_is_disputed_stays(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), url=URL)
    lines, kept = decided(extraction, lambda fact: "the Harbour Herald")
    assert lines == []
    assert "disputed: the Harbour Herald" in kept[0].reason


def test_what_the_article_contradicts_stays(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction(
        "Harbour Party", (PARTY, "founded", year("1990")), (PARTY, "founded", year("1992")), url=URL
    )
    lines, kept = decided(extraction)
    assert lines == []
    assert [withheld.reason for withheld in kept] == ["the article also says 1992", "the article also says 1990"]


def test_nothing_leaves_without_an_address(make_extraction: MakeExtraction) -> None:
    lines, kept = decided(make_extraction("Harbour Party", (PARTY, "founded", year("1990"))))
    assert lines == []
    assert "address" in kept[0].reason


def test_what_conflicts_with_a_property_of_the_item_stays(make_extraction: MakeExtraction) -> None:
    begun = Statement("P580", Value("time", "1990", precision=YEAR))
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), url=URL)
    given, kept = decide(extraction, compare(extraction, replace(NOTHING, statements=(begun,))))
    assert given == ()
    assert [withheld.reason for withheld in kept] == ["P571 may not stand beside P580, which the item has"]


def test_two_articles_about_one_item_give_a_statement_once(make_extraction: MakeExtraction) -> None:
    party = Entity("Dune Party", Kind.PARTY, "Dune Party", "Q101")
    one = make_extraction(
        "Harbour Party", (PARTY, "founded", year("1990")), (PARTY, "ideology", concept("Q3")), url=URL
    )
    other = make_extraction("Dune Party", (party, "founded", year("1990")), url=URL)
    given = [statement for article in (one, other) for statement in decide(article, compare(article, NOTHING))[0]]
    unique, again = once(given)
    assert unique == tuple(given[:2])
    assert [withheld.comparison for withheld in again] == [given[2].comparison]


def test_what_wikidata_has_is_not_sent_again(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), url=URL)
    item = Item("Q101", "", None, (Statement("P571", Value("time", "1990", precision=YEAR)),))
    assert decide(extraction, compare(extraction, item)) == ((), ())
