"""Words and punctuation of a sentence, each with its place in the sentence's text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from partygraph.rules import lexicon

PARTICLES = "|".join(sorted(lexicon.words("person-particle")))
WORD = re.compile(
    r"(?P<mark>\[ ?(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed) ?\])"  # a footnote's mark: no word of the sentence
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|[A-Z]\.(?=\s?(?:[A-Z]|(?:{PARTICLES})\s))"  # the initial in Joshua M. Hall, J. van der Berg
    r"|['’]s\b"
    r"|\d[\d,.]*\d|\d"
    r"|[^\W_]+(?:[-‐‑–'’](?!s\b)[^\W_]+)*(?:-[^\W_]+)*"
    r"|\S"
)

LONGEST_BRACKET = 80
PREFIXES = frozenset({"anti", "crypto", "ex", "neo", "non", "pan", "post", "pro", "quasi", "semi", "ultra"})
"""What stands before a hyphen and a capital letter, and begins no name: "neo-Azurist"."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: as written, in lower case, and where they start and end in it."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of tokens that characters ``start`` to ``end`` touch."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def show(self, start: int, end: int) -> str:
        """Return the text of tokens ``start`` to ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""


def tokenise(text: str) -> Tokens:
    """Split a text.

    >>> tokenise("Joshua M. Hall's U.S. party").words
    ('Joshua', 'M.', 'Hall', "'s", 'U.S.', 'party')
    >>> tokenise("a green [1] party").words
    ('a', 'green', 'party')
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in WORD.finditer(text):
        if match["mark"] is not None:
            continue
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    lower = tuple([word.lower().replace("’", "'") for word in words])
    return Tokens(text, tuple(words), lower, tuple(starts), tuple(ends))


def closing(lower: tuple[str, ...], at: int) -> int:
    """Return where the bracket that opens at a token is closed, 0 where it is not within ``LONGEST_BRACKET`` tokens."""
    depth = 0
    for end in range(at, min(len(lower), at + LONGEST_BRACKET)):
        depth += (lower[end] == "(") - (lower[end] == ")")
        if depth == 0:
            return end + 1
    return 0


def capital(word: str) -> bool:
    """Tell whether a word is written like a name.

    >>> [capital(word) for word in ("Lee", "al-Nahda", "lee", "1st", "neo-Azurist")]
    [True, True, False, False, False]
    """
    first, _, rest = word.partition("-")
    return word[0].isupper() or (len(word) > 3 and rest[:1].isupper() and word[0].isalpha() and first not in PREFIXES)
