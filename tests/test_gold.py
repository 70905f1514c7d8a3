"""The gold corpus is what its README says: exact quotes, known predicates, sealed files unchanged."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from partygraph.rules.predicates import predicates, qualifiers

CORPUS = Path(__file__).parent / "gold"
HEADER = "subject\tpredicate\tobject\tsource\tevidence\tqualifiers"
SCOPE_HEADER = "clause\tparty\tkind\tmust_not\tclaims"
KINDS = {"negated", "attempted", "proposed", "planned", "conditional", "hedged", "attributed"}
MARKS = {
    *("again", "alt", "alt-object", "attributed", "claimed", "hard", "hedged", "implied", "loc", "note", "opt"),
    *("satirical", "surface", "target", "trap", "unres"),
}
HARD = {"coref", "appos", "coord", "ellip", "infer"}
NO_PARTIES = {"varnholm_city", "union_of_dock_workers"}
GOLD = sorted(CORPUS.glob("*/*.gold.tsv"))


def article_of(gold: Path) -> Path:
    stem = gold.name.removesuffix(".gold.tsv")
    beside = [gold.with_name(stem + ending) for ending in (".txt", ".wikitext")]
    found = [path for path in beside if path.exists()]
    assert len(found) == 1, f"{gold.name}: {len(found)} articles stand beside it"
    return found[0]


def offset(text: str, quote: str) -> int | None:
    """Return where the quote stands: the first line that it fills, or else its only occurrence."""
    start = 0
    for line in text.split("\n"):
        if line == quote:
            return start
        start += len(line) + 1
    return text.index(quote) if text.count(quote) == 1 else None


def row_faults(row: str, text: str) -> list[str]:
    cells = row.split("\t")
    if len(cells) != 6:
        return [f"{len(cells)} columns instead of 6"]
    subject, predicate, value, source, evidence, marks = cells
    faults = [f"empty {name}" for name, cell in (("subject", subject), ("object", value)) if not cell.strip()]
    if predicate.removeprefix("not:") not in predicates():
        faults.append(f"unknown predicate {predicate}")
    if source not in ("infobox", "prose"):
        faults.append(f"unknown source {source}")
    at = offset(text, evidence) if evidence else None
    if at is None or text[at : at + len(evidence)] != evidence:
        faults.append(f"the evidence occurs {text.count(evidence) if evidence else 0} times")
    for part in filter(None, marks.split(";")):
        key, equals, said = part.partition("=")
        if not (equals and said and (key in MARKS or key in qualifiers())):
            faults.append(f"unknown qualifier {key}")
        if key == "hard" and not set(said.split("+")) <= HARD:
            faults.append("unknown kind of difficulty")
        if key == "alt" and not set(said.split(" / ")) <= set(predicates()):
            faults.append("unknown predicate in alt")
    if predicate.startswith("not:") and "trap=" not in marks:
        faults.append("a negative row without its trap")
    return faults


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_row_quotes_its_article_and_uses_known_words(gold: Path) -> None:
    text = article_of(gold).read_text(encoding="utf-8")
    lines = gold.read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEADER, f"{gold}:1: not the header"
    assert len(lines) > 1, f"{gold}: no rows"
    faults = [f"{gold}:{n}: {fault}" for n, row in enumerate(lines[1:], 2) for fault in row_faults(row, text)]
    assert not faults, "\n".join(faults)
    doubles = [f"{gold}:{n}: said before" for n, row in enumerate(lines, 1) if row in lines[: n - 1]]
    assert not doubles, "\n".join(doubles)


GOOD_ROW = "Reed Party\tfounded\t1902\tprose\tfounded in 1902\thard=coref;start=1902"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\tprose", ""),
        ("founded\t", "begun\t"),
        ("prose", "table"),
        ("founded in 1902", "founded in 1903"),
        ("founded in 1902", "in"),
        ("start=", "since="),
        ("coref", "guess"),
        ("\tfounded\t", "\tnot:founded\t"),
        ("1902\tprose", "\tprose"),
    ],
)
def test_a_faulty_row_is_found(old: str, new: str) -> None:
    text = "= Reed Party =\n\nIt was founded in 1902 in Linz.\n"
    assert row_faults(GOOD_ROW, text) == []
    assert row_faults(GOOD_ROW.replace(old, new, 1), text)


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_only_parties_have_facts(gold: Path) -> None:
    rows = gold.read_text(encoding="utf-8").splitlines()[1:]
    positive = [row for row in rows if not row.split("\t")[1].startswith("not:")]
    is_party = gold.name.removesuffix(".gold.tsv") not in NO_PARTIES
    assert bool(positive) is is_party, gold.name


def test_the_corpus_has_its_size_and_its_sealed_third() -> None:
    kept = [path for path in GOLD if path.parent.name in ("open", "sealed")]
    parties = [path for path in kept if path.name.removesuffix(".gold.tsv") not in NO_PARTIES]
    sealed = [path for path in parties if path.parent.name == "sealed"]
    assert len(parties) >= 90
    assert len(sealed) * 3 >= len(parties)
    assert sum(article_of(path).suffix == ".wikitext" for path in parties) >= 12
    articles = {path.name for folder in ("open", "sealed") for path in (CORPUS / folder).iterdir()}
    assert len(articles) == 2 * len(kept), "an article without gold, or gold without an article"


def test_sealed_files_are_those_that_were_sealed() -> None:
    listed = {}
    for line in (CORPUS / "SEALED.sha256").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ")
        listed[name] = digest
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (CORPUS / "sealed").iterdir()}
    changed = sorted(name for name in listed | present if listed.get(name) != present.get(name))
    assert not changed, f"sealed files changed, missing or not listed: {changed}"


def statement_faults(cell: str) -> list[str]:
    faults = []
    for statement in filter(None, cell.split("; ")):
        predicate, bar, value = statement.partition("|")
        if predicate not in predicates() or not bar or not value.strip():
            faults.append(f"not a statement: {statement}")
    return faults


def test_scope_clauses_name_what_must_not_be_asserted() -> None:
    path = CORPUS / "scope.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == SCOPE_HEADER
    faults = []
    clauses: set[str] = set()
    for n, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != 5:
            faults.append(f"{path}:{n}: {len(cells)} columns instead of 5")
            continue
        clause, party, kind, must_not, claims = cells
        said = [*statement_faults(must_not), *statement_faults(claims)]
        if kind not in KINDS:
            said.append(f"unknown kind {kind}")
        if not must_not:
            said.append("nothing that must not be asserted")
        if clause in clauses or not clause.endswith((".", "!", '"')):
            said.append("the clause is a double, or no sentence")
        if party not in clause and not re.search(r"\b(Its|[Tt]he party)\b", clause):
            said.append("the clause does not speak of the party")
        clauses.add(clause)
        faults += [f"{path}:{n}: {fault}" for fault in said]
    assert not faults, "\n".join(faults)
    assert len(clauses) >= 130


COUNTS = ("articles", "right", "arguable", "wrong", "core_right", "core_arguable", "core_wrong", "core_stated")
FOUND = ("core_by_sentences", "core_by_sentences_or_infobox")


def judged() -> list[dict[str, str]]:
    header, *lines = (CORPUS / "retold.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("row", judged(), ids=lambda row: row["sets"])
def test_the_judged_rows_add_up(row: dict[str, str]) -> None:
    assert len(row["titles"].split(" | ")) == int(row["articles"])
    for verdict in ("right", "arguable", "wrong"):
        assert int(row[f"core_{verdict}"]) <= int(row[verdict])
    assert int(row[FOUND[0]]) <= int(row[FOUND[1]]) <= int(row["core_stated"])


def test_the_readme_says_what_the_table_of_judged_rows_says() -> None:
    total = {name: sum(int(row[name]) for row in judged()) for name in (*COUNTS, *FOUND)}
    rows = total["right"] + total["arguable"] + total["wrong"]
    told = (
        f"| prose rows of {total['articles']:,} articles of Wikipedia",
        f"judged: {1 - total['wrong'] / rows:.1%} not false, {total['right'] / rows:.1%} strictly",
        f"{total[FOUND[0]] / total['core_stated']:.0%} of the core relations, "
        f"{total[FOUND[1]] / total['core_stated']:.0%} with the infobox",
    )
    readme = (CORPUS.parent.parent / "README.md").read_text(encoding="utf-8")
    (line,) = [line for line in readme.splitlines() if "retold.tsv" in line]
    assert [part for part in told if part not in line] == []


RELATIONS = ("right", "arguable", "wrong", "stated", "by_sentences", "by_sentences_or_infobox")


def by_relation() -> list[dict[str, str]]:
    header, *lines = (CORPUS / "retold_relations.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_the_relations_add_up_to_the_sets_that_they_are_counted_on() -> None:
    for sets in {row["sets"] for row in by_relation()}:
        (whole,) = [row for row in judged() if row["sets"] == sets]
        sums = [sum(int(row[name]) for row in by_relation() if row["sets"] == sets) for name in RELATIONS]
        names = ("core_right", "core_arguable", "core_wrong", "core_stated", *FOUND)
        assert sums == [int(whole[name]) for name in names], sets
