"""Keeps answers of remote services on the disk, each with the sum that tells a whole one from a damaged one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


def kept(place: Path) -> bytes | None:
    """Return the answer kept at a place; None where there is none, or where the disk damaged it."""
    if not place.is_file():
        return None
    head, _, body = place.read_bytes().partition(b"\n")
    return body if head == _sum(body) else None


def keep(place: Path, body: bytes) -> None:
    """Keep an answer at a place: the whole of it or nothing, whenever the process is killed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(_sum(body) + b"\n" + body)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
