"""The source record beside an article: where its text was published, the digest that binds the two, and its subject.

The subject need only be stated where an article does not show by its form what it is about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from partygraph.errors import ArticleError, InputError, Place
from partygraph.model import Source, Subject

SUFFIX = ".source.toml"
KEYS = ("title", "url", "language", "licence", "revision", "retrieved", "publisher", "sha256", "subject")
SUBJECTS = {"party": Subject.PARTY, "other": Subject.OTHER}


def beside(path: Path) -> Path | None:
    """Return the record of an article file, None if it has none.

    >>> beside(Path("no-such-folder/a.txt")) is None
    True
    """
    found = path.with_name(path.stem + SUFFIX)
    return found if found.is_file() else None


def read(record: Path | Mapping[str, str] | None, name: str, digest: str) -> Source:
    """Make the source of an article whose bytes have the SHA-256 digest; what no record tells stays unknown.

    Raises:
        InputError: the record cannot be read, or has a key or a value that a record does not have.
        ArticleError: the record is of other bytes than these.
    """
    if record is None:
        return Source(name=name, sha256=digest)
    values = _values(record, name)
    values.pop("subject", None)
    stated = values.pop("sha256", digest)
    if stated != digest:
        raise ArticleError(
            f"the article's bytes have the SHA-256 {digest}, its source record says {stated}",
            where=_place(record, name),
            remedy="Restore the article as it was published, or write a new record for the new text",
        )
    return Source(name=name, sha256=digest, **values)


def subject(record: Path | Mapping[str, str] | None, name: str) -> Subject | None:
    """Return what the record says that the article is about, None where it does not say.

    Raises:
        InputError: as for :func:`read`, or the record says anything but ``party`` or ``other``.
    """
    stated = _values(record, name).get("subject") if record is not None else None
    if stated is not None and stated not in SUBJECTS:
        raise InputError(
            f"a source record has no subject {stated!r}",
            where=_place(record, name),
            remedy=f"Its subject is one of: {', '.join(SUBJECTS)}",
        )
    return SUBJECTS[stated] if stated else None


def _values(record: Path | Mapping[str, str], name: str) -> dict[str, str]:
    values = _load(record) if isinstance(record, Path) else dict(record)
    for key, value in values.items():
        if key not in KEYS or not isinstance(value, str):
            raise InputError(
                f"a source record has no {key} = {value!r}",
                where=_place(record, name),
                remedy=f"Its keys are {', '.join(KEYS)}, and each value is a text in quotation marks",
            )
    return values


def _place(record: Path | Mapping[str, str] | None, name: str) -> Place:
    return Place(str(record) if isinstance(record, Path) else name)


def _load(path: Path) -> dict[str, str]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read the source record: {error.strerror}", where=Place(str(path))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"the source record is not valid TOML: {error}", where=Place(str(path))) from error
