"""How a name may be written and shortened, which the registry of an article takes for the same name."""

import pytest

from partygraph.extraction.prose import spellings
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Azure Workers' Party", "Azure Workers’ Party"),
        ("Azure Workers' Party", "Azure Workers Party"),
        ("Social Democratic League", "Social-Democratic League"),
        ("AZURE", "Azure"),
        ("Labour Party (Malta)", "Malta Labour Party"),
        ("Green Party Ghana", "Green Party, Ghana"),
        ("Forum for Reform – Citizens for Ghana", "Forum for Reform"),
        ("Party of New Liberals", "New Liberals"),
        ("CDG – People's Party", "CDG"),
        ("Green Party of Canada", "Green Party"),
    ],
)
def test_another_spelling_of_a_title_is_the_same_party(title: str, name: str) -> None:
    party = Entity(title, Kind.PARTY)
    assert Registry.of(party).find(name) is party


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Communist Party – Real Truth", "Communist Party"),
        ("Party of European Socialists", "European Socialists"),
        ("CDG – SPG", "CDG"),
        ("Green Party of Bavaria", "Green Party"),
        ("Labour Party (1990)", "1990 Labour Party"),
    ],
)
def test_what_may_be_another_body_is_no_spelling(title: str, name: str) -> None:
    assert Registry.of(Entity(title, Kind.PARTY)).find(name) is None


@pytest.mark.parametrize(
    ("name", "full", "shortens"),
    [
        ("Lee", "Ann Lee", True),
        ("Nurul Hana", "Nurul Hana Matusin", True),
        ("Lee", "Ann B. Lee", True),
        ("Ann Lee", "Gov. Ann Lee", False),
    ],
)
def test_a_person_is_called_by_the_end_of_a_name_without_titles(name: str, full: str, shortens: bool) -> None:
    assert spellings.shortens(name, full) is shortens
