"""Reads the names that stand in a parenthesis behind a party's name: "(Finnish: Suomen maaseudun puolue, SMP)"."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names import bracketnames, shortnames
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Datatype, Literal, View
from partygraph.rules import lexicon

PAST = Mention("text", 0, 0, "false", literal=Literal("false", Datatype.BOOLEAN))
LONGEST = 8
"""How many words of a longer name can stand before one that ends it."""
LEAD = 3
"""How many words may stand before the name that a sentence defines."""
BARE = frozenset({"party", "movement", "league", "front", "bloc", "alliance", "coalition"})
"""Words that say what a body is and are nobody's whole name."""
TITLES = frozenset({"role", "office", "public-office", "person", "body"})
"""What can be of a party, and is no part of its name: "Secretary of Azure Party"."""


def add(lattice: Lattice, view: View) -> None:
    """Add edges over a party and its parenthesis: ``short``, ``native``, ``former``, ``also`` and the like."""
    tokens = lattice.tokens
    if "(" not in lattice.present:
        return
    for at in range(len(tokens)):
        if (initials := shortnames.spelled_out(lattice, at)) is not None:
            lattice.add(initials)
        party = lattice.at(at, "party", "organisation") or shortnames.spelled(lattice, at)
        if party is None or party.items or party.entity is None or party.end == at or _is_rest(lattice, party):
            continue
        begin = party.end + (tokens.lower[party.end : party.end + 1] in (('"',), ("”",)))
        # A slip of editors: "The Azure Party, (AP), was founded".
        begin += at < LEAD and tokens.lower[begin : begin + 2] == (",", "(")
        if tokens.lower[begin : begin + 1] != ("(",) or tokens.starts[begin] == tokens.ends[begin - 1]:
            continue
        leads = at < LEAD and _defines(tokens.lower, begin)
        while end := closing(tokens.lower, begin) if tokens.lower[begin : begin + 1] == ("(",) else 0:
            inner = (tokens.starts[begin] + 1, tokens.starts[end - 1])
            begin = end
            written = tokens.show(party.start, party.end)
            pieces = list(bracketnames.pieces(tokens.text[inner[0] : inner[1]], inner[0], view, leads, written))
            foreign = any(piece.kind == "native" for piece in pieces)
            past = False
            for piece in pieces:
                # In "(SDP; formerly Social Democratic Union, SDS)" all that follows "formerly" was so, and is not.
                past = past or piece.kind == "former"
                if piece.kind == "short" and not (
                    foreign
                    or leads
                    or shortnames.may_shorten(piece.text, written)
                    or shortnames.may_be_native(lattice, party, piece.text, written)
                ):
                    continue
                if piece.kind in ("native", "meaning") and not (
                    leads or piece.language or shortnames.is_whole(lattice, party)
                ):
                    continue
                if piece.kind == "short" and shortnames.is_of_its_owner(piece.text, written):
                    continue
                if piece.kind == "short" and written.removeprefix("the ").isupper():
                    continue  # "the CPA (RP)": initials of initials tell one body from its like
                literal = Literal(piece.text, Datatype.LANG_STRING, piece.language or "und")
                first, last = tokens.between(piece.start, piece.end)
                parts = (("party", party), ("past", PAST)) if past else (("party", party),)
                lattice.add(Mention(f"{piece.kind}-name", first, last, piece.text, literal=literal, parts=parts))


def _is_rest(lattice: Lattice, party: Mention) -> bool:
    """Tell whether a single word is what is left of a longer name ("the Ploughmen's & Graziers (PG)")."""
    lower = lattice.tokens.lower
    if party.start and (lower[party.start - 1] == "/" or _follows_a_dash(lattice, party.start)):
        return True
    if "/" in lower[party.start : party.end]:
        return True  # of which of the two is not told
    first = party.start + (lower[party.start] == "the")
    if lattice.tokens.words[first].isupper() and lower[first + 1 : first + 2] == ("and",):
        return True  # "the UNA and Union of Teachers (UT)" are two
    if _is_half(lattice, party) or _ends_another(lattice, party) or _is_owned(lattice, party):
        return True
    if party.entity is not None and party.entity.name.lower() in BARE:
        return True  # "Lee's Movement (LM)" is what it is, and not a movement
    if party.start > 1 and lower[party.start - 1] == "of" and lower[party.start] != "the":
        # "The Builders of Tilbrook Party (BTP)", and not "a member of Azure Party (AP)"
        before = lattice.tokens.words[party.start - 2]
        titled = before.isupper() or any(edge.kind in TITLES for edge in lattice.edges[party.start - 2])
        return before[:1].isupper() and not titled
    if first == party.end - 1 and first > party.start > 1 and lower[party.start - 1] == "of":
        # "Friends of the Prophet (FP)", and not "the prime minister of the Union (U)"
        return lattice.tokens.words[party.start - 2][:1].isupper()
    if party.end - party.start > 1 or not party.start:
        return False
    return lower[party.start - 1] in ("and", "&", "'", "’", "'s", "for", "of")


def _ends_another(lattice: Lattice, party: Mention) -> bool:
    """Tell whether a name ends what is said to be one name: "founded as the Justice and Harvest Party (JHP)"."""
    before = lattice.edges[max(0, party.start - LONGEST) : party.start]
    return any(edge.kind == "quoted" and edge.end == party.end for edges in before for edge in edges)


def _is_half(lattice: Lattice, party: Mention) -> bool:
    """Tell whether a sentence may open with one name of two: "The Homeland and People Movement (HPM) is a party"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    return party.start == 3 and lower[:3:2] == ("the", "and") and words[1][:1].isupper() and lower[3] != "the"


def _is_owned(lattice: Lattice, party: Mention) -> bool:
    """Tell whether the name begins before a genitive with an article of its own: "the Tilbrook's Freedom Party"."""
    lower, first = lattice.tokens.lower, party.start
    owned = first > 2 and lower[first - 1] == "'s" and lower[first - 3] == "the"
    return owned and lattice.tokens.words[first - 2][:1].isupper()


def _follows_a_dash(lattice: Lattice, at: int) -> bool:
    """Tell whether a name stands behind a dash and another one ("Course – Social Democracy")."""
    words = lattice.tokens.words
    return at > 1 and words[at - 1] in ("–", "—", "-") and words[at - 2][:1].isupper()


def _defines(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether the brackets that begin here stand between a name and what it is said to be."""
    while at < len(lower) and lower[at] == "(":
        at = closing(lower, at) or len(lower)
    if lower[at : at + 1] == (",",):
        at += 1
        if lower[at : at + 1] and (lower[at] in ("a", "an") or lower[at] in lexicon.words("naming-adverb")):
            return True
    return lower[at : at + 1] in (("is",), ("was",), ("are",), ("were",))
