"""The exports of datasets are published all or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partygraph.errors import InputError, PartygraphError
from partygraph.graphs import Dataset, build
from partygraph.model import Datatype, Entity, Extraction, Literal
from partygraph.publication import publish

MakeExtraction = Callable[..., Extraction]
NAMES = ("ttl", "jsonld", "nt", "trig", "nq", "provenance.jsonld")


def dataset(make_extraction: MakeExtraction, party: Entity, year: str = "2002") -> Dataset:
    return build(make_extraction("Harbour Party", (party, "founded", Literal(year, Datatype.YEAR))))


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_an_article_is_published_as_six_files(make_extraction: MakeExtraction, party: Entity, tmp_path: Path) -> None:
    made = dataset(make_extraction, party)
    files = publish([made], tmp_path / "new" / "folder")
    assert [path.name for path in files] == [f"harbour-party.{name}" for name in NAMES]
    assert set(contents(tmp_path / "new" / "folder")) == {path.name for path in files}
    assert files[0].read_text(encoding="utf-8") == made.write("turtle")


def test_publishing_again_changes_no_byte(make_extraction: MakeExtraction, party: Entity, tmp_path: Path) -> None:
    publish([dataset(make_extraction, party)], tmp_path)
    before = contents(tmp_path)
    publish([dataset(make_extraction, party)], tmp_path)
    assert contents(tmp_path) == before


def test_two_articles_of_one_slug_are_refused(make_extraction: MakeExtraction, party: Entity, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="harbour-party"):
        publish([dataset(make_extraction, party), dataset(make_extraction, party)], tmp_path)
    assert not contents(tmp_path)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was_there(
    make_extraction: MakeExtraction, party: Entity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    publish([dataset(make_extraction, party)], tmp_path)
    before = contents(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if call == "fsync" else Path, call, full)
    with pytest.raises(PartygraphError, match="No space left") as caught:
        publish([dataset(make_extraction, party, "2003")], tmp_path)
    assert caught.value.remedy
    assert contents(tmp_path) == before


def test_a_mistake_in_the_middle_leaves_what_was_there(
    make_extraction: MakeExtraction, party: Entity, tmp_path: Path
) -> None:
    def datasets() -> Iterator[Dataset]:
        yield dataset(make_extraction, party)
        raise InputError("the second article is broken")

    with pytest.raises(InputError, match="second article"):
        publish(datasets(), tmp_path)
    assert not contents(tmp_path)
