"""RDF on standard input, whose format nobody names."""

from __future__ import annotations

import sys

from partygraph.errors import InputError, Place


def standard_input() -> bytes:
    """Read RDF of any of our formats from standard input, and return it as N-Quads.

    Raises:
        InputError: it is none of TriG (of which Turtle and N-Triples are a part), N-Quads and JSON-LD.
    """
    from pyoxigraph import RdfFormat, parse, serialize

    data = sys.stdin.buffer.read()
    formats = [RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD]
    if data.lstrip()[:1] in (b"{", b"["):
        formats.insert(0, formats.pop())
    errors = []
    for form in formats:
        try:
            return serialize(parse(data, format=form), format=RdfFormat.N_QUADS) or b""
        except (SyntaxError, ValueError) as error:
            errors.append(error)
    first = errors[0]
    line = first.lineno if isinstance(first, SyntaxError) else None
    raise InputError(
        f"not valid RDF: {getattr(first, 'msg', first)}",
        where=Place("-", line),
        remedy="Give Turtle, TriG, N-Triples, N-Quads or JSON-LD",
    )
