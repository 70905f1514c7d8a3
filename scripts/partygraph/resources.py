"""Where the project's own tables lie: beside the package in a wheel, above it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from partygraph.errors import InputError

PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return one of the project's folders of knowledge: ``ontology``, ``shapes``, ``queries`` or ``data``.

    A wheel carries them inside the package; a checkout has them at its top level.

    Raises:
        InputError: the folder is in neither place, which means that the installation is broken.
    """
    for candidate in (PACKAGE / name, PACKAGE.parent.parent / name):
        if candidate.is_dir():
            return candidate
    raise InputError(
        f"the folder {name}/ of partygraph is missing",
        remedy="Install partygraph again, or run it from a complete checkout",
    )
