"""The project's tables are found, and a missing one is an error that says so."""

import pytest

from partygraph import resources
from partygraph.errors import InputError


@pytest.mark.parametrize("name", ["ontology", "shapes", "queries", "data"])
def test_the_folders_of_the_checkout_are_found(name: str) -> None:
    assert resources.folder(name).name == name


def test_a_missing_folder_is_an_error() -> None:
    with pytest.raises(InputError, match="no-such-folder/ of partygraph is missing"):
        resources.folder("no-such-folder")
