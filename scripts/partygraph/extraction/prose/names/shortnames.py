"""Tells whether initials in brackets are those of the name before them: "the Croatian Democratic Union (HDZ)"."""

from __future__ import annotations

import re
from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Datatype, Entity, Kind, Literal
from partygraph.rules import lexicon

MIXED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{1,2}[A-ZÀ-Þ]{1,3}")
"""Initials as some parties have them: "FrP", "PvdA"."""
SHORTEST, LONGEST = 2, 6
TAGS = lexicon.words("namesake-tag")
"""What in brackets tells one body from another of its name, and is no name of its own."""
NOUNS = (lexicon.words("party-noun") | lexicon.words("movement-noun") | lexicon.words("alliance-noun")) - {"parties"}
NO_BODIES = lexicon.words("spelled-thing")
"""What has initials and is no body: a treaty, a tax, an office."""
TITLES = frozenset({"role", "office", "public-office", "person", "body"})
"""What can be of a party, and is no part of a name: "President of the Azure Party"."""
NAMED = TITLES | {"election"}
BODIES = NOUNS | lexicon.words("foreign-noun") | lexicon.words("foreign-body")
POLITICAL = lexicon.words("political-word")
"""Words that are in the names of political bodies, whatever these are."""
FEWEST = 3
"""The initials that tell a body's name by themselves; two of them may be anything's."""


def may_shorten(short: str, name: str) -> bool:
    """Tell whether initials are those of a name's words, in the order of whatever language.

    >>> may_shorten("UPC", "Uganda People's Congress"), may_shorten("PSD", "Social Democratic Party")
    (True, True)
    >>> may_shorten("MP", "Parliament")  # what stood before is "a Member of"
    False
    """
    initials = [word[0] for word in re.findall(r"\w+", name) if word[0].isupper()]
    letters = {letter for letter in short if letter.isupper()}
    return letters <= set(initials) or short[:1] == "".join(initials[:1])


def may_be_native(lattice: Lattice, party: Mention, short: str, name: str) -> bool:
    """Tell whether initials may be those of a body's native name: "the Croatian Democratic Union (HDZ)".

    They tell nothing of a name that may be the end of a longer one: "the Justice and Development Party (AKP)".
    """
    known = _is_acronym(short) and short.lower() not in TAGS
    head, of, *_ = [*re.split(r" (of|for) ", name.lower(), maxsplit=1), ""]
    # "The Communist Party of Azure (KPA)", and not "Defenders of the Azure Party (APD)".
    nouns = NOUNS.intersection(head.split()[-1:] if of else head.split()[1:])
    return known and bool(nouns) and short not in lexicon.territories() and is_whole(lattice, party)


def _is_acronym(short: str) -> bool:
    """Tell whether letters are written as the initials of one name, or of two: "HDZ", "PNȚ", "KDU-ČSL", "FrP".

    >>> _is_acronym("HDZ"), _is_acronym("KDU-ČSL"), _is_acronym("FrP"), _is_acronym("MPs"), _is_acronym("Azul")
    (True, True, True, False, False)
    """
    parts = re.split("[-–/]", short)
    plain = all(part.isalpha() and part.isupper() and SHORTEST <= len(part) <= LONGEST for part in parts)
    return (plain and len(parts) < 3) or MIXED.fullmatch(short) is not None


def is_whole(lattice: Lattice, party: Mention) -> bool:
    """Tell whether a name surely begins where it seems to: "the Red and Green Party" may be one, or half of one."""
    before = lattice.tokens.words[party.start - 1] if party.start else ""
    cut = (before[:1].isupper() and before != "The") or before in ("and", "of", "&", "for", "-", "–", "'s", "’s")
    return not cut and not _is_owner(lattice, party.start)


def _is_owner(lattice: Lattice, at: int) -> bool:
    """Tell whether a name only ends that of what is its: "Defenders of the Azure Party (DAP)"."""
    words = lattice.tokens.words
    first = at - 1 if words[at - 1 : at] == ("the",) else at
    if first < 2 or words[first - 1] != "of" or not words[first - 2][:1].isupper():
        return False
    return not any(edge.kind in TITLES for edge in lattice.edges[first - 2])


def spelled(lattice: Lattice, at: int) -> Mention | None:
    """Return the name that begins at a token, if the initials behind it tell that it is a body's.

    No word of "the Christian Appeal (CA)" or "Azul Siempre Unido (ASU)" tells what it is; what has initials of its own
    is a body, unless its words say otherwise: "the Single Market Act (SMA)". Other initials than its own have a
    political body alone: "the Democratic Alignment (DIPAR)". So has what bears another name with its initials: "Good
    Tidings (Dobra Azura, DA)".
    """
    words = lattice.tokens.words
    title = lattice.at(at, "name", "group")
    if title is not None and words[title.end : title.end + 1] == ("(",) and _has_a_spelled_name(lattice, title):
        return replace(title, kind="party", entity=Entity(title.name, Kind.PARTY))
    name = lattice.at(at, "group")
    if name is None or name.end == at or words[name.end : name.end + 1] != ("(",):
        return None
    if words[name.end + 2 : name.end + 3] not in ((")",), (",",)) or any(
        edge.kind in NAMED for edge in lattice.edges[at]
    ):
        return None
    short = words[name.end + 1]
    parts = words[at + (words[at].lower() == "the") : name.end]
    lower = frozenset(word.lower() for word in parts)
    letters = "".join(part[0] for word in parts for part in word.split("-") if part[:1].isupper())
    told = letters == short.upper() and len(letters) >= (FEWEST - 1 if lower & BODIES else FEWEST)
    political = len(parts) > 1 and bool(lower & POLITICAL) and words[at - 1 : at] == ("the",)
    told = told or (political and short.isupper() and len(short) >= FEWEST and short.lower() not in TAGS)
    return name if told and NO_BODIES.isdisjoint(lower) else None


def _has_a_spelled_name(lattice: Lattice, name: Mention) -> bool:
    """Tell whether the brackets behind a name of two words have another name and that one's initials, and no more."""
    words = lattice.tokens.words
    end = closing(lattice.tokens.lower, name.end)
    own = words[name.start + (words[name.start].lower() == "the") : name.end]
    inner = words[name.end + 1 : end - 1] if end else ()
    if len(own) < FEWEST - 1 or len(inner) < FEWEST + 1 or inner[-2] not in (",", ";"):
        return False
    title, short = inner[:-2], inner[-1]
    letters = "".join(word[0] for word in title)
    known = any(edge.kind in NAMED for edge in lattice.edges[name.start] if edge.kind != "person")
    plain = all(word.isalpha() for word in title) and not any(word in own for word in title)
    return (
        plain
        and not known
        and short.isupper()
        and letters.upper() == short
        and NO_BODIES.isdisjoint(map(str.lower, own))
    )


def spelled_out(lattice: Lattice, at: int) -> Mention | None:
    """Return the initials at a token whose words follow in brackets: "the PSA (Azure Socialist Party)".

    The initials may be those of the name in another language, all of whose letters the words have.
    """
    words = lattice.tokens.words
    short = words[at]
    if not (short.isalpha() and short.isupper() and FEWEST <= len(short) <= LONGEST) or words[at + 1 : at + 2] != (
        "(",
    ):
        return None
    end = closing(lattice.tokens.lower, at + 1)
    named = end and (words[at + 2][:1].isupper() or words[at + 2] == "the")
    inside = lattice.edges[at + 2] if named else ()
    for edge in inside:
        if (
            edge.kind in ("party", "organisation")
            and edge.end == end - 1
            and edge.entity is not None
            and not edge.items
        ):
            initials = {word[0] for word in edge.entity.name.split() if word[0].isupper()}
            if len(initials) >= FEWEST - 1 and set(short) <= initials:
                literal = Literal(short, Datatype.LANG_STRING, "und")
                title = lattice.tokens.show(at, end)
                return Mention("short-name", at, end, title, literal=literal, parts=(("party", edge),))
    return None


def is_of_its_owner(short: str, name: str) -> bool:
    """Tell whether initials are those of what a body is of, and not its own.

    >>> is_of_its_owner("OAS", "Azure Court of Rights of the Organization of Azure States")
    True
    >>> is_of_its_owner("POA", "Party of Azure"), is_of_its_owner("AS", "Organization of Azure States")
    (False, False)
    """
    whole = "".join(word[0] for word in name.split() if word[0].isupper())
    owners = (name[at.end() :].split() for at in re.finditer(r" of the ", name))
    return whole != short and any("".join(w[0] for w in words if w[0].isupper()) == short for words in owners)
