"""Tells where the names in a parenthesis end and begin, and by which words they are introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from partygraph.extraction.prose.names import tongues
from partygraph.rules import lexicon

SPLIT = re.compile(
    r"\s+[–—-]\s+(?=[^\W\d_]*[A-ZÀ-ÞΑ-ΩА-Я]{2}[\w]*\s*(?:[;,]|$))"  # initials behind a dash
    r"|\s*[;,]\s*(?![^“\"]*[”\"](?:\s|$))|\s+or\s+(?=[A-Z]{2,}\b)"
    r"|\s+(?:and|or)\s+(?=(?:in )?[A-Z][\w-]+\s?:)"  # "Blaue Partei and in French: Parti bleu"
)
UNTIL_THEN = re.compile(r"\s*(?:until|before|prior to) (?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}")
"""A time that opens what a party was called in it: "until 1991, Azure Movement"."""
SHORT = re.compile(r"^[A-ZÀ-ÞΑ-ΩА-Я][\w.+&/-]{0,11}$")
FIRST = 60
"""How far into a parenthesis a first name can go on behind a comma, in characters."""
DASHES = frozenset({"–", "—", "-"})
ENUMERATED = re.compile(r"[^\W\d_]+- [^\W\d_]+ (?P<last>[^\W\d_][^\s,;]*)(?=\s*[,;]|$)")
"""The end of an enumeration whose parts share a second half: "Tier- und Naturschutz"."""
JOINED = re.compile(r",\s*(?P<first>[^\W\d_][\w-]*) (?P<tie>[^\W\d_]+) (?P<last>[^\W\d_][\w-]*)(?=\s*[,;]|$)")
"""What may be the last two of an enumeration: ", Recht und Ordnung"."""
TIES = lexicon.words("foreign-word")
NOUNS = tuple(sorted(lexicon.words("foreign-noun") | lexicon.words("foreign-body")))
"""What the words for a party end with: "Volkspartei"."""


def may_go_on(name: str, behind: str) -> bool:
    """Tell whether one word behind a comma may be the end of a name, in letters that have no capitals.

    >>> may_go_on("नीलो पार्टी", ", नेपाल, abbr. NP"), may_go_on("Партия", ", СНП"), may_go_on("Partido", "")
    (True, False, False)
    """
    word = re.match(r",\s*(?P<word>[^\W\d_a-zA-Z]\S*?)(?=[,;]|$)", behind)
    return word is not None and name.lower() == name.upper() and word["word"].lower() == word["word"].upper()


def may_be_enumerated(name: str, behind: str) -> bool:
    """Tell whether two words that are joined behind a comma may end a name with a purpose, and be no second name.

    >>> may_be_enumerated("Bund für Freiheit", ", Recht und Ordnung, BFRO")
    True
    >>> may_be_enumerated("Bund für Freiheit", ", Partei der Mitte")
    False
    >>> may_be_enumerated("Blauer Bund", ", Mut und Recht")
    False
    """
    tail = JOINED.match(behind)
    if tail is None or tail["tie"] not in TIES or not (tail["first"][0].isupper() and tail["last"][0].isupper()):
        return False
    ends_whole = any(tail[part].lower().endswith(NOUNS) for part in ("first", "last"))
    return not ends_whole and not TIES.isdisjoint(name.split()[1:])


def _is_within_an_enumeration(before: str, behind: str) -> bool:
    """Tell whether a comma parts what one name enumerates, by a second half that its parts share.

    >>> _is_within_an_enumeration("Bund für Recht", "Tier- und Naturschutz, BRTN")
    True
    >>> _is_within_an_enumeration("Bauern-", "Handwerks- und Bürgerpartei")
    True
    >>> _is_within_an_enumeration("Blauer Bund", "Bauern- und Bürgerpartei")
    False
    """
    if before.endswith("-"):
        return True
    tail = ENUMERATED.match(behind)
    return tail is not None and not tail["last"].lower().endswith(NOUNS)


def gaps(text: str) -> Iterator[re.Match[str]]:
    """Yield the signs between names; behind a label a comma and a small letter go on with the name.

    >>> [text.group() for text in gaps("Latvian: Zila, kartiba un taisniba, abbr. BP")]
    [', ']
    >>> [text.group() for text in gaps("Spanish: Partido Azul, PA; formerly the League")]
    [', ', '; ']
    >>> [text.group() for text in gaps("in Afrikaans: Blou Party, in German: Blaue Partei")]
    [', ']
    >>> [text.group() for text in gaps("Dutch; Flemish: Blauwe Partij")]  # one name, in what some call two languages
    []
    >>> [text.group() for text in gaps("German: Blaue Partei, based in Berlin")]
    [', ']
    >>> list(gaps("until 1990, Azure Party"))
    []
    """
    labelled = tongues.LABEL.match(text) is not None
    at = 0
    for gap in SPLIT.finditer(text):
        behind = text[gap.end() :]
        if tongues.is_language(text[at : gap.start()]) and tongues.LABEL.match(behind):
            continue
        if UNTIL_THEN.fullmatch(text[at : gap.start()]):
            continue
        if gap.group().strip() in DASHES and SHORT.match(text[at : gap.start()]) and text[at : gap.start()].isupper():
            continue  # "AU – PF": initials of two halves
        introduced = any(behind.lower().startswith(opening) for opening, _ in openings()) or any(
            behind.lower().startswith(opening) for opening in lexicon.words("romanised-name")
        )
        introduced = introduced or _is_a_remark(behind) or tongues.is_in_a_language(behind)
        if labelled and gap.group().strip() == "," and behind[:1].islower() and not introduced and gap.start() < FIRST:
            continue
        if gap.group().strip() == "," and _is_within_an_enumeration(text[at : gap.start()], behind):
            continue
        yield gap
        at = gap.end()


def _is_a_remark(text: str) -> bool:
    """Tell whether a text begins with a word for what is told of a name, and is none.

    >>> _is_a_remark("used abroad"), _is_a_remark("own spelling: BLAU"), _is_a_remark("kartiba un taisniba")
    (True, True, False)
    """
    lowered = text.lower()
    told = (one for one in lexicon.words("name-remark") if lowered.startswith(one))
    return any(re.match(r"[\w-]", lowered[len(one) :]) is None for one in told)


def opening(text: str) -> tuple[str, str]:
    """Return what introduces a name in small letters, and the kind that it then is; empty where nothing does.

    >>> opening("literally blue party"), opening("blue party")
    (('literally', 'translated'), ('', ''))
    """
    told = ((one, kind) for one, kind in openings() if text.startswith(one) and not text[len(one) :][:1].isalnum())
    return next(told, ("", ""))


@cache
def openings() -> tuple[tuple[str, str], ...]:
    """Return what a name can be introduced by and the kind that it then is, the longest first."""
    kinds = ("short", "former", "also", "translated")
    found = [(opening, kind) for kind in kinds for opening in lexicon.words(f"{kind}-name")]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))
