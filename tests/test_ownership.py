"""The article's own party and its people are told from others."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.ownership import mark_people
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View

OWN = Entity("Blue Party", Kind.PARTY)


def read(text: str, registry: Registry | None = None) -> Lattice:
    return mentions.read(View.verbatim(text, 0), registry or Registry.of(OWN))


def named(text: str, kind: str) -> set[str]:
    return {mention.name for mention in read(text).mentions() if mention.kind == kind}


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The Blue Party met the Red Party.", "own", {"Blue Party"}),
        ("The Blue Party met the Red Party.", "other-party", {"Red Party"}),
        ("It met the Red Party and the Green League.", "other-party", {"Red Party", "Green League"}),
        ("Its leader met the Red Party's.", "own-possessor", {"Blue Party"}),
        ("Its leader met the Red Party's.", "other-possessor", {"Red Party"}),
        ("It met the Azure Alliance.", "alliance", {"Azure Alliance"}),
        ("It met the Azure Alliance for Ghana.", "alliance", {"Azure Alliance for Ghana"}),
        ("It met the Azure Alliance 2016.", "alliance", {"Azure Alliance 2016"}),
        ("It met the Party of the Alliance.", "alliance", set()),
        ("It met the Red Party.", "alliance", set()),
    ],
)
def test_each_body_is_the_partys_own_or_anothers(text: str, kind: str, names: set[str]) -> None:
    found = {name for whole in named(text, kind) for name in whole.split(", ")}
    assert found == names


def test_of_a_list_with_the_party_the_others_are_its_companions() -> None:
    joint = [mention for mention in read("The Blue Party and the Red Party won.").mentions() if mention.kind == "joint"]
    assert joint
    assert {tuple(item.name for item in mention.items) for mention in joint} == {("Red Party",)}
    assert named("The Blue Party and the Red Party won.", "other-party") == {"Red Party"}


def test_the_people_of_the_party_are_marked_once() -> None:
    registry = Registry.of(OWN)
    lattice = read("Ann Lee and Bo Chan met. Ann Lee left.", registry)
    assert not mark_people(lattice, registry)
    registry.ours.add("Ann Lee")
    assert mark_people(lattice, registry)
    ours = [mention for mention in lattice.mentions() if mention.kind == "ours"]
    assert {mention.name for mention in ours} == {"Ann Lee"} and not any(mention.items for mention in ours)
    assert not mark_people(lattice, registry)


def test_who_has_a_post_in_the_party_is_an_officer_with_that_post() -> None:
    registry = Registry.of(OWN)
    registry.ours |= {"Ann Lee", "Bo Chan"}
    registry.posts["Ann Lee"] = "Treasurer"
    lattice = read("Ann Lee met Bo Chan.", registry)
    mark_people(lattice, registry)
    (officer,) = [mention for mention in lattice.mentions() if mention.kind == "officer"]
    post = officer.part("post")
    assert officer.name == "Ann Lee" and post is not None and post.name == "Treasurer"


def test_what_was_looked_up_before_people_were_marked_is_looked_up_again() -> None:
    registry = Registry.of(OWN)
    lattice = read("Ann Lee left.", registry)
    assert lattice.starts(frozenset({"{ours}"})) == [] and "{ours}" not in lattice.next_at(0)
    registry.ours.add("Ann Lee")
    mark_people(lattice, registry)
    assert lattice.starts(frozenset({"{ours}"})) == [0] and "{ours}" in lattice.next_at(0)
