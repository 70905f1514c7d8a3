"""The file for the Mismatch Finder passes the checks that its importer makes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from partygraph.linking.items import YEAR, Item, Statement, Value
from partygraph.model import Datatype, Entity, Extraction, Kind, Literal, Status
from partygraph.wikidata import mismatches
from partygraph.wikidata.comparison import Verdict, compare
from partygraph.wikidata.exports import Withheld, decide

MakeExtraction = Callable[..., Extraction]
PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party", "Q101")
GUID = "Q101$7814880A-A6EF-40EC-885E-F46DD58C8DC5"
HEADER = "item_id,statement_guid,property_id,wikidata_value,meta_wikidata_value,external_value,external_url,type"


def violations(text: str) -> list[str]:
    """Return what the importer would refuse: columns, forms of IDs, lengths, values that belong together."""
    lines = list(csv.reader(io.StringIO(text)))
    wrong = [] if ",".join(lines[0]) == HEADER else ["wrong header"]
    for number, line in enumerate(lines[1:], 2):
        if len(line) != 8:
            wrong.append(f"{number}: {len(line)} columns")
            continue
        item, guid, pid, theirs, _, ours, url, kind = line
        checks = {
            "item": re.fullmatch(r"Q\d+", item) and len(item) <= 12,
            "guid": re.fullmatch(r"Q\d+\$[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", guid)
            if guid
            else not theirs,
            "guid of the item": not guid or guid.startswith(f"{item}$"),
            "property": re.fullmatch(r"P\d+", pid),
            "values": bool(ours) and max(map(len, (theirs, ours, url))) <= 1500 and (theirs or not guid),
            "type": kind in ("", "statement", "qualifier"),
        }
        wrong += [f"{number}: {name}" for name, good in checks.items() if not good]
    return wrong


def written(extraction: Extraction, *statements: Statement) -> tuple[str, tuple[Withheld, ...]]:
    item = Item("Q101", "Harbour Party", "Harbour Party", statements)
    given, kept = decide(extraction, compare(extraction, item), Verdict.DIFFERS)
    named, nameless = mismatches.without_guid(given)
    return mismatches.write(named), (*kept, *nameless)


def founded(make: MakeExtraction, **more: object) -> Extraction:
    said = (PARTY, "founded", Literal("1990", Datatype.YEAR))
    return make("Harbour Party", said, url="https://en.wikipedia.org/wiki/Harbour_Party", **more)


def test_the_validator_finds_faults() -> None:
    good = f"{HEADER}\nQ101,{GUID},P571,1991,,1990,https://example.org/,statement\n"
    assert violations(good) == []
    for old, new in (
        ("Q101,Q", "101,Q"),
        ("Q101$", "Q102$"),
        (",P571", ",571"),
        ("1990", ""),
        ("statement\n", "fact\n"),
    ):
        assert violations(good.replace(old, new, 1)), old
    assert violations(good.replace(GUID, ""))


def test_what_differs_is_written_with_both_values(make_extraction: MakeExtraction) -> None:
    stated = Statement("P571", Value("time", "1991", precision=YEAR), guid=GUID)
    text, kept = written(founded(make_extraction), stated)
    assert violations(text) == []
    assert kept == ()
    assert text.splitlines()[1] == f"Q101,{GUID},P571,1991,,1990,https://en.wikipedia.org/wiki/Harbour_Party,statement"


def test_a_statement_without_a_name_stays(make_extraction: MakeExtraction) -> None:
    text, kept = written(founded(make_extraction), Statement("P571", Value("time", "1991", precision=YEAR)))
    assert text == HEADER + "\n"
    assert "not known" in kept[0].reason


def test_a_claim_that_differs_stays(make_extraction: MakeExtraction) -> None:
    stated = Statement("P571", Value("time", "1991", precision=YEAR), guid=GUID)
    text, kept = written(founded(make_extraction, status=Status.CLAIM), stated)
    assert text == HEADER + "\n"
    assert len(kept) == 1


def test_a_country_of_another_time_is_no_mismatch(make_extraction: MakeExtraction) -> None:
    said = (PARTY, "country", Entity("Ruritania", Kind.PLACE, None, "Q20"))
    extraction = make_extraction("Harbour Party", said, url="https://en.wikipedia.org/wiki/Harbour_Party")
    text, kept = written(extraction, Statement("P17", Value("item", "Q21", "Kingdom of Ruritania"), guid=GUID))
    assert text == HEADER + "\n"
    assert "state of today" in kept[0].reason


def test_what_agrees_or_is_new_is_not_in_the_file(make_extraction: MakeExtraction) -> None:
    agreeing = Statement("P571", Value("time", "1990", precision=YEAR), guid=GUID)
    for statements in ((agreeing,), ()):
        assert written(founded(make_extraction), *statements) == (HEADER + "\n", ())
