import json
from pathlib import Path

import pytest

from partygraph import evaluation
from partygraph.errors import InputError
from partygraph.evaluation import Evaluation, Outcome, Share, gold, offsets
from partygraph.evaluation.names import nearly, same, strict
from partygraph.facttable import FactRow

HEADER = "\t".join(gold.HEADER)
TEXT = "Lake Party was founded in 1931. Ann Lee won a seat. Other bodies won 9 seats."


def fact(subject: str, predicate: str, value: str, qualifiers: str = "", **more: str) -> FactRow:
    quote = more.get("quote", "Lake Party")
    start = TEXT.find(quote)
    return FactRow(
        article="Lake Party",
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=qualifiers,
        status=more.get("status", "asserted"),
        source=more.get("source", "prose"),
        start=start,
        end=start + len(quote),
        quote=quote,
        rule="r",
        qid="",
    )


def judged(folder: Path, lines: list[str], *rows: FactRow, form: str = "plain") -> Evaluation:
    path = folder / "lake.gold.tsv"
    path.write_text("\n".join([HEADER, *(line.replace("|", "\t") for line in lines)]) + "\n", encoding="utf-8")
    return evaluation.evaluate(path, rows, text=TEXT, form=form)


def outcome(folder: Path, line: str, *rows: FactRow, form: str = "plain") -> Outcome:
    return judged(folder, [line], *rows, form=form).gold[0].outcome


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Centre-left", "Center–left politics"),
        ("The Lake Party", "lake party"),
        ("Rafi (party)", "Rafi"),
        ("File:Lake.svg", "lake.svg"),
        ("18,204", "18204"),
        ("2%", "2.0"),
        ("1931~", "1931"),
        ("https://lake.example/", "https://lake.example"),
        ("People’s Union", "People's Union"),
        ("1940 Aldmoorian general election", "1940 general election"),
        ("2004 European Parliament elections", "2004 European Parliament election"),
    ],
)
def test_same_value(one: str, other: str) -> None:
    assert same(one, other) and same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Centre-left", "Centre"),
        ("1940 general election", "1944 general election"),
        ("1940 general election", "1940 presidential election"),
        ("1931", "1931-01-01"),
        ("304", "300"),
        ("Lake", "Lake Party"),
    ],
)
def test_other_value(one: str, other: str) -> None:
    assert not same(one, other)


def test_dates_agree_as_far_as_the_coarser_goes() -> None:
    assert nearly("1984-01", "1984") and nearly("1984", "1984-01-02")
    assert not nearly("1984", "1984") and not nearly("1984-01", "1985") and not nearly("19", "1984")


def test_strict_keeps_what_loose_folds() -> None:
    assert strict("Centre-left politics") != strict("Centre-left")


# ------------------------------------------------------------------ one row of gold


FOUNDED = "Lake Party|founded|1931|prose|Lake Party was founded in 1931|"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (fact("Lake Party", "founded", "1931"), Outcome.FOUND),
        (fact("Lake Party", "founded", "1931", source="infobox"), Outcome.ELSEWHERE),
        (fact("Lake Party", "founded", "1931-01-01"), Outcome.PARTLY),
        (fact("Lake Party", "founded", "1932"), Outcome.MISSED),
        (fact("Hill Party", "founded", "1931"), Outcome.MISSED),
        (fact("Lake Party", "registered", "1931"), Outcome.MISSED),
    ],
)
def test_outcome_of_a_row(tmp_path: Path, row: FactRow, expected: Outcome) -> None:
    assert outcome(tmp_path, FOUNDED, row) is expected


def test_nothing_found_is_a_miss(tmp_path: Path) -> None:
    assert outcome(tmp_path, FOUNDED) is Outcome.MISSED


@pytest.mark.parametrize("mark", ["opt=1", "implied=1", "again=1", "tpl=1", "hard=coref;opt=1"])
def test_marks_that_excuse_a_miss(tmp_path: Path, mark: str) -> None:
    assert outcome(tmp_path, FOUNDED + mark) is Outcome.EXCUSED


@pytest.mark.parametrize("mark", ["conflict=1", "hard=coref", "surface=1931", "opt=0"])
def test_marks_that_do_not(tmp_path: Path, mark: str) -> None:
    assert outcome(tmp_path, FOUNDED + mark) is Outcome.MISSED


def test_what_only_a_template_says_is_expected_of_wikitext(tmp_path: Path) -> None:
    assert outcome(tmp_path, FOUNDED + "tpl=1", form="wikitext") is Outcome.MISSED


@pytest.mark.parametrize(
    ("mark", "row"),
    [
        ("alt=registered", fact("Lake Party", "registered", "1931")),
        ("alt-object=1930", fact("Lake Party", "founded", "1930")),
        ("target=1930", fact("Lake Party", "founded", "1930")),
    ],
)
def test_what_is_equally_right(tmp_path: Path, mark: str, row: FactRow) -> None:
    assert outcome(tmp_path, FOUNDED + mark, row) is Outcome.FOUND


@pytest.mark.parametrize("mark", ["hedged=1", "claimed=1", "attributed=1", "satirical=1"])
def test_a_claim_is_not_found_as_a_fact(tmp_path: Path, mark: str) -> None:
    asserted, claimed = (fact("Lake Party", "founded", "1931", status=status) for status in ("asserted", "claim"))
    assert outcome(tmp_path, FOUNDED + mark, asserted) is Outcome.PARTLY
    assert outcome(tmp_path, FOUNDED + mark, claimed) is Outcome.FOUND


def test_a_candidate_asserts_nothing(tmp_path: Path) -> None:
    lines = [
        "Lake Party|founded|1931|prose|founded in 1931|",
        "Lake Party|not:leader|Ann Lee|prose|Ann Lee won a seat|trap=won",
    ]
    held_back = [
        fact("Lake Party", "founded", "1931", quote="founded in 1931", status="candidate"),
        fact("Lake Party", "leader", "Ann Lee", quote="Ann Lee won a seat", status="candidate"),
    ]
    score = judged(tmp_path, lines, *held_back).score
    assert (score.expected, score.found, score.partly, score.candidates) == (1, 0, 1, 2)
    assert (score.asserted, score.right, score.wrong, score.violated) == (0, 0, 0, 0)


def test_which_name_is_the_first_is_style_but_not_for_what_is_forbidden(tmp_path: Path) -> None:
    row = fact("Lake Party", "altName", "Lakers")
    assert outcome(tmp_path, "Lake Party|name|Lakers|prose||", row) is Outcome.FOUND
    assert outcome(tmp_path, "Lake Party|not:name|Lakers|prose||", row) is Outcome.HELD


def test_the_label_of_the_table_is_another_spelling(tmp_path: Path) -> None:
    row = fact("Lake Party", "seats", "Assembly of Aldmoor", "held=2;label=MAs")
    assert outcome(tmp_path, "Lake Party|seats|MAs|prose||held=2", row) is Outcome.FOUND
    assert outcome(tmp_path, "Lake Party|not:seats|MAs|prose||held=2", row) is Outcome.HELD


def test_qualifiers_make_a_row_complete(tmp_path: Path) -> None:
    line = "Lake Party|memberCount|300|prose||asOf=1931;kind=voters;hard=coref"
    full, bare, other = (
        fact("Lake Party", "memberCount", "300", qualifiers)
        for qualifiers in ("year=1931;kind=voters", "", "asOf=1932;kind=voters")
    )
    assert judged(tmp_path, [line], full).gold[0].lacks == ()
    assert judged(tmp_path, [line], bare).gold[0].lacks == ("asOf", "kind")
    assert judged(tmp_path, [line], other, bare).gold[0].lacks == ("asOf",)
    assert judged(tmp_path, [line], other, full).score.complete == 1


# ------------------------------------------------------------------ whose side a row is written from

PARTY_SIDE = "Lake Party|elected|Ann Lee|prose||body=Senate;date=1931"
PERSON_SIDE = "Ann Lee|elected|Senate|prose||date=1931"
OURS = fact("Ann Lee", "elected", "Senate", "date=1931;party=Lake Party")
THEIRS = fact("Lake Party", "elected", "Ann Lee", "body=Senate;date=1931")


@pytest.mark.parametrize("line", [PARTY_SIDE, PERSON_SIDE])
@pytest.mark.parametrize("row", [OURS, THEIRS], ids=["person", "party"])
def test_both_sides_are_understood(tmp_path: Path, line: str, row: FactRow) -> None:
    verdict = judged(tmp_path, [FOUNDED, line], row).gold[1]
    assert (verdict.outcome, verdict.lacks) == (Outcome.FOUND, ())


def test_membership_from_the_party_side(tmp_path: Path) -> None:
    line = "Lake Party|member|Ann Lee|prose||"
    assert outcome(tmp_path, line, fact("Ann Lee", "member", "Lake Party")) is Outcome.FOUND
    assert outcome(tmp_path, line, fact("Ann Lee", "member", "Hill Party")) is Outcome.MISSED


def test_another_partys_person_is_not_found(tmp_path: Path) -> None:
    row = fact("Ann Lee", "elected", "Senate", "party=Hill Party")
    assert judged(tmp_path, [FOUNDED, PARTY_SIDE], row).gold[1].outcome is Outcome.MISSED


def test_a_range_is_its_two_ends_and_the_other_way_round(tmp_path: Path) -> None:
    whole = fact("Lake Party", "position", "Centre to left-wing", "lower=Centre;upper=left-wing")
    lines = [
        "Lake Party|position|Centre|prose||range=to left",
        "Lake Party|position|Left-wing|prose||range=from centre",
    ]
    assert judged(tmp_path, lines, whole).score.found == 2
    assert outcome(tmp_path, "Lake Party|position|Center to left-wing|prose||", whole) is Outcome.FOUND


def test_the_topic_goes_by_the_name_that_the_infobox_gives(tmp_path: Path) -> None:
    named = fact("Lake Party", "name", "Party of the Lake")
    line = "Party of the Lake|founded|1931|prose||"
    assert judged(tmp_path, [line], named, fact("Lake Party", "founded", "1931")).gold[0].outcome is Outcome.FOUND


# ------------------------------------------------------------------ what must not be asserted


@pytest.mark.parametrize(
    ("line", "row", "expected"),
    [
        ("Lake Party|not:founded|1931-01-01|prose||", fact("Lake Party", "founded", "1931-01-01"), Outcome.VIOLATED),
        ("Lake Party|not:founded|1931-01-01|prose||", fact("Lake Party", "founded", "1931"), Outcome.HELD),
        ("Lake Party|not:position|Centre politics|prose||", fact("Lake Party", "position", "Centre"), Outcome.HELD),
        (
            "Lake Party|not:seats|Senate|prose||held=0",
            fact("Lake Party", "seats", "Senate", "held=0"),
            Outcome.VIOLATED,
        ),
        ("Lake Party|not:seats|Senate|prose||held=0", fact("Lake Party", "seats", "Senate", "held=2"), Outcome.HELD),
        ("Lake Party|not:seats|Senate|prose||", fact("Lake Party", "seats", "Senate", "held=absent"), Outcome.HELD),
        ("Ann Lee|not:member|Lake Party|prose||", fact("Ann Lee", "member", "Lake Party"), Outcome.VIOLATED),
        ("Lake Party|not:member|Ann Lee|prose||", fact("Ann Lee", "member", "Lake Party"), Outcome.VIOLATED),
        (
            "Lake Party|not:electionResult|*|prose|Other bodies won 9 seats|seats=9;trap=other",
            fact("Lake Party", "electionResult", "1931 election", "seats=9", quote="won 9 seats"),
            Outcome.VIOLATED,
        ),
        (
            "Lake Party|not:electionResult|*|prose|Other bodies won 9 seats|seats=9;trap=other",
            fact("Lake Party", "electionResult", "1931 election", "seats=9", quote="Ann Lee won a seat"),
            Outcome.HELD,
        ),
    ],
)
def test_negative(tmp_path: Path, line: str, row: FactRow, expected: Outcome) -> None:
    verdicts = judged(tmp_path, [FOUNDED, line], row)
    assert verdicts.gold[1].outcome is expected
    assert (verdicts.table[0].outcome is Outcome.WRONG) == (expected is Outcome.VIOLATED)


# ------------------------------------------------------------------ scores


def test_scores_add_up(tmp_path: Path) -> None:
    lines = [FOUNDED, "Lake Party|colour|Blue|infobox||", "Lake Party|country|Peru|prose||opt=1", PERSON_SIDE]
    lines.append("Lake Party|not:colour|Red|infobox||")
    rows = [
        fact("Lake Party", "founded", "1931"),
        fact("Lake Party", "colour", "Red", source="infobox"),
        fact("Lake Party", "slogan", "Water", source="infobox"),
        OURS,
    ]
    found = judged(tmp_path, lines, *rows)
    score = found.score
    assert (score.expected, score.found, score.asserted, score.right, score.wrong, score.unlisted) == (3, 2, 4, 2, 1, 1)
    assert (score.precision, score.judged, score.recall) == (Share(2, 4), Share(2, 3), Share(2, 3))
    assert score.f1 == pytest.approx(4 / 7)
    assert (score.violated, score.forbidden) == (1, 1)
    by_source = [evaluation.total([found], source=source) for source in evaluation.keys([found], "source")]
    assert sum((part for part in by_source), evaluation.Score()) == score
    by_predicate = [evaluation.total([found], predicate=name) for name in evaluation.keys([found], "predicate")]
    assert sum((part for part in by_predicate), evaluation.Score()) == score
    assert json.loads(json.dumps(evaluation.as_json([found])))["total"]["recall"]["value"] == pytest.approx(0.6667)


def test_an_article_about_something_else_has_no_right_rows(tmp_path: Path) -> None:
    score = judged(tmp_path, [], fact("Lake Party", "founded", "1931")).score
    assert (score.precision.value, score.recall.value, score.f1) == (0, None, None)


def test_wilson_interval() -> None:
    # The example of Newcombe (1998, Statistics in Medicine 17): 81 of 263 gives 0.2553 to 0.3662.
    assert [round(end, 4) for end in Share(81, 263).interval or ()] == [0.2553, 0.3662]
    assert Share(0, 0).interval is None
    assert (Share(0, 10).interval or (1,))[0] == 0


# ------------------------------------------------------------------ files


@pytest.mark.parametrize(
    "text", ["", "subject\tpredicate\n", HEADER + "\na\tb\tc\td\te\tf\tg\n", HEADER + "\n\tb\tc\n"]
)
def test_gold_that_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.tsv:\d") as caught:
        gold.read(path)
    assert caught.value.remedy


def test_quotation_marks_in_gold_are_characters(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text(f'{HEADER}\na\tslogan\t"Bread"\tprose\t"Bread" it said\t\n', encoding="utf-8")
    assert gold.read(path).rows[0].evidence == '"Bread" it said'


def test_article_is_found_beside_its_gold_or_by_its_topic(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (tmp_path / "hill_party.wikitext").touch()
    (texts / "lake-party.txt").touch()
    find = gold.article_beside
    assert find(tmp_path / "hill_party.gold.tsv", "Hill Party") == tmp_path / "hill_party.wikitext"
    assert find(tmp_path / "seed.gold.tsv", "Lake Party", [texts]) == texts / "lake-party.txt"
    assert find(tmp_path / "other.tsv", "Other", [texts, tmp_path / "none"]) is None


def test_offsets_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    good = {"start": 0, "end": 10, "quote": "Lake Party", "object": "x"}
    path.write_text("\n".join(map(json.dumps, [good, {**good, "start": 1}, {**good, "start": 40, "end": 43}])))
    check = offsets.check(offsets.read(path), TEXT, [fact("Lake Party", "founded", "1931")])
    assert [fact.line for fact in check.off] == [2, 3]
    assert [fact.line for fact in check.uncovered] == [3]


@pytest.mark.parametrize("line", ["{", "[1]", '{"start": 0}', '{"start": "x", "end": 1, "quote": ""}'])
def test_atomic_facts_that_are_none(tmp_path: Path, line: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=r"facts\.jsonl:1"):
        offsets.read(path)
