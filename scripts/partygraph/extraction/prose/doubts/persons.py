"""Tells where it is open who held an office or was elected, and for which party."""

from __future__ import annotations

from partygraph.extraction.prose.asides import DEEDS
from partygraph.extraction.prose.doubts.dates import TIMES
from partygraph.extraction.prose.doubts.doubting import asked_of, each_named
from partygraph.extraction.prose.doubts.polls import has_no_subject
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.remarks import REMARKS
from partygraph.extraction.prose.scope import holds, plain
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Fact, Literal, written
from partygraph.rules import lexicon

ACTING = frozenset({"acting", "interim", "caretaker"})
OWNERS = (("its",), ("their",))
NEAR = 8
"""Words behind a match in which the years of several elections can stand."""
OPENING = 3
"""In how many words a sentence begins with somebody's people: "its leaders", "two of its figures"."""


def _is_named_to_another_vote(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody is said to run for president in a legislative vote, of which the sentence before told."""
    poll = fact.qualifier("election")
    legislative = poll is not None and not {"legislative", "parliamentary"}.isdisjoint(written(poll).lower().split())
    told = not {"presidential", "president"}.isdisjoint(lattice.tokens.lower[match.start : match.end])
    return legislative and told


def _only_acts(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody only acts for an officer: "Ann Lee died, and Bo Chan took over as acting chairman"."""
    role = fact.qualifier("role")
    if not isinstance(role, Literal):
        return False
    lower, end = lattice.tokens.lower, match.end
    behind = lower[end + 1 : end + 3] if lower[end : end + 1] == ("as",) else ()
    acts = not ACTING.isdisjoint((*lower[match.start : end], *behind))
    names = not ACTING.isdisjoint(role.lexical.lower().split())
    left = any(name == "old" and mention.entity == fact.object for name, mention in match.slots)
    return acts and not left and not names


def _has_an_office_of_his_own(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether one of several has another office: "is led by Ann Lee and Secretary General Bo Chan"."""
    role = fact.qualifier("role")
    if not isinstance(role, Literal):
        return False
    lower = lattice.tokens.lower
    for _, mention in match.slots:
        for item in mention.items or (mention,):
            own = mention.items and item.entity == fact.object and lower[item.end : item.end + 1] in OWNERS
            if own and lattice.at(item.end + 1, "role") is not None:
                return True  # "Its president was Ann Lee and Bo Chan its treasurer"
            title = lattice.at(item.start, "role") if item.entity == fact.object else None
            if title is None and item.start:
                before = (edge for edges in lattice.edges[mention.start : item.start] for edge in edges)
                title = next((edge for edge in before if edge.kind == "role" and edge.end == item.start), None)
            if title is not None and title.end < item.end and title.name != role.lexical:
                return True
    return False


def _is_of_another_person(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what stands behind a person was read over another one's name.

    In "led by Ann Lee, daughter of Bo Chan, the founder of the party" the founder may be either.
    """
    persons = [at for at, (_, mention) in enumerate(match.slots) if mention.kind == "person" and not mention.items]
    first = persons[0] if persons else -1
    if first < 0:
        return False
    person = match.slots[first][1]
    following = [mention.start for _, mention in match.slots[first + 1 :] if mention.start >= person.end]
    end = following[0] if following else match.end
    if _is_one_remark(lattice, person.end, end):
        return False
    told = {mention.entity for _, mention in match.slots}
    between = (edge for edges in lattice.edges[person.end : end] for edge in edges if edge.end <= end)
    return person.entity in (fact.subject, fact.object) and any(
        edge.kind == "person" and edge.end > edge.start and not edge.items and edge.entity not in told
        for edge in between
    )


def _is_one_remark(lattice: Lattice, start: int, end: int) -> bool:
    """Tell whether one remark with a comma on either side stands between a name and its verb, and begins with no name.

    "Ann Lee, who had worked for Bo Chan, founded it" and "Ann Lee, a cousin of Bo Chan, was its founder": she did. When
    she lived may stand before it: "Ann Lee (1942–2021), a teacher from Tilbrook, founded it".
    """
    lower, words = lattice.tokens.lower, lattice.tokens.words
    if lower[start : start + 1] == ("(",):
        start = closing(lower, start) or start
    commas = [at for at in range(start, end) if lower[at] in (",", ";", "–", "—")]
    if len(commas) != 2 or commas[0] != start or lower[start] != "," or commas[1] + 1 >= len(lower):
        return False
    if lower[start + 1] not in REMARKS or lower[commas[1]] != ",":
        return False
    joined = any(lower[at] == "and" and words[at + 1][0].isupper() for at in range(start, commas[1]))
    verb = lower[commas[1] + 1]
    return not joined and (verb in AUXILIARIES or verb in DEEDS)


def _is_of_whom_it_names_last(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "who" is somebody else: "Ann Lee took over from Chan, who became deputy chair instead"."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    person = next((mention for _, mention in match.slots if mention.kind == "person" and not mention.items), None)
    if person is None or person.entity not in (fact.subject, fact.object):
        return False
    # Where the person is only understood, the clause is the one that it stands in.
    first = person.end + 2 if person.end > person.start else max(2, person.start - NEAR)
    return any(
        lower[at] == "who"
        and lower[at - 1] == ","
        and words[at - 2][0].isupper()
        and words[at - 2] not in (person.name.split()[-1], "The")
        and words[at - 3].islower()
        and words[at - 3] not in ("the", "as")
        and not _is_a_place(lattice, at - 2)
        for at in range(first, match.end)
    )


def _is_a_place(lattice: Lattice, at: int) -> bool:
    """Tell whether somebody's place, and nobody, stands before "who": "Ann Lee, a lawyer in Munich, who founded it"."""
    if lattice.tokens.lower[at - 1] in ("in", "at"):
        return True
    before = (edge for edges in lattice.edges[max(0, at - NEAR) : at + 1] for edge in edges)
    return any(edge.kind in ("territory", "country", "region") and edge.end == at + 1 for edge in before)


def _is_of_a_body_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "its" may be another body's: "at odds with the League since Ann Lee was chosen as its chairman"."""
    if "its" not in lattice.tokens.lower[match.start : match.end]:
        return False
    words, bodies = lattice.tokens.words, lexicon.words("generic-body") | lexicon.words("party-noun")
    return any(
        words[at][0].isupper()
        and words[at].lower() in bodies
        and words[at - 1] == "the"
        and words[at + 1] not in ("of", "for")
        and lattice.at(at - 1, "own") is None
        for at in range(1, match.start)
    )


def _is_of_the_one_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office is of the person named before it: "included Ann Lee, its chairman, Bo Chan, Tom Fox"."""
    lower = lattice.tokens.lower
    role = next((mention for name, mention in match.slots if name == "role"), None)
    if role is None or lower[match.start - 1 : match.start] != (",",) or lower[role.end : role.end + 1] != (",",):
        return False
    before = (edge for edges in lattice.edges[max(0, match.start - NEAR) : match.start - 1] for edge in edges)
    named = any(
        edge.kind == "person" and edge.end == match.start - 1 and not edge.items and edge.entity != fact.object
        for edge in before
    )
    return named and any(item.entity == fact.object and item.start > role.end for item in each_named(match))


def _is_of_a_rival(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "its" is another body's, named right before: "to rival both the Red Party and its leader"."""
    lower = lattice.tokens.lower
    owner = match.slots[0][1] if match.slots else None
    if owner is None or lower[owner.start : owner.end] != ("its",):
        return False
    # "It gave its powers to an Azure Committee; its chairman was Ann Lee": a committee has one of its own.
    told = lower[owner.start - 1] in ("and", "or") or (
        lower[owner.start - 1] in (";", ",") and lower[owner.start - 2] in lexicon.words("committee")
    )
    before = (edge for edges in lattice.edges[max(0, owner.start - 1 - NEAR) : owner.start - 1] for edge in edges)
    return told and any(edge.kind == "other-party" and edge.end == owner.start - 1 for edge in before)


def _are_several_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether who went is only understood, and one of several: "all but Lee and Chan won; Chan went over to"."""
    if ";" not in lattice.tokens.lower[max(0, match.start - 2 * NEAR) : match.start]:
        return False
    return any(one.kind == "person" and one.items and one.start == one.end for _, one in match.slots)


def _is_of_the_next(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office opens the next clause: "its leader was Ann Lee, the party secretary was Bo Chan"."""
    last = match.slots[-1][1] if match.slots else None
    if last is None or "role" not in last.kind or last.end != match.end:
        return False
    words = lattice.tokens.words[match.end : match.end + 2]
    next_one = words[:1] != (",",) and any(word in AUXILIARIES for word in words)
    return next_one and "," in lattice.tokens.lower[match.start : match.end]


def _has_a_bracket(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a bracket tells an officer's time in other words: "by Ann Lee (from its creation to 1967)"."""
    if any(pair.name in TIMES for pair in fact.qualifiers):
        return False
    named = [item for item in each_named(match) if item.entity == fact.object]
    lower = lattice.tokens.lower
    return any(
        lower[item.end : item.end + 1] == ("(",)
        and lower[item.end + 1 : item.end + 2] not in (("born",), ("b",), ("died",))
        and any(word[:4].isdigit() for word in lower[item.end : closing(lower, item.end) or item.end])
        for item in named
    )


def _has_come_back(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an undated office is one of several terms: "was followed by Bo Chan, and resumed it in 2000"."""
    undated = fact.qualifier("start") is None and fact.qualifier("end") is None
    old = "old" in dict(match.slots)
    words = plain(lattice, match.end, len(lattice.tokens))
    return old and undated and bool(holds(words, "comeback"))


def _is_only_support(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody is supported, and nothing says that it is for an election."""
    if any(fact.qualifier(name) for name in ("office", "election", "date")):
        return False
    words = plain(lattice, match.start, match.end)
    told = "{election}" in lattice.present or "{date}" in lattice.present
    return bool(holds(words, "support")) and (told or not holds(words, "candidacy"))


def _is_of_the_party_in_brackets(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether initials behind somebody elected are of another party: "it elected one deputy, Ann Lee (RP)"."""
    if fact.qualifier("party") is None:
        return False
    words = lattice.tokens.words
    ends = [item.end for item in each_named(match) if item.kind == "person"]
    return any(
        words[end : end + 1] == ("(",) and words[end + 2 : end + 3] == (")",) and words[end + 1].isupper()
        for end in ends
        if lattice.at(end + 1, "own") is None
    )


def _was_elected_at_other_times(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody won in years that are not read: "Ann Lee, elected deputy in 1964, 1968 and 1972"."""
    dated = any(fact.qualifier(name) for name in ("date", "election"))
    if dated or fact.qualifier("implied") is None:
        return False
    behind = lattice.tokens.lower[match.end : match.end + NEAR]
    return any(word in ("in", "since") and behind[at + 1][:4].isdigit() for at, word in enumerate(behind[:-1]))


def _is_of_whom_it_left(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "the party" is the one that was left: "a breakaway from X after the party's leader, Ann Lee"."""
    lower = lattice.tokens.lower
    if lower[match.start - 1 : match.start] not in (("after",), ("when",), ("because",)):
        return False
    before = (edge for edges in lattice.edges[: match.start] for edge in edges)
    named = any(edge.kind == "other-party" and edge.end > edge.start for edge in before)
    return named and (lower[match.start] == "its" or lower[match.start : match.start + 2] == ("the", "party"))


def _is_of_whom_they_left(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "its" may be of a party that people come from: "members of X who followed Ann Lee, its head"."""
    lower = lattice.tokens.lower
    if {"its", "their"}.isdisjoint(lower[match.start : match.end]):
        return False
    named = [edge for edges in lattice.edges[: match.start] for edge in edges if edge.kind in ("party", "own")]
    last = max(
        (edge for edge in named if edge.start < edge.end <= match.start), key=lambda edge: edge.end, default=None
    )
    other = last is not None and last.entity != fact.subject
    return other and last is not None and "who" in lower[last.end : last.end + 1]


def _is_only_understood(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether nobody stands where a phrase ends in somebody: "Ann Lee, a member of parliament, was killed"."""
    last = match.slots[-1][1] if match.slots else None
    return last is not None and last.kind == "person" and last.start == last.end == match.end


def _is_of_whom_it_goes_on_with(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "and" brings in another subject: "it won 13 seats, and Ann Lee, its nominee, polled 14%"."""
    if not has_no_subject(match):
        return False
    lower, subject = lattice.tokens.lower, match.slots[0][1]
    opened = max((at + 1 for at in range(subject.start) if lower[at] == ";"), default=0)
    return any(
        edge.kind in ("person", "family-name") and not edge.items and edge.entity != subject.entity
        for at in range(opened + 1, subject.start - 1)
        if lower[at] == "and" and lower[at - 1] == ","
        for edge in lattice.edges[at + 1]
        if lower[edge.end : edge.end + 1] == (",",) and edge.end < subject.start
    )


def _is_of_which(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office is in a body named before: "joined the Red League, of which she was elected chair"."""
    lower, start = lattice.tokens.lower, match.start
    owned = any(mention.entity == fact.subject and mention.end > mention.start for _, mention in match.slots)
    if owned or lower[max(0, start - 2) : start] != ("of", "which"):
        return False
    before = (edge for edges in lattice.edges[: start - 2] for edge in edges if edge.end > edge.start)
    return not any(edge.kind == "own" and edge.end in (start - 3, start - 2) for edge in before)


def _is_of_somebody_elses_body(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "its" need not be the party's: "the Red Party lost. Its leaders, Ann Lee and Bo Chan, left"."""
    if any(mention.kind in ("own", "own-possessor") for _, mention in match.slots):
        return False
    lower = lattice.tokens.lower
    its = next((at for at in range(match.start, min(match.end, OPENING)) if lower[at] == "its"), None)
    opens = its is not None and (its == 0 or lower[its - 1] in ("of", "among"))  # not "Chan was its leader"
    return its is not None and opens and lattice.at(its, "own-possessor") is None


def _have_each_an_office(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether each of several has an office of his own: "Ann Lee as deputy, Bo Chan as director and Tom Fox"."""
    several = [mention for _, mention in match.slots if len(mention.items) > 1]
    return any("as" in lattice.tokens.lower[mention.start : mention.end] for mention in several)


def _is_of_what_stands_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "whose leader" stands behind another name: "with Lee of The Network, whose leader was Bo Chan"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    told = range(max(2, match.start), match.end - 1)
    places = [at for at in told if lower[at - 1 : at + 1] == (",", "whose") and lattice.at(at + 1, "role") is not None]
    before = [(edge, at) for at in places for edges in lattice.edges[max(0, at - NEAR) : at - 1] for edge in edges]
    own = {at for edge, at in before if edge.end == at - 1 and edge.entity == fact.subject}
    # "The Blue Party is a party in Ghana, whose leader is Ann Lee": a description has the party that it describes.
    own |= {mention.start for _, mention in match.slots if mention.kind == "own" and mention.start == mention.end}
    return any(words[at - 2][0].isupper() and at not in own for at in places)


def _is_of_whom_is_open(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether whose officer somebody was is open: "the Azure Society was formed; Ann Lee was its secretary"."""
    if any(mention.kind in ("own", "own-possessor", "party", "possessor") for _, mention in match.slots):
        return False
    lower = lattice.tokens.lower
    places = [at for at in range(match.start, match.end) if lower[at] in ("its", "their")]
    unsure = any(all(edge.entity != fact.subject for edge in lattice.edges[at]) for at in places)
    return unsure and any(edge.kind == "other-party" for edges in lattice.edges[: match.start] for edge in edges)


def _is_a_thing(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name is that of a thing, by its article: "Ann Lee, editor of the Azure Star, joined it"."""
    lower, words, name = lattice.tokens.lower, lattice.tokens.words, tuple(fact.subject.name.split())
    reach = range(min(match.end, len(words) - 1))
    return any(lower[at] == "the" and words[at + 1 : at + 1 + len(name)] == name for at in reach)


CHECKS = (
    *asked_of(("member", "elected", "nominated"), _is_a_thing),
    *asked_of(("founder", "leader", "elected", "member"), _is_of_another_person, _is_of_whom_it_names_last),
    *asked_of(("founder", "founded", "leader", "elected", "electionResult"), _is_of_whom_it_goes_on_with),
    *asked_of(
        ("leader",),
        _only_acts,
        _has_an_office_of_his_own,
        _is_of_the_next,
        _has_a_bracket,
        _has_come_back,
        _is_of_whom_it_left,
        _is_of_a_body_before,
        _is_of_the_one_before,
        _is_of_a_rival,
        _is_of_whom_they_left,
        _is_of_which,
        _is_of_what_stands_before,
        _have_each_an_office,
        _is_of_whom_is_open,
    ),
    *asked_of(("leader", "member", "founder"), _is_of_somebody_elses_body),
    *asked_of(("elected",), _is_of_the_party_in_brackets, _was_elected_at_other_times, _is_only_understood),
    *asked_of(("defectedTo",), _are_several_before),
    *asked_of(("nominated",), _is_named_to_another_vote),
    *asked_of(("endorsed",), _is_only_support),
)
