"""Tells where the words around a match take a statement from it: another's office, another's seat, a longer name."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.surroundings import STOOD
from partygraph.rules import lexicon

LONGEST_OFFICE = 6
"""How many words an office before a name can have, with the comma."""
ONCE = 5
"""How many words before a name "former" may stand."""


def take_away(lattice: Lattice, match: Match, predicate: str, role: Mention | None) -> bool:
    """Tell whether the words around a match take a statement of a predicate from it; ``role`` is its office, if any."""
    if _has_the_time_of_an_apposition(lattice, match):
        return True
    if predicate == "leader":
        return (
            (role is not None and _goes_on(lattice, role))
            or _is_of_the_next(lattice, match)
            or _has_one_of_his_own(lattice, match)
        )
    if predicate in STOOD:
        return _is_for_another(lattice, match)
    if predicate == "governmentRole":
        # "Joined the coalition Azure Way" is no government.
        last, behind = (*lattice.tokens.words[match.end - 1 : match.end + 1], "")[:2]
        return last == "coalition" and (behind[:1].isupper() or behind in ('"', "“"))
    if predicate == "member" and "independent" in _clause_behind(lattice, match.end):
        return True  # "Sat on the city council as an independent"
    if predicate == "member":
        return _is_longer_office(lattice, match) or _is_of_an_officer(lattice, match) or _was_once(lattice, match)
    if predicate == "partOf":
        return any(
            edge.kind == "quoted" and edge.start < match.start < edge.end for edges in lattice.edges for edge in edges
        )
    return _is_cut(lattice, match, predicate)


def _has_the_time_of_an_apposition(lattice: Lattice, match: Match) -> bool:
    """Tell whether a time ends what is told beside a name: "Ann Lee, a member of parliament since 2007, was chair"."""
    if len(match.slots) < 2 or not match.start:
        return False
    (_, time), (_, subject) = match.slots[:2]
    lower = lattice.tokens.lower
    return (
        time.kind in ("period", "date")
        and subject.start == subject.end > time.end
        and lower[subject.start - 1] == ","
        and lower[match.start - 1] not in (",", ";", "and", "but", "who", "which")
    )


def _goes_on(lattice: Lattice, role: Mention) -> bool:
    """Tell whether a title is of something else than the party: "secretary of state", "leader of the group in Riga"."""
    lower = lattice.tokens.lower
    at = role.end
    before = lower[role.start - 1] if role.start else ""
    if before in lexicon.words("group-noun") or (before == "'" and not _is_own(lattice, role.start)):
        # "The peasant leader Ann Lee", "the miners' chairman"
        return True
    if lower[at : at + 1] == ("in",) and at + 1 < len(lower) and lattice.at(at + 1, "body") is not None:
        # "Its leader in the Senate"
        return True
    if lower[at : at + 2] == ("in", "the") and not lexicon.words("chamber").isdisjoint(lower[at + 2 : at + 3]):
        return True  # "Its leader in the house"
    if lower[at : at + 1] not in (("of",), ("for",)) or at + 1 >= len(lower):
        return False
    first = at + 1
    own = next((edge for edge in lattice.edges[first] if edge.kind in ("own", "own-possessor", "party")), None)
    if own is not None:
        return lower[own.end : own.end + 1] in (("'s",), ("'",)) and own.kind != "party"
    noun = first + (lower[first] in ("the", "its", "their", "this"))
    if noun >= len(lower):
        return True  # The text breaks off before it says of what.
    if lower[at] == "for":
        return lattice.tokens.words[noun][:1].isupper()
    return lexicon.words("party-part-ruling").isdisjoint(lower[noun : noun + 4]) and not (
        lower[noun] in lexicon.words("party-noun") or lower[noun] in lexicon.words("movement-noun")
    )


def _is_own(lattice: Lattice, end: int) -> bool:
    return any(
        edge.kind == "own-possessor" and edge.end == end
        for edges in lattice.edges[max(0, end - 12) : end]
        for edge in edges
    )


def _is_for_another(lattice: Lattice, match: Match) -> bool:
    """Tell whether somebody stood or won for another party or for none, as the words around a match say."""
    lower = lattice.tokens.lower
    first, last = (match.slots[0][1].start, match.slots[0][1].end) if match.slots else (match.start, match.start)
    once = lexicon.words("once")
    titled = any(lower[at] in once and lattice.at(at + 1, "party-role") for at in range(first, last - 1))
    if titled or not once.isdisjoint(lower[max(0, first - ONCE) : first]):
        # "Former party secretary Ann Lee was elected": for whom, nobody says.
        return True
    at = match.end
    end = next((stop for stop in range(at, len(lower)) if lower[stop] in (",", ";", ".")), len(lower))
    behind = lower[at:end]
    if any(behind[place : place + 1] == ("independent",) for place in range(len(behind))):
        return True
    for place in range(at, end):
        if lower[place] == "as" and lower[place + 1 : place + 2] in (("a",), ("an",)):
            word = lattice.tokens.words[place + 2 : place + 3]
            if word and word[0][0].isupper() and lattice.at(place + 2, "own") is None:
                return True  # "As a Liberal"
        if lower[place] in ("for", "representing", "under", "with") or lower[place : place + 4] in (
            ("as", "a", "candidate", "of"),
            ("as", "a", "member", "of"),
            ("on", "the", "list", "of"),
            ("on", "the", "ticket", "of"),
        ):
            after = place + (1 if lower[place] in ("for", "representing", "under", "with") else 4)
            other = lattice.at(after, "other-party", "group") if after < len(lower) else None
            if other is not None and (other.kind == "other-party" or lower[place] == "under"):
                return True
            if lower[place] == "under" and lower[after : after + 2] == ("the", "name"):
                return True
    return False


def _is_cut(lattice: Lattice, match: Match, predicate: str) -> bool:
    """Tell whether a short name goes on in brackets: "commonly referred to as NAL (Zaman)".

    Or it may be another's: "formed an alliance with Azul and Verde, known as AV".
    """
    tokens = lattice.tokens
    subject = match.slots[0][1] if match.slots else None
    if predicate == "abbreviation" and tokens.lower[match.end : match.end + 2] in ((")", "'s"), (")", "'")):
        return True  # "Founded as the federal Blue Party (BP)'s provincial section"
    if predicate == "abbreviation" and subject is not None and subject.kind == "own" and subject.start == subject.end:
        return not lexicon.words("alliance-noun").isdisjoint(tokens.lower[: match.start])
    if predicate not in ("abbreviation", "altName") or tokens.lower[match.end : match.end + 1] != ("(",):
        return False
    if tokens.starts[match.end] == tokens.ends[match.end - 1]:
        return True  # "VCP(r)"
    inner, closed = tokens.words[match.end + 1 : match.end + 2], tokens.lower[match.end + 2 : match.end + 3]
    return closed == (")",) and inner != () and inner[0][0].isupper() and not inner[0].isupper()


def _is_of_the_next(lattice: Lattice, match: Match) -> bool:
    """Tell whether an office behind a name is the next one's: "Ann Lee, its chairman Bo Chan and others".

    So it is behind a name that has its own before it: "its chairman, Ann Lee, its secretary, Bo Chan, and others".
    """
    slots = dict(match.slots)
    person, role = slots.get("person"), slots.get("role")
    if person is None or role is None or role.end != match.end or person.end > role.start:
        return False
    lower, at = lattice.tokens.lower, role.end
    if lower[at : at + 1] == (",",) and lower[max(0, person.start - 1) : person.start] == (",",):
        titled = any(
            edge.kind == "role" and edge.end == person.start - 1
            for edges in lattice.edges[max(0, person.start - LONGEST_OFFICE) : person.start - 1]
            for edge in edges
        )
        at += titled
    return at < len(lower) and any(edge.kind == "person" and edge.start == at < edge.end for edge in lattice.edges[at])


def _has_one_of_his_own(lattice: Lattice, match: Match) -> bool:
    """Tell whether an office before a name is the last one's: "Ann Lee was its chairman, Bo Chan its secretary"."""
    slots = dict(match.slots)
    person, role = slots.get("person"), slots.get("role")
    if person is None or role is None or person.start < role.end or person.end != match.end:
        return False
    lower, at = lattice.tokens.lower, person.end
    if lower[role.end : role.end + 1] != (",",) or at >= len(lower):
        return False
    owner = lattice.at(at, "own-possessor")
    at = owner.end if owner is not None else at + (lower[at] in ("the", "as"))
    return at > person.end and at < len(lower) and lattice.at(at, "role") is not None


def _is_longer_office(lattice: Lattice, match: Match) -> bool:
    """Tell whether an office is only the first word of a longer one: "deputy" in "deputy chief minister"."""
    office = next((mention for name, mention in match.slots if name == "office"), None)
    lower = lattice.tokens.lower
    return (
        office is not None
        and office.end == match.end
        and lower[office.end : office.end + 1] != ()
        and (
            lower[office.end] in lexicon.words("office-noun")
            or lower[office.end] in ("chief", "prime", "vice")
            # "Its sole representative in the National Assembly"
            or (lower[office.end] == "in" and office.name.lower() == "representative")
        )
    )


def _clause_behind(lattice: Lattice, at: int) -> tuple[str, ...]:
    """Return the words up to the next comma or full stop."""
    lower = lattice.tokens.lower
    return lower[at : next((stop for stop in range(at, len(lower)) if lower[stop] in (",", ";", ".")), len(lower))]


def _is_of_an_officer(lattice: Lattice, match: Match) -> bool:
    """Tell whether the noun for a member is the first word of an office: "Ann Lee is its deputy leader"."""
    last = match.end - 1
    role = lattice.at(last, "role")
    return role is not None and role.end > match.end


def _was_once(lattice: Lattice, match: Match) -> bool:
    """Tell whether a membership is a former one: "by former Red Party member Ann Lee"."""
    group = dict(match.slots).get("group")
    before = lattice.tokens.lower[max(0, match.start - 1) : match.start]
    return group is not None and not lexicon.words("once").isdisjoint(before)
