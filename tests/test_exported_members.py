"""What ``import partygraph`` offers is what it says it offers."""

import partygraph


def test_every_public_name_is_there() -> None:
    for name in partygraph.__all__:
        assert getattr(partygraph, name) is not None, name


def test_names_are_sorted_and_shown() -> None:
    assert list(partygraph.__all__) == sorted(partygraph.__all__)
    assert set(partygraph.__all__) <= set(dir(partygraph))


def test_every_public_name_has_one_home() -> None:
    homes = [name for names in partygraph._HOMES.values() for name in names]
    assert sorted(homes) == list(partygraph.__all__)


def test_public_names_are_documented() -> None:
    for name in partygraph.__all__:
        assert getattr(partygraph, name).__doc__, name
