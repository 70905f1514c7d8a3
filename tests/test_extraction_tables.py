"""Tables become election results and alliances, and every table and row that does not is left out by name."""

from __future__ import annotations

import pytest

from partygraph.extraction import tables
from partygraph.model import Entity, Fact, Kind, LeftOut, Literal, Source
from partygraph.readers import wikitext
from partygraph.resources import folder

LIST = Entity("Harbour List", Kind.PARTY, "Harbour List")


def read(markup: str) -> tuple[tuple[Fact, ...], tuple[LeftOut, ...]]:
    article = wikitext.read(markup, Source("t", ""))
    facts, left_out = tables.read_tables(article, LIST)
    for evidence in (*(fact.evidence[0] for fact in facts), *(left.evidence for left in left_out)):
        assert article.text[evidence.span.start : evidence.span.end] == evidence.quote
    return facts, left_out


def said(fact: Fact) -> tuple[str, dict[str, str]]:
    values = {q.name: q.value.lexical if isinstance(q.value, Literal) else q.value.name for q in fact.qualifiers}
    assert isinstance(fact.object, Entity)
    return fact.object.name, values


RESULTS = """== Election results ==
=== Parliament ===
{| class="wikitable"
! rowspan=2 | Election !! rowspan=2 | Leader !! colspan=3 | Votes !! rowspan=2 | Seats !! rowspan=2 | +/–
! rowspan=2 | Rank !! rowspan=2 | Government
|-
! # !! % !! ±pp
|-
! [[1991 Vanno parliamentary election|1991]]
| rowspan=2 | [[Ida Storm]]
| 12,041 || 4.1 || ''new'' || {{composition bar|3|21}} || {{increase}} 3 || 4th || {{no2|Opposition}}
|-
! [[May 1994 Vanno parliamentary election|May 1994]]<ref>x</ref>
| 15,300 || 5 || {{increase}} 0.9 || 4/21 || {{decrease}} 1 || {{steady}} 4th || {{yes2|Coalition}}
|-
! colspan=9 | ''As the New Harbour List''
|-
! [[1998 Vanno parliamentary election|1998]]
| Per Lind || – || {{party color|x}} || || 0 || {{decrease}} 4 || – || –
|-
! Never
| Per Lind || 7 || 1.1 || || 1 || || ||
|}
"""


def test_results() -> None:
    facts, left_out = read(RESULTS)
    assert [said(fact) for fact in facts] == [
        (
            "1991 parliamentary election",
            {"votes": "12041", "share": "4.1", "seats": "3", "total": "21", "change": "+3", "rank": "4"}
            | {"outcome": "Opposition"},
        ),
        (
            "May 1994 parliamentary election",
            {"votes": "15300", "share": "5.0", "seats": "4", "total": "21", "change": "−1", "rank": "4"}
            | {"outcome": "Coalition"},
        ),
        ("1998 parliamentary election", {"seats": "0", "change": "−4"}),
    ]
    assert {(fact.predicate, fact.subject, fact.source) for fact in facts} == {("electionResult", LIST, "prose")}
    assert facts[0].object == Entity("1991 parliamentary election", Kind.ELECTION, "1991 Vanno parliamentary election")
    assert [left.reason for left in left_out] == ["table-heading", "table-row-not-read"]


def test_a_hanging_cell_does_not_stretch_the_quote() -> None:
    facts, _ = read(RESULTS)
    assert "1991" not in facts[1].evidence[0].quote and facts[1].evidence[0].quote.startswith("May 1994")


@pytest.mark.parametrize(
    ("heading", "cell", "name"),
    [
        ("Presidential elections", "1994", "1994 presidential election"),
        ("European Parliament", "1994", "1994 European Parliament election"),
        ("Results", "1994", "1994 election"),
        ("Results", "[[1994 Vanno local elections|1994]]", "1994 local election"),
    ],
)
def test_the_type_of_an_election(heading: str, cell: str, name: str) -> None:
    facts, _ = read(f"== {heading} ==\n{{|\n! Year !! Seats\n|-\n| {cell} || 3\n|}}")
    assert [said(fact) for fact in facts] == [(name, {"seats": "3"})]


def test_a_candidate_is_named() -> None:
    facts, _ = read(
        "== Presidential ==\n{|\n! Election !! Candidate !! Votes !! %\n|-\n"
        "| 1994 || [[Ida Storm]] || 12,041 || 4.1%\n|}"
    )
    candidate = facts[0].qualifier("candidate")
    assert candidate == Entity("Ida Storm", Kind.PERSON, "Ida Storm")


def test_all_parties_results_are_not_the_partys() -> None:
    facts, left_out = read("== Results ==\n{|\n! Year !! Party !! Seats\n|-\n| 1994 || Reds || 3\n|}")
    assert not facts
    assert [(left.reason, left.note) for left in left_out] == [("table-not-read", "Year | Party | Seats")]


MEMBERS = """== {} ==
{{|
! Party !! Leader !! Ideology
|-
| [[Quay List (Vanno)|Quay List]] (QL) || [[Una Beck]] || [[Localism]]
|-
| Old Reds || ''various'' || Socialism
|-
! colspan=3 | Former members
|-
| [[Greens]] || || 2015–2018
|-
| [[Blues]] || ||
|}}
"""


def test_members_of_an_alliance() -> None:
    facts, left_out = read(MEMBERS.format("Composition"))
    assert [said(fact) for fact in facts] == [
        ("Quay List", {}),
        ("Old Reds", {}),
        ("Greens", {"start": "2015", "end": "2018"}),
        ("Blues", {"current": "false"}),
    ]
    assert {fact.predicate for fact in facts} == {"alliance"}
    assert facts[0].object == Entity("Quay List", Kind.PARTY, "Quay List (Vanno)")
    assert [left.reason for left in left_out] == ["table-heading"]


def test_parties_elsewhere_are_no_members() -> None:
    facts, left_out = read(MEMBERS.format("Rivals"))
    assert not facts and [left.reason for left in left_out] == ["table-not-read"]


def examples() -> list[tuple[str, str, str]]:
    lines = (folder("ontology") / "tables.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#\t", "# ", "kind\t"))]
    return [(kind, role, example) for kind, role, _, example in rows]


@pytest.mark.parametrize(("kind", "role", "example"), examples())
def test_columns(kind: str, role: str, example: str) -> None:
    assert tables.role_of(kind, example) == role
