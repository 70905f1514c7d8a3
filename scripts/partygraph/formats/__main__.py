"""Puts Turtle files into canonical order, in place: ``python -m partygraph.formats FILE...``."""

from __future__ import annotations

import sys
from pathlib import Path

from partygraph.formats.turtle_files import format_turtle

for name in sys.argv[1:]:
    path = Path(name)
    path.write_text(format_turtle(path.read_text(encoding="utf-8"), name), encoding="utf-8")
