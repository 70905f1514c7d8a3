"""The evaluation on Text2KGBench, on sentences of our own in its two forms."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "evaluate_text2kg.py"
sys.path.insert(0, str(SCRIPT.parent))

import evaluate_text2kg as t2k  # noqa: E402 -- a script, found through the path above
from partygraph.resources import folder  # noqa: E402
from partygraph.rules.lexicon import rows  # noqa: E402
from partygraph.rules.predicates import predicates, qualifiers  # noqa: E402

SENTENCES = [
    ("Ann Lee is a Chilean politician of the Green League.", "Ann_Lee", "party", "Green_League_(Chile)"),
    ("Bo Chan, born at sea, is a member of the Red Party.", "Bo_Chan", "party", "Red_Party"),
    ("Cy Dee was born in Oslo.", "Cy_Dee", "birthPlace", "Oslo"),
    ("Flo Gee is a politician of the Blue Party.", "Flo_Gee", "party", "Grey_Party"),
]


@pytest.fixture
def politicians(tmp_path: Path) -> Path:
    path = tmp_path / "train.jsonl"
    lines = [
        {"id": f"ont_6_politician_train_{n}", "sent": sent, "triples": [{"sub": sub, "rel": rel, "obj": obj}]}
        for n, (sent, sub, rel, obj) in enumerate(SENTENCES)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_both_forms_of_the_benchmark_are_read(politicians: Path, tmp_path: Path) -> None:
    first = next(t2k.read(politicians))
    assert (first.domain, first.triples) == ("ont_6_politician", (("Ann_Lee", "party", "Green_League_(Chile)"),))
    other = tmp_path / "politics.jsonl"
    record = {"id": "ont_8_politics_train_1", "sub_label": "a", "rel_label": "b", "obj_label": "c", "sent": "s"}
    other.write_text(json.dumps(record), encoding="utf-8")
    assert list(t2k.read(other)) == [t2k.Item("ont_8_politics_train_1", "s", (("a", "b", "c"),))]


def test_the_scores_are_those_of_the_sentences(politicians: Path) -> None:
    lines = t2k.report(list(t2k.read(politicians)), t2k.strictly, show=False)
    figures = {line[:44].strip(): line[44:].split() for line in lines}
    assert figures["party"] == ["0.667", "0.667", "0.667", "3", "2", "3", "2"]
    assert figures["all relations"] == ["0.667", "0.500", "0.571", "3", "2", "4", "2"]
    assert "  not ours: birthPlace 1" in lines


def test_the_halves_are_fixed_and_together_all(politicians: Path) -> None:
    counts = {}
    for half in ("open", "held-back", "all"):
        done = run(politicians, "--half", half)
        assert done.returncode == 0, done.stderr
        counts[half] = int(done.stdout.split(", ")[1].split()[0]) if done.stdout else 0
    assert counts["open"] + counts["held-back"] == counts["all"] == len(SENTENCES)


def test_a_folder_is_no_file_of_sentences(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "is no file" in done.stderr and "Traceback" not in done.stderr


def test_the_held_back_half_is_not_shown(politicians: Path) -> None:
    done = run(politicians, "--show")
    assert done.returncode == 2 and "only the open half" in done.stderr


@pytest.mark.parametrize(
    ("one", "other", "strict", "loose"),
    [
        ("Spanish_Socialist_Workers'_Party", "Spanish Socialist Workers' Party", True, True),
        ('"Governor of Oregon"', "governor of Oregon", True, True),
        ("Juan_Perón", "Juan Peron", True, True),
        ("The Greens", "Greens", True, True),
        ("David Coon", "Coon", False, True),
        ("Ann Lee", "Bo Lee", False, False),
        ("", "Ann Lee", False, False),
    ],
)
def test_names_are_compared(one: str, other: str, strict: bool, loose: bool) -> None:
    assert (t2k.strictly(one, other), t2k.loosely(one, other)) == (strict, loose)


def test_the_table_names_predicates_and_qualifiers_of_ours() -> None:
    for row in rows(folder("ontology") / "text2kg.tsv"):
        assert row["predicate"] in predicates(), row
        assert {row["from"], row["to"]} <= {"subject", "object", *qualifiers()}, row
