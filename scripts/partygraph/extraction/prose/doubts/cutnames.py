"""Tells where a name may be only a part of a longer one: "Party of Miners" in "Party of Miners and Smelters"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.names.namekinds import institutions
from partygraph.extraction.prose.subjects import AUXILIARIES, followers
from partygraph.model import Entity, Fact, Kind, written
from partygraph.rules import lexicon

NAMES = frozenset(
    {
        *("renamedTo", "formerName", "alliance", "mergedInto", "mergedFrom", "splitFrom", "successor", "predecessor"),
        *("founded", "founder", "dissolved", "electionResult", "defectedTo", "ideology", "position", "leader"),
    }
)
"""Predicates that hold between parties, or that may be told of a party that is named in passing."""
LINEAGE = frozenset({"mergedInto", "mergedFrom", "splitFrom", "successor", "predecessor"})
VIEWS = ("marxist", "leninist", "trotskyist", "maoist", "stalinist", "titoist", "fascist", "islamist", "separatist")
"""Ends of adjectives for views after which few parties are named, and many are called what they are."""
FEW = 2
BODIES = frozenset({"party", "other-party", "peer", "organisation", "group", "alliance", "bodies", "name"})
MARKS = frozenset({"'", "'s", "’", "’s"})
SINGLE = frozenset({"party", "union", "league", "movement"})
"""What one body is called, and not several."""
FOREIGN = lexicon.words("foreign-noun") | lexicon.words("foreign-word") | lexicon.words("foreign-body")
"""Words by which one knows that a name is native."""
DISTINCTIONS = lexicon.words("distinction")
FOLLOWERS = ("ist", "ists")
PARTIES = tuple(sorted(lexicon.words("foreign-noun")))
"""What such words end with: "Folkeparti"."""


def is_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party that a fact is about is named by a part of its name, or by two of a list that is none."""
    return (
        _is_half_a_name(lattice, match, fact)
        or _is_its_own_end(fact)
        or _is_inside_quotes(lattice, match, fact)
        or _is_one_name_in_two(match, fact)
        or any(
            _is_tail(lattice, item)
            or _is_half_of_an_alliance(lattice, item, fact)
            or _goes_on(lattice, item, whole)
            or _may_be_one(lattice, item, whole)
            or _begins_a_clause(lattice, item, whole)
            or _is_an_adjective(lattice, item)
            or _opens_with_a_view(lattice, item)
            or _is_spelled_beyond(lattice, item)
            or _is_one_adjective_of_a_name(lattice, item, whole)
            for item, whole in _bodies(lattice, match, fact)
        )
    )


def _is_half_of_an_alliance(lattice: Lattice, item: Mention, fact: Fact) -> bool:
    """Tell whether the name of an alliance goes on behind "and": "ran within the coalition Coast and Land".

    A single word in front of a purpose may be the first of a slogan: "formed the coalition United to change Azuria".
    """
    words, end = lattice.tokens.words, item.end
    single = fact.predicate == "alliance" and " " not in item.name and not item.name.isupper()
    if single and words[end : end + 1] == ("to",) and words[end + 1 : end + 2] != () and words[end + 1].islower():
        return True
    behind = (edge for edge in lattice.edges[item.end - 1 - item.name.count(" ")] if edge.kind == "alliance")
    return fact.predicate == "alliance" and any(edge.name.startswith(f"{item.name} and ") for edge in behind)


def _is_its_own_end(fact: Fact) -> bool:
    """Tell whether a party would merge into or come from what it is called itself, without the place of its name."""
    if fact.predicate not in LINEAGE:
        return False
    own, other = fact.subject.name.partition(" (")[0], written(fact.object)
    place = own.removesuffix(f" {other}")
    return place != own and (place in lexicon.territories() or place in lexicon.demonyms())


def _opens_with_a_view(lattice: Lattice, item: Mention) -> bool:
    """Tell whether a name may begin behind its first word, an adjective: "the Trotskyist Red Workers' Party"."""
    first = item.start + (lattice.tokens.lower[item.start] == "the")
    words = lattice.tokens.words[first : item.end]
    led = first > item.start or lattice.tokens.lower[first - 1 : first] == ("the",)
    return led and len(words) > FEW and words[0].lower().endswith(VIEWS)


def _bodies(lattice: Lattice, match: Match, fact: Fact) -> Iterator[tuple[Mention, Mention]]:
    """Yield the mentions of other bodies that a fact rests on, each with the list in which it stands."""
    if fact.predicate not in NAMES:
        return
    told = (fact.subject.name, written(fact.object))
    for _, slot in match.slots:
        mention = slot.part("party") or slot if slot.kind == "styled" else slot
        for item in mention.items or (mention,):
            if item.kind not in BODIES or item.name not in told:
                continue
            if item.end > item.start:
                yield item, mention
                continue
            # A subject that is only understood has its name before.
            before = [edge for edges in lattice.edges[: match.start] for edge in edges if edge.entity == item.entity]
            named = max((edge for edge in before if edge.end > edge.start), key=lambda edge: edge.start, default=None)
            if named is not None and named.kind in BODIES:
                yield named, named


def _is_an_adjective(lattice: Lattice, item: Mention) -> bool:
    """Tell whether a word only says of what sort the party named behind it is: "left the Christian party New Dawn"."""
    words = lattice.tokens.words[item.end : item.end + 2]
    if len(words) < 2 or not words[1][:1].isupper():
        return False
    goes_on = " " not in item.name and words[0] in ("the", "for")  # "Save the Lake Coalition"
    return goes_on or words[0] in lexicon.words("party-noun") | {"movement"}


def _is_one_adjective_of_a_name(lattice: Lattice, item: Mention, whole: Mention) -> bool:
    """Tell whether single words in a list end with one party's noun: "the Republican, Radical and Socialist Party"."""
    lower, edges = lattice.tokens.lower, lattice.edges[item.start]
    for one in (whole,) if whole.items else tuple(edge for edge in edges if edge.kind == "bodies"):
        starts = [part.start + (lower[part.start] == "the") for part in one.items]
        opens = [at for at, start in enumerate(starts) if lower[start - 1] == "the"]
        for first, behind in pairwise((*opens, len(starts))):
            single = all(one.items[at].end - starts[at] == 1 for at in range(first, behind - 1))
            ends = lower[one.items[behind - 1].end - 1] in SINGLE
            within = any(part.start <= item.start < part.end for part in one.items[first:behind])
            if behind - first > 2 and single and ends and within:
                return True
    return False


def _is_tail(lattice: Lattice, item: Mention) -> bool:
    """Tell whether a name ends a longer one: "Concertation of Parties for the No", "the Voters' Community"."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    start = item.start + (lower[item.start] == "the")
    before = start - 1 - (lower[start - 1 : start] == ("the",))
    if before < 1:
        return False
    longer = (edge for edge in lattice.edges[before] if edge.end == item.end and edge.kind in BODIES)
    if words[before][0].isupper() and any(longer):
        return True  # "the New Front for the Plain"
    if before == 1 and lower[1:3] == ("of", "the") and item.end - start == 1:
        return not words[start].isupper()  # "Bread of the People is an ally", and not "Members of the PRA"
    if before < 2 or not words[before - 1][0].isupper():
        return False
    if lower[before] in ("and", "&") and lower[before - 2] == "the":
        # "The Forum and Equity Party": whether the first is a name of its own, nobody knows.
        return not any(edge.end == before for edges in lattice.edges[max(0, before - 8) : before] for edge in edges)
    if lower[before] in MARKS and (item.end - start == 1 or words[before - 1] in lexicon.territories()):
        return True  # "Latvia's First Party"
    if lower[before] in ("and", "&") and lower[before - 3 : before - 1] == ("name", "of"):
        return True  # "by the name of Centre and Azure Union" is one name, and not two
    if lower[before] not in ("of", "for") or before - 1 == 0:
        return False
    if lower[before - 1] in lexicon.words("meeting") and _is_numbered(lattice, before - 1):
        return False  # "At the 8th Congress of the Azure Party"
    titled = any(
        edge.kind in ("role", "office", "public-office", "person", "body") and edge.end == before
        for edges in lattice.edges[max(0, before - 4) : before]
        for edge in edges
    )
    return not titled


def _is_numbered(lattice: Lattice, at: int) -> bool:
    """Tell whether a number in a row stands before a word: "the 8th Congress"."""
    before = lattice.edges[max(0, at - 3) : at]
    return any(edge.kind == "ordinal" and edge.end == at for edges in before for edge in edges)


def _goes_on(lattice: Lattice, item: Mention, whole: Mention) -> bool:
    """Tell whether a name goes on behind: "Party of Patriots of the Steppe", "Agrarian and Regionalist Party"."""
    words, lower, end = lattice.tokens.words, lattice.tokens.lower, item.end
    small = words[end] if end < len(words) - 1 and words[end + 1][0].isupper() else ""
    if small.isalpha() and small.islower() and small not in plain_words():
        return True  # "Spolu pre Región", "O Clamor do Norte"
    if not words[end - 1].isascii() and words[end : end + 1] and words[end].isalpha() and words[end].islower():
        return words[end] not in plain_words()  # "grew out of the Comité bleu clair"
    if small_noun := words[end] if end < len(words) and words[end].isalpha() and words[end].islower() else "":
        people = words[end - 1] in lexicon.demonyms() or words[end - 1] == "Soviet"
        if people and lower[end - 2] in ("the", "of") and small_noun not in plain_words():
            return True  # "the Azure Party of the Soviet era"
    if words[end : end + 3][::2] == ("in", "(") and small and words[end + 1] not in lexicon.territories():
        return True  # "the Front for an Azuria in Solidarity (FAS)"
    if end >= len(words) - 1 or lower[end] not in ("of", "and", "&", "is"):
        return False
    if lower[end] == "is":
        return words[end + 1][0].isupper()  # "Democracy is Freedom"
    after = end + 1 + (lower[end] == "of" and lower[end + 1] == "the")
    if after >= len(words) or not words[after][0].isupper() or (lower[end + 1] == "the" and lower[end] != "of"):
        return False
    if lower[end] == "of" and lower[end + 1] == "the":
        return True  # "the Social Party for the Advance of the Azure Masses"
    if lower[end] == "of":
        leader = lattice.at(after, "person")
        behind = words[leader.end : leader.end + 2] if leader is not None else ()
        if behind[:1] == ("and",) and behind[1:] and behind[1][0].isupper():
            return True  # "the Azure Party of Cattle Breeders and Peasants"
        if leader is not None and lower[leader.end - 1].removesuffix("s") in institutions():
            return True  # "the Azure League of Relief Committees"
        if leader is not None and leader.end - after == 2 and lower[after + 1].endswith("ers"):
            return True  # "the Azure Party of Private Owners", though it may be Ann Rogers'
        return leader is None or words[after] in lexicon.territories()
    if any(other.start in (after, after - 1) for other in whole.items if other is not item):
        return False
    person = lattice.at(after, "person")
    if person is not None and _is_named_after_somebody(lattice, item):
        return True  # "the Bloc of Ann Lee and Bo Chan"
    if person is not None and not lexicon.words("name-matter").isdisjoint(lower[person.start : person.end]):
        return True  # "the Movement for Defence of Azure and Civic Rights"
    # "Merged into the Red Party and Ann Lee became its leader" begins another clause.
    return person is None or person.end - after < 2 or lower[person.end : person.end + 1] == ("party",)


def _is_spelled_beyond(lattice: Lattice, item: Mention) -> bool:
    """Tell whether initials behind a comma are of both of its sides: "Azure Way, Broad Entity (AWBE)"."""
    words, end = lattice.tokens.words, item.end
    if words[end : end + 1] != (",",) or not words[end + 1 : end + 2] or not words[end + 1][0].isupper():
        return False
    bracket = next((at for at in range(end + 2, min(end + 6, len(words) - 1)) if not words[at][0].isupper()), 0)
    if not bracket or words[bracket] != "(" or not words[bracket + 1].isupper():
        return False
    initials = "".join(word[0] for word in words[item.start : bracket] if word[0].isupper())
    beyond = bracket - end - 1
    return len(words[bracket + 1]) > beyond and initials.endswith(words[bracket + 1])


def _may_be_one(lattice: Lattice, item: Mention, whole: Mention) -> bool:
    """Tell whether the last two of a list may be one name: "the Initiative and Equity Party was integrated"."""
    if len(whole.items) < 2 or item not in whole.items[-2:]:
        return False
    lower, (first, second) = lattice.tokens.lower, whole.items[-2:]
    if len(whole.items) == 2 and (
        _has_more_initials(lattice, first, second) or _share_initials(lattice, first, second)
    ):
        return True
    if "the" in (lower[second.start], lower[second.start - 1]) or second.name.isupper() or first.name.isupper():
        return False
    if len(whole.items) == 2 and lower[whole.end : whole.end + 1] in (("was",), ("is",), ("has",)):
        return True
    if len(whole.items) == 2 and lower[whole.end : whole.end + 3] in ((",", "the", "party"), (",", "a", "party")):
        return True  # "together with Bread and Direct Freedom, the party of Bo Chan"
    if "the" not in (lower[first.start], lower[first.start - 1]):
        return False
    single = second.end - second.start == 1
    bare = institutions().isdisjoint(lower[first.start : first.end])
    return bare or (single and not {"for", "of"}.isdisjoint(lower[first.start : first.end]))


def _has_more_initials(lattice: Lattice, first: Mention, second: Mention) -> bool:
    """Tell whether initials behind two names are of both: "the Union of Azure and Centre Democrats (UACD)"."""
    words = lattice.tokens.words
    behind = words[second.end : second.end + 3]
    if behind[::2] != ("(", ")") or not behind[1].isupper() or {"of", "for"}.isdisjoint(words[first.start : first.end]):
        return False
    return len(behind[1]) > max(2, sum(word[0].isupper() for word in words[second.start : second.end]))


def _share_initials(lattice: Lattice, first: Mention, second: Mention) -> bool:
    """Tell whether initials behind two names are made of both: "joined Left and Democrats (LaD)"."""
    words = lattice.tokens.words
    behind = words[second.end : second.end + 3]
    if behind[::2] != ("(", ")"):
        return False
    capitals = [word[0] for one in (first, second) for word in words[one.start : one.end] if word[0].isupper()]
    return len(capitals) < 4 and [letter for letter in behind[1] if letter.isupper()] == capitals


def _is_named_after_somebody(lattice: Lattice, item: Mention) -> bool:
    """Tell whether the name of a body ends with what may be a person's: "the Bloc of Ann Lee"."""
    lower, end = lattice.tokens.lower, item.end
    return end - item.start > 3 and lower[end - 3] == "of" and institutions().isdisjoint(lower[end - 2 : end])


def _begins_a_clause(lattice: Lattice, item: Mention, whole: Mention) -> bool:
    """Tell whether a second name has a clause of its own: "in a pact with the Red Party, and Chan, a baker, won"."""
    lower, start = lattice.tokens.lower, item.start
    alone = len(whole.items) == 2 and item is whole.items[1] and item.end - start == 1
    return alone and lower[start - 2 : start] == (",", "and") and lower[item.end : item.end + 1] == (",",)


def _is_half_a_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a new or old name goes on in small letters or a number: "changed its name to Azul por Gales"."""
    if fact.predicate not in NAMES or (isinstance(fact.object, Entity) and fact.object.kind is Kind.ELECTION):
        return False  # Behind an election there may be any number: "in the 1990 election 12 seats went to the party".
    target = written(fact.object)
    words, known = lattice.tokens.words, plain_words()
    told = (target, fact.subject.name) if fact.predicate == "splitFrom" else (target,)
    behind = [words[one.end] for _, one in match.slots if one.name in told and one.end < len(words)]
    # "Movement for Ghana – Fair Future" and "Azure Labour Party (Anti-Federal)" go on.
    ends = [one.end for _, one in match.slots if one.name == target]
    called = fact.predicate in ("renamedTo", "formerName")
    cut = any(words[end : end + 1] in (("–",), ("—",), ("-",)) or is_told_apart(words, end, target) for end in ends)
    marked = called or fact.predicate in LINEAGE
    cut = cut or any(marked and _goes_on_behind_a_mark(lattice, end) for end in ends)
    quoted = [one.end for _, one in match.slots if one.name == target and one.kind == "quoted" and one.end < len(words)]
    if any(words[end][0].isupper() for end in quoted):
        return True  # went by the name of the "Azur" People's Movement
    return cut or any(word[0].isdigit() or (called and word[0].islower() and word not in known) for word in behind)


def _goes_on_behind_a_mark(lattice: Lattice, end: int) -> bool:
    """Tell whether a name goes on behind a colon, or a full stop without a space: "Azure: Hope", "Red Party.RP"."""
    tokens = lattice.tokens
    behind = tokens.words[end : end + 2]
    if len(behind) < 2 or not behind[1][:1].isupper():
        return False
    return behind[0] == ":" or (behind[0] == "." and tokens.starts[end + 1] == tokens.ends[end])


def _is_inside_quotes(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name is only a part of what stands in quotation marks: "Civic Accord for the Nation"."""
    if fact.predicate not in NAMES:
        return False
    target = written(fact.object)
    named = [one for _, one in match.slots if one.name == target and one.kind != "quoted"]
    quoted = [edge for edges in lattice.edges for edge in edges if edge.kind == "quoted" and edge.name != target]
    return any(edge.start < one.start < one.end < edge.end for one in named for edge in quoted)


def is_told_apart(words: tuple[str, ...], at: int, name: str) -> bool:
    """Tell whether what stands in brackets belongs to a name: "Azure Labour Union (Reformed)", "(Pir Lee)".

    Behind a name that is not English it may be the translation ("Azul (Blue)"), and behind one that is the native name
    ("Blue Party (Partido Azul)"); places and initials are none of it.
    """
    if words[at : at + 1] != ("(",):
        return False
    inner = words[at + 1 : next((end for end in range(at + 1, min(at + 5, len(words))) if words[end] == ")"), at)]
    if len(inner) > 1:
        plain = all(word[0].isupper() and word.isascii() and not word.isupper() for word in inner)
        native = any(word.lower() in FOREIGN or word.lower().endswith(PARTIES) for word in inner)
        few = 2 * len(inner) <= len(name.split())  # what the name is in another language has about as many words
        return plain and few and not native and _is_english(name)
    one = inner[0] if inner else ""
    if len(one) == 1 and one.isupper():
        return True  # "the Congress (I)"
    if not one[:1].isupper() or not one.isascii() or one.isupper():
        return False
    if one.lower() in DISTINCTIONS or one.lower().endswith(FOLLOWERS):
        return True  # "Janata Azul (Secular)"
    if "-" not in one and sum(letter.isupper() for letter in one) > 1:
        return False  # initials: "the Azure Accord of Walden (AAoW)"
    placed = one in lexicon.territories() or one in lexicon.demonyms()
    return "-" in one or (not placed and _is_english(name))


def _is_english(name: str) -> bool:
    """Tell whether a name has an English noun for a party, or ends with one for a movement."""
    words = name.lower().split()
    return not lexicon.words("party-noun").isdisjoint(words) or words[-1] in lexicon.words("movement-noun")


def _is_one_name_in_two(match: Match, fact: Fact) -> bool:
    """Tell whether two names may be halves of one: "renamed the Justice and Harvest Party", "set up Bread and Home"."""
    if fact.predicate == "splitFrom":
        new = next((mention for name, mention in match.slots if name == "new"), None)
        single = [item for item in new.items if item.end - item.start == 1] if new is not None else []
        return len(single) == 2 and any(item.entity == fact.subject for item in single)
    called = fact.predicate in ("renamedTo", "formerName", "mergedInto")
    listed = (item for name, mention in match.slots if name != "older" for item in mention.items if called)
    return any(item.name == written(fact.object) for item in listed)


@cache
def plain_words() -> frozenset[str]:
    """Return the words that can follow a name without being of it."""
    kinds = ("function-word", "preposition", "coordinator", "relative", "clause-opener")
    known = frozenset(word for kind in kinds for word in lexicon.words(kind)) | followers() | AUXILIARIES
    return known - {"no"} - lexicon.words("foreign-word")
