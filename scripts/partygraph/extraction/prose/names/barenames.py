"""Tells a name from what stands around it in a parenthesis: quotation marks, its own initials, a remark."""

from __future__ import annotations

import re

from partygraph.rules import lexicon

QUOTES = "\"“”'‘’«» "


def with_its_mark(name: str, text: str) -> str:
    """Return a name with the mark that was taken off, where it is of its first word only.

    >>> with_its_mark("True' Azure Party", "also called 'True' Azure Party"), with_its_mark("Azul", "called 'Azul'")
    ("'True' Azure Party", 'Azul')
    >>> with_its_mark("Workers' Party", "called 'Workers' Party'")
    "Workers' Party"
    """
    at = text.find(name)
    mark = text[at - 1] if name and at > 0 else " "
    first = name.partition(" ")[0]
    closed = {"'": "'", "‘": "’", '"': '"', "“": "”"}.get(mark, "")
    whole = text[at + len(name) : at + len(name) + 1] == closed  # "called 'Workers' Party'"
    return mark + name if closed and not whole and first != name and first.endswith(closed) else name


def without_initials(text: str) -> str:
    """Take the initials of a name off its end.

    >>> without_initials("Partido Azul Unido PAU"), without_initials("Narodna stranka Azura NS AZ")
    ('Partido Azul Unido', 'Narodna stranka Azura')
    >>> without_initials("Partido Azul Unido -PAU-")
    'Partido Azul Unido'
    >>> without_initials("Partido Azul MAS"), without_initials("PARTIDO AZUL PA")
    ('Partido Azul MAS', 'PARTIDO AZUL PA')
    """
    words = text.split()
    first = next((at for at in range(len(words)) if all(map(str.isupper, words[at:]))), len(words))
    short = "".join(words[first:]).casefold().strip("-–")
    initials = "".join(word[0] for word in words[:first]).casefold()
    spelled = len(short) > 1 and short[: len(initials)] == initials[: len(short)] and first > 1
    return " ".join(words[:first]) if spelled else text


def may_be_two(text: str) -> bool:
    """Tell whether "and" can stand between two names; "the Farmers and Workers Party" has none before it.

    >>> may_be_two("the Green Party and the Workers' Party"), may_be_two("Farmers and Workers Party")
    (True, False)
    """
    before, joined, _ = text.partition(" and ")
    words = before.lower().split()
    nouns = lexicon.words("party-noun") | lexicon.words("movement-noun")
    return bool(joined) and (" and the " in text or any(word in nouns for word in words))


def is_a_name(text: str) -> bool:
    """Tell whether a text is a name, and no remark on one: it has not a single capital behind small words.

    >>> is_a_name("les Verts"), is_a_name("referred to interchangeably as Independence")
    (True, False)
    """
    words = [word for word in text.split() if word[0].isalpha()]
    if not {"means", "meaning", "now"}.isdisjoint(words[1:]) or words[-1:] in (["and"], ["or"]):
        return False  # "Azul means blue", "formerly the Azure League and, before that, the Red League"
    if not text[0].islower() or words[0] == "the" or "\u10d0" <= text[0] <= "\u10ff":
        return True  # Georgian letters count as small ones and begin names all the same
    return 2 * sum(not word[0].islower() for word in words) >= len(words)


def unquoted(text: str) -> str:
    """Take the quotation marks off a name; those around a part of it belong to it.

    >>> unquoted("'Partido Azul'"), unquoted('Demokrātiskā partija "Saimnieks"'), unquoted("Azul 'Lega'")
    ('Partido Azul', 'Demokrātiskā partija "Saimnieks"', "Azul 'Lega'")
    """
    bare = text.strip(QUOTES)
    inside = text.strip()
    if (whole := with_its_mark(bare, inside)) != bare:
        return whole
    at = inside.find(bare)
    opened = any(mark in bare for mark in '"“«„')
    if bare.count('"') % 2 or any(bare.count(end) > bare.count(start) for start, end in ("«»", "“”")):
        return inside  # "«Azul» partisi" begins with the mark that was taken off
    if re.search(r"\s['‘]\w", bare) and inside[-1] in "'’" and inside[0] not in QUOTES:
        return inside
    return inside[at:] if opened and at == 0 and inside != bare else bare


def closed(text: str) -> str:
    """Return a text up to a bracket that nothing in it opens: a bracket within the bracket ends there.

    >>> closed("Azure Assembly) Arabic: التجمع"), closed("Azure Party (Left)")
    ('Azure Assembly', 'Azure Party (Left)')
    """
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return text[:at]
    return text


def is_short_for(short: str, name: str) -> bool:
    """Tell whether a name consists of some words of another one, and of initials of the rest.

    >>> is_short_for("Azur GH", "Azur Ghana Hawo"), is_short_for("Azur", "Azur Ghana"), is_short_for("Blau", "Blaue")
    (True, True, False)
    """
    words = name.removeprefix("The ").removeprefix("the ").split()
    initials = "".join(word[0] for word in words)
    return name != short and all(word in words or (word.isupper() and word in initials) for word in short.split())
