"""Refuses, before any engine sees it, a query that would write, reach out of the house, or break the engine.

The query is split into the tokens of the SPARQL grammar, so that a word inside a string, an IRI, a comment or a
prefixed name is not taken for a keyword. Codepoint escapes (``\\u0053ERVICE``) are undone by some engines before and
by some after that, so the text is looked at both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from partygraph.errors import Place, UsageError

MOST_BYTES = 64 * 1024
MOST_DEPTH = 100
"""How long a query may be, and how deep its brackets may nest; deeper ones crash engines."""

UPDATES = ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY")
FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})

REFUSED: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "SERVICE": ("it asks another server (SERVICE)", "Ask that server itself with --endpoint"),
        "LOAD": ("it loads from elsewhere (LOAD)", "Give the file as DATA after the query's name"),
        "FROM": ("it chooses its data with FROM", "Give the files as DATA, and name a graph of theirs with GRAPH <…>"),
        **{word: (f"it changes data ({word})", "Only SELECT, ASK, CONSTRUCT and DESCRIBE are run") for word in UPDATES},
    }
)
"""Words of the grammar that end a query's way, with the reason and what to do instead."""

TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
      | (?P<text>\"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
               | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<variable>[?$]\w+)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:.\-%]|\\.)*)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<open>[({\[])
      | (?P<close>[)}\]])
      | (?P<sign>[!+\-^]+)
      | (?P<space>\s+)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """A piece of a query: its kind (a group of :data:`TOKEN`), its characters, and where they start."""

    kind: str
    text: str
    start: int


def check(query: str, *, name: str = "query") -> None:
    """Let a query pass that only reads the given data.

    Raises:
        UsageError: the query is too long or too deep, writes, or reaches elsewhere; the message says what, where and
            what to do instead.
    """
    size = len(query.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise UsageError(
            f"the query has {size:,} bytes, and {MOST_BYTES:,} are allowed",
            where=Place(name),
            remedy="Give long lists of values as data, not in the query",
        )
    for text in dict.fromkeys((query, ESCAPE.sub(_character, query))):
        _check_words(text, name)
        _check_depth(text, name)


def tokens(query: str) -> Iterator[Token]:
    """Split a query into tokens; blanks and comments are left away."""
    for found in TOKEN.finditer(query):
        kind = found.lastgroup or "other"
        if kind not in ("space", "comment"):
            yield Token(kind, found[0], found.start())


def form(query: str) -> str:
    """Return the query's form: ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; empty if it has none of them."""
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    return next((word for word in words if word in FORMS), "")


def has_word(query: str, word: str) -> bool:
    """Tell whether a keyword, in capitals, stands in a query; its escapes are looked at both ways, too."""
    texts = dict.fromkeys((query, ESCAPE.sub(_character, query)))
    found = (token for text in texts for token in tokens(text) if token.kind in ("word", "name"))
    return any(token.text.upper().startswith(word) for token in found)


def _check_words(query: str, name: str) -> None:
    for token in tokens(query):
        word = _keyword(token)
        if word in REFUSED:
            reason, remedy = REFUSED[word]
            raise UsageError(f"the query was not run: {reason}", where=_place(query, token.start, name), remedy=remedy)


def _check_depth(query: str, name: str) -> None:
    depth = 0
    for token in tokens(query):
        if token.kind == "open":
            depth += 1
        elif token.kind == "close":
            depth -= 1
        if depth > MOST_DEPTH or (token.kind == "sign" and len(token.text) > MOST_DEPTH):
            raise UsageError(
                f"the query was not run: it nests deeper than {MOST_DEPTH}",
                where=_place(query, token.start, name),
                remedy="Write it with fewer brackets inside brackets",
            )


def _keyword(token: Token) -> str:
    # Oxigraph asks for no blank after a keyword: SERVICESILENT<…> and SERVICE:name {…} both reach out.
    if token.kind not in ("word", "name"):
        return ""
    word = token.text.upper().partition(":")[0]
    if word.startswith("SERVICE"):
        return "SERVICE"
    return word if token.kind == "word" else ""


def _place(query: str, start: int, name: str) -> Place:
    return Place(name, query.count("\n", 0, start) + 1, start - query.rfind("\n", 0, start))


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else "�"
