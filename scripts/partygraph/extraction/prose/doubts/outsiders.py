"""Tells where it is open who led another party than the article's, or was of it, and which party that is."""

from __future__ import annotations

from collections.abc import Sequence

from partygraph.extraction.prose import bygone
from partygraph.extraction.prose.dependents import MERGERS
from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Fact, written
from partygraph.rules import lexicon

LEADING = frozenset({"led", "headed", "chaired", "leadership", "under"})
HANGING = frozenset({"of", "from", "within", "in", "inside", "among", "and", "or", "between"})
"""What stands between something and the party that it is of, or beside."""
PARTING = frozenset({"split", "away", "off", "seceded", "separated", "apart", "broke", "broken", "defected"})
"""What a party itself does from another: "it split from the Red Party, led by Ann Lee"."""
ALLIANCES = lexicon.words("alliance-noun")
BLOCS = ALLIANCES - {"agreement", "accord", "pact"}
HEADS = frozenset({"president", "minister", "premier", "chancellor", "king", "queen", "emperor", "governor"})
"""What those are under whom a party governs, whoever leads it."""
ALLIED = ALLIANCES | {"government", "pact", "agreement", "list"}
NOUNS = lexicon.words("generic-body") | lexicon.words("party-noun") | {"club", "society"}
LONGEST_TURN = 14
"""How far before one of them that may be told which another leads."""
FEW = 2
TITLES = bygone.POLITICIANS | {"activist", "member"}
"""What stands behind the name of a party, before somebody's: "Blue Party activist Ann Lee"."""


def _may_be_of_what_stands_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether who led another party may have led what is named before: "dissidents from the Red Party, led by".

    So it is where the party is the last of several: "the Green Party and the Red Party, led by Ann Lee".
    """
    lower, party = lattice.tokens.lower, _party(match)
    if party is None or party.start != match.start or LEADING.isdisjoint(lower[party.end : match.end]):
        return False
    if "under" in lower[party.end : match.end] and _may_be_under_another_head(lower, match, party):
        return True
    if lower[party.end] == "(" and (closing(lower, party.end) or 0) >= match.end and not party.items:
        return False  # "of the Red Party (led by Ann Lee)"
    at = party.start - 1 - (lower[party.start - 1] == "the")
    joined = at > 0 and lower[at] == "with" and lower[at - 1] in ALLIED
    away = at > 0 and lower[at] == "from" and lower[at - 1] in PARTING
    hanging = at >= 0 and lower[at] in HANGING and not (away or _is_one_of_several(lower, at))
    return bool(party.items) or joined or hanging


def _may_be_under_another_head(lower: Sequence[str], match: Match, party: Mention) -> bool:
    """Tell whether it is no party that is under somebody: "a coalition against the Red Party under Ann Lee".

    So it may be those who leave a party, or a state: "broke away from the Red Party under", "under President Ann Lee".
    """
    before = lower[max(0, party.start - LONGEST_TURN) : party.start]
    return not ((BLOCS | {"from", "government"}).isdisjoint(before) and HEADS.isdisjoint(lower[party.end : match.end]))


def _is_one_of_several(lower: Sequence[str], at: int) -> bool:
    """Tell whether parties are told of one by one, each with its leader: "a merger of the Red Party, led by"."""
    if lower[at] in ("of", "between"):
        return lower[at - 1] in MERGERS
    led = (place for place in range(max(0, at - LONGEST_TURN), at - 1) if lower[place] in LEADING)
    return lower[at] == "and" and any(lower[place + 1] == "by" for place in led)


def _is_no_list_of_leaders(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether names behind a leader may be of more parties: "the Red Party, led by Ann Lee, Nova, and Azul"."""
    lower = lattice.tokens.lower
    led = _party(match) is not None and not LEADING.isdisjoint(lower[match.start : match.end])
    return led and any(mention.kind == "person" and len(mention.items) > FEW for _, mention in match.slots)


def _is_a_body(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a leader has an article and is a party: "joined the Red Alliance led by the Green Guard"."""
    words = lattice.tokens.words
    return _party(match) is not None and any(
        "the" in (words[item.start], words[item.start - 1])
        and words[item.start + (words[item.start] == "the")].istitle()
        for _, mention in match.slots
        if mention.kind == "person" and mention.end > mention.start
        for item in mention.items or (mention,)
    )


def _is_one_of_the_leaders(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody is one of those who lead a party in one way or another: "Ann Lee, a leader of"."""
    lower = lattice.tokens.lower
    role = next((mention for name, mention in match.slots if name == "role"), None)
    if _party(match) is None or role is None or role.name.lower() != "leader" or fact.qualifier("current") is not None:
        return False
    return "a" in (lower[role.start], lower[role.start - 1])


def _has_a_longer_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a word in brackets belongs to the name of another party: "the Red Party (Unity)", "the RP (N)"."""
    words, party = lattice.tokens.words, _party(match)
    if party is None or words[party.end : party.end + 1] != ("(",):
        return False
    inner = words[party.end + 1 : (closing(lattice.tokens.lower, party.end) or party.end + 1) - 1]
    return len(inner) == 1 and inner[0][0].isupper() and (len(inner[0]) == 1 or not inner[0].isupper())


def _is_an_alliance(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody joined with his party what is called an alliance behind its name: "the Nova coalition"."""
    party = _party(match)
    return party is not None and not ALLIANCES.isdisjoint(lattice.tokens.words[party.end - 1 : party.end + 1])


def _is_only_a_noun(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party is named by a noun that many bodies have: "both formerly of the Club"."""
    party = fact.object if fact.predicate == "member" else fact.subject
    return bygone.is_of_another(lattice, fact) and written(party).lower() in NOUNS


def _is_of_the_one_named_there(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody else is named where one is understood: "Ann Lee spoke, and Bo Chan, a former leader of"."""
    person = next((mention for _, mention in match.slots if mention.kind == "person"), None)
    if person is None or person.end > person.start or person.items:
        return False
    before = [
        edge
        for edges in lattice.edges[: match.start]
        for edge in edges
        if edge.kind == "person" and edge.start < edge.end <= match.start
    ]
    last = max((edge.end for edge in before), default=0)
    return bool(before) and all(edge.entity != person.entity for edge in before if edge.end == last)


def _is_the_party_itself(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what "which" stands for did it itself, and nobody named: "a party of miners, which founded"."""
    lower = lattice.tokens.lower
    return any(
        mention.kind == "person" and mention.start == mention.end and lower[mention.start - 1] in ("which", "that")
        for _, mention in match.slots
    )


def _is_called_by_initials(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether initials in brackets may be those of the name before them: "Partido Azul (PA)"."""
    words, name = lattice.tokens.words, written(fact.object)
    return words[match.end - 1] == ")" and name in words[match.start : match.end] and name.isupper()


def _is_no_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody is of "the party", whichever that is: "the Red Party, and the party leader Ann Lee"."""
    own, role = (dict(match.slots).get(name) for name in ("own", "role"))
    if own is None or own.kind != "own" or own.end >= len(lattice.tokens):
        return False
    lower = lattice.tokens.lower
    titled = lower[own.end].removesuffix("s") in TITLES if role is None else role.start == own.end
    return titled and lower[own.start : own.end] in (("the", "party"), ("party",), ("it",))


def _party(match: Match) -> Mention | None:
    return next((mention for _, mention in match.slots if mention.kind in ("other-party", "peer", "group")), None)


CHECKS = (
    *asked_of(("leader", "founder", "founded"), _is_the_party_itself),
    *asked_of(("member",), _is_called_by_initials),
    *asked_of(("leader", "member"), _is_no_name),
    *asked_of(("leader",), _may_be_of_what_stands_before, _is_no_list_of_leaders, _is_a_body, _is_one_of_the_leaders),
    *asked_of(("member",), _is_an_alliance),
    *asked_of(("leader", "member"), _has_a_longer_name, _is_only_a_noun, _is_of_the_one_named_there),
)
