"""An answer is kept whole or not at all."""

from pathlib import Path

import pytest

from partygraph import answercache


@pytest.mark.parametrize("body", [b"", b"{}", b"two\nlines\n", bytes(range(256))])
def test_what_was_kept_comes_back(tmp_path: Path, body: bytes) -> None:
    place = tmp_path / "ab" / "answer"
    answercache.keep(place, body)
    assert answercache.kept(place) == body
    assert [path.name for path in place.parent.iterdir()] == ["answer"]


def test_nothing_was_kept(tmp_path: Path) -> None:
    assert answercache.kept(tmp_path / "answer") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"no sum at all\n{}"])
def test_a_damaged_answer_is_none(tmp_path: Path, damage: bytes) -> None:
    place = tmp_path / "answer"
    answercache.keep(place, b"{}")
    place.write_bytes(damage or place.read_bytes()[:-1])
    assert answercache.kept(place) is None


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "answer"
    answercache.keep(place, b"old")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        answercache.keep(place, b"new")
    assert answercache.kept(place) == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["answer"]
