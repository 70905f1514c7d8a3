"""Tells where a name may be cut short, be somebody else's, or be no name of a body."""

from __future__ import annotations

from partygraph.extraction.prose.doubts import cutnames
from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.extraction.prose.tokens import capital, tokenise
from partygraph.model import Entity, Fact, written
from partygraph.rules import labels, lexicon

WINGS = ("youthWing", "studentWing", "womensWing", "peasantWing")
CUT = ("rank", "region", "foundedPlace", "abbreviation", "nativeName", "newspaper", "symbol", *WINGS)
"""Predicates whose objects are titles, places or pictures, of which more words may follow."""
JOINING = (("and",), ("&",))
NOUNS = lexicon.words("party-noun") | lexicon.words("alliance-noun") | {"congress", "movement", "union"}
MARKS = tuple((mark,) for mark in "\"“”'‘’«»")
NEAR = 6
"""How far behind a match the name can stand that its pronoun is for, in words."""
TIES = frozenset({"in", "of", "for", "and"})
SMALL = TIES | {"the"}
REACH = 10
"""How many words a name has at most."""
EARLIER = frozenset({"earlier", "previous", "older", "former"})
LATER = (("second",), ("third",), ("fourth",), ("different",))
HAPPENED = frozenset({"became", "broke", "came", "fell", "left", "lost", "split", "took", "went", "won"})
"""What bodies did that "as" tells, among verbs that do not end in "ed"."""
PAPERS = lexicon.words("newspaper-noun")
FEWEST = 3
"""How many words in brackets are a whole name, and not only what tells one body from another."""


def _is_namesake(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a match begins with an earlier party of the same name: "the original Blue Party was founded in"."""
    party = match.slots[0][1] if match.slots else None
    named = party is not None and party.kind in ("own", "party")
    # "The original Blue Party that was founded in": the subject is only implied, and the name stands before.
    reach = (
        range(party.start, party.start + 1)
        if named and party is not None and party.end > party.start
        else range(party.start if named and party is not None else match.start)
    )
    # "At first the Blue Party was small": the article parts the name from the word.
    lower = lattice.tokens.lower
    return any(
        at
        and edge.kind == "own"
        and edge.end - at > 1
        and lower[at] != "the"
        and lower[at - 1] in lexicon.words("namesake")
        for at in reach
        for edge in lattice.edges[at]
    )


def _is_one_of_several(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party is only one that had the name: "an earlier Azure Party had been formed in 1922"."""
    lower = lattice.tokens.lower
    named = [one for _, one in match.slots if one.entity == fact.subject and one.end > one.start]
    leading = [lower[max(0, one.start - 2) : one.start + 2] for one in named]
    return any(
        words[at] in ("a", "an") and words[at + 1] in EARLIER for words in leading for at in range(len(words) - 1)
    )


def _is_behind_quotes(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word in quotation marks stands before a name: "the “Registered” Blue Party"."""
    return at > 2 and words[at - 3 : at - 2] in MARKS and words[at - 1 : at] in MARKS and words[at - 2][0].isupper()


def _is_of_another_of_the_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the sentence has spoken of a namesake: "another Blue Party, led by Ann Lee, was registered in"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    for edges in lattice.edges[: match.end]:
        for edge in edges:
            if edge.kind != "own" or edge.start >= match.end:
                continue
            before = lower[max(0, edge.start - 2) : edge.start]
            if before[:1] in (("a",), ("the",)) and before[1:] in LATER:
                return True  # "A third BP was founded in 2011"
            if before[-1:] in (("another",), ("different",)) or before == ("a", "new"):
                return True  # "A new BP existed from 1953 until 1962"
            if before == (",", "the") and "another" in lower[max(0, edge.start - 5) : edge.start]:
                return True  # "Another breakaway, the Blue Party of Walden (BPW), followed"
            if edge.end - edge.start < 2:
                continue
            behind = words[edge.end + 1 : edge.end + 2] if lower[edge.end : edge.end + 1] == ("(",) else ()
            if _is_behind_quotes(words, edge.start) and words[edge.end : edge.end + 1] not in MARKS:
                return True  # "the “Registered” Blue Party, whose leader is Ann Lee"
            told = behind and behind[0].lower() in lexicon.words("distinction") and behind[0][0].isupper()
            told = told and not _is_its_own_distinction(lattice, edge)
            if told or before[-1:] in (("a",), ("an",)):
                return True
    return False


def _is_its_own_distinction(lattice: Lattice, own: Mention) -> bool:
    """Tell whether a bracket tells the party from no namesake: "New Blue Party (New BP)", "the Azul (New Azure Party)".

    The first has a word of the party's title, the second what its name means.
    """
    words = lattice.tokens.words
    end = next((at for at in range(own.end + 1, len(words)) if words[at] == ")"), own.end + 1)
    title = tokenise(own.entity.name).words if own.entity is not None else ()
    means = end - own.end > FEWEST and words[end - 1].lower() in lexicon.words("party-noun")
    return means or words[own.end + 1] in title


def _names_half(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a place is one of several that a noun behind them names: "in Abo and Bebo counties"."""
    lower = lattice.tokens.lower
    return lower[match.end : match.end + 1] != () and (
        lower[match.end].removesuffix("s").removesuffix("ie") in lexicon.words("place-noun")
        or lower[match.end] in ("counties", "cities", "municipalities", "territories")
    )


def _is_cut_short(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a title or a picture goes on: "the weekly La Voix élargie", "a smiling sun over a rainbow"."""
    behind = lattice.tokens.lower[match.end : match.end + 1]
    if not behind:
        return False
    if fact.predicate in ("rank", "region") and behind[0] in lexicon.words("place-noun"):
        # "The largest party in the Abo region"
        return True
    if fact.predicate == "foundedPlace" and behind[0][0].isdigit():
        return True  # "Formed in Aban 1321": a month of another calendar
    if fact.predicate == "abbreviation" and behind == ("(",) and lattice.tokens.words[match.end - 1].isupper():
        inner = lattice.tokens.words[match.end + 1 : match.end + 3]
        return len(inner) == 2 and inner[0].isupper() and inner[0].isascii() and inner[1] == ")"  # "the NSP (U)"
    if fact.predicate == "region" and behind == ("of",):
        # "The Autonomous Region of Walden" is not whole; the Western Province of a country is.
        after = match.end + 1 + (lattice.tokens.lower[match.end + 1 : match.end + 2] == ("the",))
        whole = after < len(lattice.tokens) and lattice.at(after, "country") is not None
        noun = lattice.tokens.lower[match.end - 1]
        return noun in lexicon.words("place-noun") and not whole and written(fact.object) not in lexicon.territories()
    if (
        fact.predicate == "nativeName"
        and "," not in written(fact.object)
        and any("," in lattice.tokens.words[part.start : part.end] for _, one in match.slots for _, part in one.parts)
    ):
        return True  # "The Azul Party, Nepal (Azul, Nepal)": the comma is in both names
    small = lattice.tokens.words[match.end].islower()
    latin = fact.predicate == "nativeName" and small and written(fact.object)[-1:] < "\u0250"
    if (latin or fact.predicate in WINGS) and behind[0].islower():
        return behind[0] not in cutnames.plain_words()  # "Is called Bacha ba BP"
    if fact.predicate == "newspaper" and behind[0].islower() and lattice.tokens.words[match.end + 1 : match.end + 2]:
        cut = behind[0].isalpha() and behind[0] not in cutnames.plain_words()
        if cut and (behind[0] not in PAPERS or lattice.tokens.words[match.end + 1][0].isupper()):
            return True  # "The daily O Clamor do Norte", "the organ was Azurský hlas, edited in"
    foreign = behind[0].isalpha() and not behind[0].isascii()
    return (fact.predicate == "newspaper" and foreign) or (
        fact.predicate == "symbol" and behind[0] in lexicon.words("picture-link")
    )


def _goes_on_with_a_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name may go on behind "and" or "of": "its union is Azure Workers and Peasants of Walden"."""
    words, lower, end = lattice.tokens.words, lattice.tokens.lower, match.end
    after = end + 1 + (lower[end : end + 2] == ("of", "the"))
    if lower[end : end + 1] not in (("and",), ("of",), ("for",), ("&",)) or after >= len(words):
        return False
    last = match.slots[-1][1] if match.slots else None
    named = (
        last is not None and last.end == end and written(fact.object) in (last.name, *(one.name for one in last.items))
    )
    return named and words[after][0].isupper()


def _is_what_somebody_is_of(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name only says of what the person behind it is: "by former Azurat Chamber member Ann Lee"."""
    words = lattice.tokens.words
    ends = [
        item.end
        for _, mention in match.slots
        for item in (mention.items or (mention,))
        if item.kind == "person" and item.entity in (fact.subject, fact.object)
    ]
    nouns = (
        "member",
        "members",
        "mp",
        "deputy",
        "politician",
        "councillor",
        "activist",
        "leader",
        "candidate",
        "nominee",
    )
    return any(
        words[end : end + 1] != () and words[end].lower() in nouns and not _are_letters_behind(words, end)
        for end in ends
    )


def _are_letters_behind(words: tuple[str, ...], at: int) -> bool:
    """Tell whether letters follow a name that nobody's name follows: "founded by Ann Lee MP, it won"."""
    return words[at].isupper() and words[at + 1 : at + 2] != () and not words[at + 1][0].isupper()


def _is_no_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name is only a kind of thing: "was formed as an Azure Dockers Union"."""
    target = written(fact.object)
    named = [mention for _, mention in match.slots if mention.name == target]
    lower = lattice.tokens.lower
    return any(
        {"a", "an"} & set(lower[max(0, one.start - 1) : one.start + 1])
        and not {"called", "named"} & set(lower[one.start : one.end])  # "a study circle called Azuri"
        for one in named
    )


def _is_a_time(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "as" opens a clause: "was founded in 1990, as the Azure League turned itself into the Red Party".

    What follows may only say more of the name: "as the Azure League led by Ann Lee".
    """
    target, lower = written(fact.object), lattice.tokens.lower
    for one in (mention for _, mention in match.slots if mention.name == target):
        as_before = lower[one.start - 1 - (lower[one.start - 1] == "the")] == "as" if one.start > 1 else False
        verb, after = lower[one.end : one.end + 1], lower[one.end + 1 : one.end + 2]
        if not as_before or not verb:
            continue
        goes_on = after != () and after[0] in lexicon.words("preposition")
        if verb[0] in AUXILIARIES | HAPPENED or (verb[0].endswith("ed") and not goes_on):
            return True
    return False


def _is_an_attribute(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an ally's name belongs to the noun behind it: "was aligned with the Renova television channel"."""
    if not isinstance(fact.object, Entity):
        return False
    words, known = lattice.tokens.words, cutnames.plain_words()
    ends = [one.end for _, one in match.slots if one.kind == "group" and one.entity == fact.object]
    behind = [words[end] for end in ends if end < len(words)]
    return any(word.isalpha() and word.islower() and word not in known for word in behind)


def _opens_a_series(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what stands there may only begin a name: "called Azure, Wood and Water", "of Azul, Ost & Sur".

    A longer one may do so where it ends with no word for a body and the last of the series with one: "its official
    name was Catholic Farmers, Smallholders, and Civic Party".
    """
    target, words = written(fact.object), lattice.tokens.words
    ends = [one.end for _, one in match.slots if lattice.tokens.show(one.start, one.end).removeprefix("the ") == target]
    for end in ends:
        four = tuple(word for word in words[end : end + 6] if word != "the")
        four = (*four[:2], *(four[3:] if four[2:3] == (",",) else four[2:]))[:4]
        if len(four) < 4 or four[0] != "," or four[2] not in ("and", "&"):
            continue
        if not (four[1][0].isupper() and four[3][0].isupper()):
            continue
        last = end + 1
        while last < len(words) and (words[last][0].isupper() or words[last] in (",", "and", "&")):
            last += 1
        while words[last - 1] in (",", "and", "&"):
            last -= 1
        if " " not in target or words[end - 2] == "of":
            return True
        if words[end - 1].lower() not in NOUNS and words[last - 1].lower() in NOUNS:
            return True
    return False


def _is_half_of_a_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "and" may stand within one name: "the Blue Party, or Justice and Development Party".

    Of two names the first ends with a noun for a party, or the second has an article of its own.
    """
    target, words = written(fact.object), lattice.tokens.words
    size = len(tokenise(target).words)
    own = [mention for name, mention in match.slots if name == "own"]
    for start in range(match.start, match.end - size + 1):
        end = start + size
        within = any(mention.start <= start < mention.end for mention in own)  # "the Country and Producers League"
        if within or lattice.tokens.show(start, end) != target:
            continue
        joins = words[end : end + 1] in JOINING and words[end + 1 : end + 2] != () and capital(words[end + 1])
        if joins and words[end - 1].lower() not in NOUNS:
            return True
        joined = start > match.start + 1 and words[start - 1 : start] in JOINING and capital(words[start - 2])
        if joined and words[start - 2].lower() not in NOUNS:
            return True
    return False


def _is_a_longer_namesake(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party with the article's title in its name took another one: "The Old Blue Party was renamed".

    "Founded as the Old Blue Party, it" tells of the party's own name.
    """
    old = next((mention for name, mention in match.slots if name == "old"), None)
    own = next((mention for name, mention in match.slots if name == "own"), None)
    if old is None or own is None or old.start > own.start or fact.subject.name not in old.name:
        return False
    before = [word for word in lattice.tokens.lower[max(0, old.start - 2) : old.start + 1] if word != "the"]
    return "as" not in before


def _is_a_nickname(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether founders are only called something: "formed by \"Grey Fellows\" who disliked the pact"."""
    items = [item for _, mention in match.slots for item in (mention.items or (mention,))]
    named = (item.start for item in items if item.entity == fact.object)
    return any(lattice.tokens.words[start - 1 : start] in (('"',), ("“",), ("”",)) for start in named)


def _is_of_the_last_named(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another name is that of the body before it: "within the Red Alliance, commonly called the Bloc".

    A bracket can stand between: "with the Red Party (Partido Rojo), formerly known as the Azure Way".
    """
    own = match.slots[0][1] if match.slots else None
    lower = lattice.tokens.lower
    if own is None or own.end > own.start or lower[own.start - 1] != ",":
        return False
    end = own.start - 1
    if lower[end - 1] == ")":
        end = next((at for at in range(end - 1, max(0, end - REACH), -1) if lower[at] == "("), end)
    before = (edge for edges in lattice.edges[max(0, end - REACH) : end] for edge in edges)
    return any(edge.end == end and edge.kind == "other-party" for edge in before)


def _has_initials(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether initials and more of a name stand behind one: "its founder was Orang Kaya (OK) Sundang"."""
    words = lattice.tokens.words
    items = [item for _, mention in match.slots for item in (mention.items or (mention,))]
    ends = (item.end for item in items if item.kind == "person" and item.entity == fact.object)
    behind = (words[end : end + 3] for end in ends)
    return any(three[::2] == ("(", ")") and three[1].isupper() for three in behind)


def _are_half_the_initials(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether initials have more of them in brackets behind: "the party, BP (UL) for short"."""
    words, name = lattice.tokens.words, written(fact.object)
    behind = (words[one.end : one.end + 3] for _, one in match.slots if one.name == name)
    # In other letters they are the same ones once more: "abbreviated BP (БП)".
    return any(three[::2] == ("(", ")") and three[1].isupper() and three[1].isascii() for three in behind)


def _is_of_the_other_one(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party lacks what tells the title from its like: "the Azure Congress (AC)", and not "(Left)"."""
    if not labels.is_distinction(fact.subject.name):
        return False
    bare = labels.undisambiguated(fact.subject.name)
    owners = (part for _, mention in match.slots for name, part in mention.parts if name == "party")
    return any(lattice.tokens.show(own.start, own.end).removeprefix("the ") == bare for own in owners)


def _is_of_a_longer_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the title only begins a name, as its initials tell: "led the Azure Rally in the Republic (ARR)"."""
    for edges in lattice.edges[: match.end + NEAR]:
        named = next((edge for edge in edges if edge.kind == "own" and edge.end - edge.start > 1), None)
        if named is not None and _is_abbreviated_with_more(lattice.tokens.words, named.start, named.end):
            return True
    return False


def _is_abbreviated_with_more(words: tuple[str, ...], start: int, end: int) -> bool:
    """Tell whether a name goes on to a bracket with more initials than it has: "Azure Rally in the Republic (ARR)"."""
    bracket = next((at for at in range(end, min(end + 7, len(words) - 2)) if words[at] == "("), 0)
    between = words[end:bracket]
    if not between or between[0] not in TIES or between[:2] == ("and", "the") or not between[-1][0].isupper():
        return False
    short = words[bracket + 1] if words[bracket + 2] == ")" else ""
    initials = sum(word[0].isupper() and word != "The" for word in words[start:end])
    return short.isupper() and len(short) > initials and all(word[0].isupper() or word in SMALL for word in between)


CHECKS = (
    *asked_of((), _is_namesake, _is_one_of_several, _is_of_a_longer_name, _is_of_another_of_the_name, cutnames.is_part),
    *asked_of(
        ("founder", "leader", "member", "elected", "nominated", "endorsed"),
        _is_what_somebody_is_of,
    ),
    *asked_of(("abbreviation", "nativeName"), _is_of_the_other_one),
    *asked_of(("abbreviation",), _are_half_the_initials),
    *asked_of(("founder",), _is_a_nickname),
    *asked_of(("founder", "leader"), _has_initials),
    *asked_of(("strongholdIn",), _names_half),
    *asked_of(CUT, _is_cut_short),
    *asked_of((*WINGS, "labourWing", "newspaper", "symbol"), _goes_on_with_a_name),
    *asked_of(("renamedTo", "formerName"), _is_no_name),
    *asked_of(("altName", "renamedTo", "formerName"), _opens_a_series, _is_half_of_a_name),
    *asked_of(("formerName",), _is_a_longer_namesake, _is_a_time),
    *asked_of(("alliance",), _is_an_attribute),
    *asked_of(("altName", "formerName"), _is_of_the_last_named),
)
