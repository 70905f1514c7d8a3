"""Tells by the nouns of a name what sort of thing it can be: a party, a body, a place, a person."""

from __future__ import annotations

from functools import cache

from partygraph.extraction.prose.tokens import Tokens
from partygraph.rules import lexicon
from partygraph.values import numbers

AROUND_NICKNAMES = frozenset('"“”()')
"""What can stand within somebody's name: see ``namebridges``."""
LONGEST_ENDING = 4
"""The letters that make the name of its people of a land's: the "eans" of "Sierra Leoneans"."""
GATHERINGS = frozenset({"congress", "conference", "convention"})


@cache
def institutions() -> frozenset[str]:
    """Return the nouns that make a name that of a body and of no person."""
    return (
        lexicon.words("party-noun")
        | lexicon.words("movement-noun")
        | lexicon.words("organisation-noun")
        | lexicon.words("worker-noun")
        | lexicon.words("body-noun")
        | lexicon.words("institution")
    )


def kinds(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """Tell what a name can be by its nouns."""
    if end - start > 1 and tokens.lower[end - 1].isdigit():
        end -= 1
    lower = tokens.lower[start:end]
    cut = next((at for at, word in enumerate(lower) if at and word in ("of", "for", "against", "in")), len(lower))
    head = lower[cut - 1]
    if len(lower) == 1 and head in lexicon.words("foreign-noun") and tokens.lower[end : end + 1] != (",",):
        return ()  # "the Parti vert" is not named Parti
    if head in GATHERINGS and _is_counted(tokens, start, end):
        return ()  # "At the 10th Congress", "the Second National Congress"
    if cut == len(lower) - 2 and head in GATHERINGS and tokens.words[end - 1].isupper():
        # "the Congress of CPE" is a meeting of the party CPE, and no party itself.
        return ()
    if head in lexicon.words("metonym") or head in ("election", "elections"):
        return ()
    if head in lexicon.words("worker-noun") or (head == "union" and _of_workers(lower[: cut - 1])):
        return ("organisation",)
    if (head in lexicon.words("body-noun") and head not in ("congress", "soviet")) or _two_word_body(lower, cut):
        return ("body", "organisation")
    if head in lexicon.words("party-noun"):
        return ("party",)
    if head in lexicon.words("movement-noun") or (cut < len(lower) and head in lexicon.words("side-noun")):
        return ("party", "organisation")
    if head in lexicon.words("organisation-noun"):
        return ("organisation",)
    if lower[-1] in lexicon.words("party-noun") and len(lower) > 1:
        return ("party",)
    if head in lexicon.words("place-noun") or (lower[0] in lexicon.words("place-noun") and len(lower) > 1):
        return ("place",)
    return _unknown(tokens, start, end)


def _is_counted(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether an ordinal makes a gathering one of several."""
    counted = numbers.ORDINALS.keys()
    before = tokens.lower[start - 1 : start]
    return not counted.isdisjoint((*before, *tokens.lower[start:end])) or before in (("th",), ("st",), ("nd",), ("rd",))


def _of_workers(lower: tuple[str, ...]) -> bool:
    return bool(lower) and (
        lower[-1] in ("trade", "labour", "labor", "credit") or lower[-1] == "'" or "workers" in lower
    )


def _two_word_body(lower: tuple[str, ...], cut: int) -> bool:
    return lower[cut - 2 : cut] in (("court", "representatives"), ("city", "hall"))


def _unknown(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    small = lexicon.words("person-particle") | AROUND_NICKNAMES
    words = [word for word in tokens.words[start:end] if word.lower() not in small]
    if end - start == 1:
        word = tokens.words[start]
        if word.isupper() and 1 < len(word) < 8:
            return ("acronym",)
        return ("single",)
    plain = all(
        word[0].isalpha()
        and word.lower() not in institutions()
        and not (word.isupper() and len(word) > 2 and word[-1] != ".")
        for word in words
    )
    free = not any(word in lexicon.demonyms() or word in lexicon.territories() for word in words)
    free = free and not _is_of_a_people(words)
    if tokens.lower[end - 1] in lexicon.words("office-noun"):
        return ()
    foreign = lexicon.words("foreign-noun") | lexicon.words("foreign-body")
    if start and not _is_in_brackets(tokens, start) and {tokens.lower[start], tokens.lower[end - 1]} & foreign:
        return ("party",)  # "Lega Azzurra", "the Azul Dal"
    if tokens.lower[end - 1].endswith("ists") or tokens.lower[end - 1] in lexicon.words("side-noun"):
        return ("unknown",)  # "the Azure Autonomists", "the United Opposition"
    if 2 <= len(words) <= 5 and plain and free and not _is_titled(tokens, start, end):
        return ("person", "unknown")
    return ("unknown",)


def _is_of_a_people(words: list[str]) -> bool:
    """Tell whether a name is that of the people of a land or place: "New Zealanders", "Black Kenyans"."""
    whole, last = " ".join(words), words[-1] if words else ""
    if not last.endswith("s"):
        return False
    stems = (whole[:-cut] for cut in range(1, LONGEST_ENDING + 1))
    return last[:-1] in lexicon.demonyms() or whole[:-1] in lexicon.demonyms() or any(map(_is_land, stems))


def _is_land(name: str) -> bool:
    return " " in name and name in lexicon.territories()


def _is_in_brackets(tokens: Tokens, at: int) -> bool:
    """Tell whether a name stands in brackets, where it may be what the name before them is in another language."""
    return tokens.words[:at].count("(") > tokens.words[:at].count(")")


def _is_titled(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a name stands as no person's does: "the Azul ni Vaka", "the Azul Siempre (AS)"."""
    if start > 1 and tokens.lower[start - 1] == "for" and tokens.lower[start - 2] in lexicon.words("seat-holder"):
        return True  # "the MP for North Harwich"
    initials = "".join(word[0] for word in tokens.words[start:end] if word[0].isupper())
    if (
        tokens.words[end : end + 3] == ("(", initials, ")")
        and not "".join(tokens.words[end + 3 : end + 4])[:1].isupper()
    ):
        return True  # "Azul Nasional (AN)", and not "Orang Lee (OL) Sundang"
    if start == 0 or tokens.lower[start - 1] != "the":
        return False
    small = [word for word in tokens.words[start:end] if word.islower()]
    joined = any(word not in lexicon.words("person-particle") for word in small)
    behind = tokens.words[end : end + 3]
    return joined or (behind[:1] == ("(",) and behind[2:] == (")",) and behind[1].isupper() and len(behind[1]) > 1)
