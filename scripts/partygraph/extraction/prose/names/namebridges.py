"""Carries a name over the small words inside it: "of", "for", "and", a possessive, a dash."""

from __future__ import annotations

from partygraph.extraction.prose.names.namekinds import institutions
from partygraph.extraction.prose.tokens import Tokens, capital
from partygraph.rules import lexicon

AIMING = (frozenset({"for"}), frozenset({"for", "of"}))
"""What can stand before an aim with "of", and before one with "of the"."""
NICKNAMED = {'"': '"', "“": "”", "(": ")"}
"""What can stand around what somebody is called, within his name, and how it is closed."""
LONGEST_NICKNAME = 2
RANKS = lexicon.words("rank")
CHAMBERS = lexicon.words("chamber-noun")


def bridged(tokens: Tokens, start: int, end: int, taken: frozenset[int]) -> int:
    """Carry a name over the small words inside it; returns ``end`` where the name is over."""
    lower = tokens.lower
    if lower[end] in ("'s", "'", "’s") and lower[start:end] == ("let",):
        return end + 1 + capital((*tokens.words[end + 1 : end + 2], "-")[0])  # "Let's Get Azuria Moving"
    if lower[end] in ("'s", "'"):
        return _over_possessive(tokens, start, end)
    if lower[end] in ("and", "&", ","):
        return _over_list(tokens, start, end)
    if lower[end] in NICKNAMED:
        return _over_nickname(tokens, start, end)
    if lower[end] in ("–", "—") and _is_dashed(tokens, start, end):
        return end + 2
    if lower[end] == "in" and "for" in lower[start:end] and _is_cause(tokens, start, end):
        return end + 2  # "the Association for Peace in Europe"
    if lower[end] == "for" and (lower[end - 1] in CHAMBERS or _is_for_district(tokens, end)):
        # "Elected to the National Assembly for Tilbrook": the seat is Tilbrook's, and the assembly is not.
        return end
    at = end
    while at < len(tokens) and at - end < 3 and lower[at] in lexicon.words("name-connector"):
        at += 1
    if at > end and lower[at - 1] == "for" and lower[at : at + 1] in (("a",), ("an",)):
        at += 1
    if (
        at == end
        or at >= len(tokens)
        or at in taken
        or not (tokens.words[at][0].isalpha() and capital(tokens.words[at]))
    ):
        return end
    if lower[at] in lexicon.words("month") or lower[end:at] == ("the",):
        return end  # "Within the Alliance of Azure Parties the BP won two seats"
    if lower[end:at] == ("of",) and lower[at] in RANKS and capital(tokens.words[min(at + 1, len(tokens) - 1)]):
        return end  # "the Azure Coalition of President Ann Lee"
    titled = at + (lower[at] in lexicon.words("person-title"))
    if lower[end:at] == ("of",) and end - start > 1 and _is_person(tokens, titled):
        return end  # "the Azure Labour Party of Allan Hendrickse", "of Bishop Allan Hendrickse"
    if any(word in lexicon.words("person-particle") for word in lower[end:at]) and not {"of", "for"} & set(
        lower[end:at]
    ):
        return at + 1
    if lower[end] in lexicon.words("foreign-connector"):
        # "Kodu ja Maa"
        return at + 1
    if lower[end] == "for" and lower[end - 1] in lexicon.words("body-noun") and _is_party_run(tokens, at):
        # "Elected to the City Council for the Red Party"
        return end
    if lower[end:at] == ("of",) and end - start == 1 and lower[start] in lexicon.words("place-noun"):
        # "The Division of Moore"
        return at + 1
    if lower[end - 2 : end + 2] == ("united", "states", "of", "america"):
        return end + 2
    if lower[end:at] in (("of",), ("of", "the")) and _is_aim(tokens, start, end, at):
        # "The Party for a Nation of Neighbours", "the Party of Friends of the Steppe"
        return at + 1
    if _institutional(lower[start:end]) or _is_of_country(tokens, start, end, at) or _is_spelled(tokens, start, at):
        return at + 1
    if lower[end] == "for" and start and capital(tokens.words[start]) and lower[start] in lexicon.words("name-opener"):
        return at + 1  # "it entered A New Azuria for All"
    if lower[end:at] in (("of",), ("of", "the")) and _is_land_of_a_cause(tokens, start, end, at):
        return at + 1
    return end


def _over_nickname(tokens: Tokens, start: int, end: int) -> int:
    """Go on over what a person is called: "Frederick "Sleepy" Smith", "William (Bill) Smith"; no body is called so."""
    words, lower = tokens.words, tokens.lower
    closes = next((at for at in range(end + 1, len(tokens)) if lower[at] == NICKNAMED[lower[end]]), 0)
    inside, behind = words[end + 1 : closes], words[closes + 1 : closes + 2]
    if not 0 < len(inside) <= LONGEST_NICKNAME or not behind:
        return end
    names = (*words[start:end], *inside, *behind)
    personal = all(word[0].isalpha() and capital(word) for word in names) and not any(map(str.isupper, inside))
    whole = " ".join(words[start:end]) in lexicon.territories()
    bodily = any(word in institutions() or word in lexicon.words("function-word") for word in map(str.lower, names))
    return closes + 2 if personal and not whole and not bodily else end


def _is_person(tokens: Tokens, at: int) -> bool:
    """Tell whether two words that no table has, or three and then a mark, may be somebody's name."""
    pair = tokens.words[at : at + 2]
    if len(pair) < 2 or not all(
        word.replace("-", "").isalpha() and word[0].isupper() and not word.isupper() for word in pair
    ):
        return False
    third, fourth, fifth = (*tokens.words[at + 2 : at + 5], "", "", "")[:3]
    if third == "and" and pair[1].endswith("s") and fourth[:1].isupper() and fourth.endswith("s"):
        return fifth[:1].isupper()  # "the Azure Party of Cattle Breeders and Peasants"
    if third[:1].isupper():
        pair = (*pair, third)  # "the Azure Labour Party of Gian Franco Verdi"
        plain = third.isalpha() and not third.isupper() and fourth in (",", ".", ";", "and", "(")
        return plain and all(word.lower() not in lexicon.vocabulary() for word in pair)
    return all(word.lower() not in lexicon.vocabulary() for word in pair)


def _is_aim(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Tell whether "of" goes on with what a body is for, by one word that is neither a place nor a person's."""
    body = any(word in institutions() for word in tokens.lower[start:end])
    last = tokens.words[at + 1 : at + 2]
    return (
        body
        and not AIMING[at - end - 1].isdisjoint(tokens.lower[max(start, end - 3) : end])
        and tokens.words[at] not in lexicon.territories()
        and not (last and last[0][:1].isupper())
    )


def _is_cause(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether "in Europe" ends the name of a body for something."""
    return (
        tokens.lower[end + 1 : end + 2] != ()
        and tokens.lower[end + 1] in lexicon.words("continent")
        and any(word in institutions() for word in tokens.lower[start:end])
    )


def _is_for_district(tokens: Tokens, at: int) -> bool:
    """Tell whether "for" goes on to a named district ("the Legislative Council for the Agricultural region")."""
    first = at + 1 + (tokens.lower[at + 1 : at + 2] == ("the",))
    last = first
    while last < len(tokens) and tokens.words[last][:1].isupper():
        last += 1
    return last > first and tokens.lower[last : last + 1] != () and tokens.lower[last] in lexicon.words("place-noun")


def _is_party_run(tokens: Tokens, at: int) -> bool:
    """Tell whether the capitalised words from a token on are a party's name by their last."""
    end = at
    while end < len(tokens) and (tokens.words[end][0].isupper() or tokens.lower[end] in ("'s", "'")):
        end += 1
    return end > at and tokens.lower[end - 1] in lexicon.words("party-noun")


def _is_land_of_a_cause(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Tell whether a body for something goes on to its land: "the Coalition for the Transformation of Azuria"."""
    lower = tokens.lower
    cause = next((place for place in range(start + 1, end) if lower[place] in ("for", "of")), 0)
    two = tokens.show(at, at + 2) if at + 1 < len(tokens) else ""
    return (
        cause > 0
        and lower[start - 1 : start] == ("the",)
        and lower[cause - 1] in institutions() - CHAMBERS
        and (tokens.words[at] in lexicon.territories() or two in lexicon.territories())
    )


def _is_spelled(tokens: Tokens, start: int, at: int) -> bool:
    """Tell whether initials behind a name are those of its words beyond a token ("Parasol for Urban Change (PUC)")."""
    bracket = next((end for end in range(at, min(at + 8, len(tokens) - 2)) if tokens.lower[end] == "("), 0)
    if not bracket or tokens.lower[bracket + 2] != ")" or len(tokens.words[bracket + 1]) < 3:
        return False
    return "".join(word[0] for word in tokens.words[start:bracket] if capital(word)) == tokens.words[bracket + 1]


def _is_of_country(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Tell whether a name goes on to its country ("the Young Renewers of Benin", "the United Opposition of Togo")."""
    side = tokens.lower[end - 1] in lexicon.words("side-noun")
    return (
        tokens.lower[end:at] == ("of",)
        and (end - start > 1 or side)
        and tokens.lower[start - 1 : start] == ("the",)
        and (side or tokens.lower[end - 1].endswith("s"))
        and tokens.words[at] in lexicon.territories()
        and tokens.lower[start] not in lexicon.words("person-title")
    )


def _is_dashed(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a dash stands within a name ("Fatherland – All Russia"), the only one of its sentence."""
    before = tokens.lower[max(0, start - 2) : start]  # "took the name", "in full"
    called = "name" in before or before[-1:] == ("full",) or not lexicon.words("naming-verb").isdisjoint(before[-1:])
    return (
        end + 1 < len(tokens)
        and tokens.words[end + 1][0].isalpha()
        and capital(tokens.words[end + 1])
        and (tokens.lower[end + 1] not in lexicon.words("function-word") or tokens.lower[end + 1] == "for")
        and (before[-1:] == ("the",) or called)
        and _dashes(tokens) == 1
        and tokens.starts[end] > tokens.ends[end - 1]
    )


def _dashes(tokens: Tokens) -> int:
    """Return how many dashes a sentence has outside of its brackets, in which a name may be told once more."""
    depth = count = 0
    for word in tokens.words:
        depth += (word == "(") - (word == ")")
        count += depth <= 0 and word in ("–", "—")
    return count


def _institutional(lower: tuple[str, ...]) -> bool:
    return lower[-1] in institutions() or (len(lower) > 1 and lower[-1] in ("party", "union"))


def _over_possessive(tokens: Tokens, start: int, end: int) -> int:
    """Go on over the possessive of a plural ("Workers' Party", "People's Union"), never over that of a person."""
    if not is_possessor(tokens, end) or end + 1 >= len(tokens):
        return end
    if tokens.lower[end + 1] in ("and", "&", ",") and end + 3 < len(tokens) and capital(tokens.words[end + 2]):
        # "Farmers' and Ratepayers' League"
        second = end + 3
        longer = _over_possessive(tokens, start, second) if tokens.lower[second] in ("'", "’", "'s") else second
        return longer if longer > second else end
    if not capital(tokens.words[end + 1]):
        return end
    at = end + 1
    while at < len(tokens) and tokens.words[at][0].isalpha() and capital(tokens.words[at]):
        at += 1
    # "The Association for Democracy and People's Livelihood" is for it, and no institution of the people's.
    aim = "for" in tokens.lower[start:end]
    return at if aim or any(word in institutions() for word in tokens.lower[end + 1 : at]) else end


def is_possessor(tokens: Tokens, mark: int) -> bool:
    """Tell whether the possessive mark at a token belongs to a plural or a people, and not to one person."""
    before = tokens.lower[mark - 1]
    plural = before.endswith(("men", "women", "people", "folk")) or before in lexicon.words("possessor")
    return plural or (tokens.lower[mark] in ("'", "’") and before.endswith("s"))


def _over_list(tokens: Tokens, start: int, end: int) -> int:
    """Go on over "and" where neither side is a whole name ("State, County and Municipal Employees")."""
    lower = tokens.lower
    if lower[end : end + 2] == ("and", "the") and capital(tokens.words[min(end + 2, len(tokens) - 1)]):
        # So it is in "the National Council of Azuria and the Colonies (NCAC)".
        last = next((at for at in range(end + 2, len(tokens)) if not capital(tokens.words[at])), len(tokens))
        return last if _is_spelled(tokens, start, last) else end
    both = tokens.show(end - 1, end + 2) if end - 1 > start and end + 1 < len(tokens) else ""
    if both in lexicon.territories():
        return end + 2  # "the House of Representatives of Trinidad and Tobago"
    at = end
    while at + 1 < len(tokens) and lower[at] == "," and capital(tokens.words[at + 1]) and at - end < 8:
        at += 1
        while at < len(tokens) and tokens.words[at][0].isalpha() and capital(tokens.words[at]):
            at += 1
    if at < len(tokens) and lower[at] == ",":
        at += 1
    if at + 1 >= len(tokens) or lower[at] not in ("and", "&") or not capital(tokens.words[at + 1]):
        return end
    last = at + 1
    while last < len(tokens) and tokens.words[last][0].isalpha() and capital(tokens.words[last]):
        last += 1
    head = lower[start:end]
    if lower[end] == ",":
        nested = "of" in head and lower[last - 1] in lexicon.words("worker-noun")
        nested = nested or _names_several(tokens, start, end, last)
    else:
        noun = {lower[last - 1], lower[last - 1].removesuffix("s")}  # "the Azure and Outlook Clubs"
        nested = _incomplete(tokens, start, end) and not noun.isdisjoint(
            lexicon.words("worker-noun")
            | lexicon.words("party-noun")
            | lexicon.words("movement-noun")
            | lexicon.words("organisation-noun")
        )
        nested = nested or ("of" in head and lower[last - 1] in lexicon.words("worker-noun"))
        nested = nested or _names_matters(tokens, start, end, last) or _is_spelled(tokens, start, last)
        nested = nested or _are_members_of_one(tokens, end, last) or _are_workers_of_one(tokens, end, last)
        nested = nested or _are_people_of_one(tokens, start, end, last)
    return last if nested else end


def _names_several(tokens: Tokens, start: int, end: int, last: int) -> bool:
    """Tell whether a list is of what one body is for, or of whom: "the Party of Smallholders, Workers and Citizens"."""
    bound = tokens.lower[end - 2] if end - start > 2 else ""
    listed = [at for at in range(end, last) if tokens.words[at][0].isalpha() and tokens.lower[at] != "and"]
    single = all(not tokens.words[at - 1][0].isupper() for at in listed) and len(listed) > 1
    people = all(tokens.lower[at].endswith(("s", "men", "women")) for at in (end - 1, *listed))
    return single and (bound == "for" or (bound == "of" and people))


def _are_members_of_one(tokens: Tokens, end: int, last: int) -> bool:
    """Tell whether one party has two sorts of members, and initials ("Flemish Liberals and Democrats (VLD)")."""
    members = lexicon.words("party-noun")
    plural = tokens.lower[end - 1] in members and tokens.lower[end - 1].endswith("s")
    return (
        plural
        and last - end == 2
        and tokens.lower[last - 1] in members
        and tokens.lower[last : last + 1] == ("(",)
        and tokens.words[last + 1].isupper()
        and tokens.lower[last + 2 : last + 3] == (")",)
    )


def _are_people_of_one(tokens: Tokens, start: int, end: int, last: int) -> bool:
    """Tell whether one body is of two sorts of people: "the Front of Cattle Breeders and Peasants"."""
    people = (tokens.lower[end - 1], tokens.lower[last - 1])
    bound = next((at for at in range(end - 2, max(start, end - 4), -1) if tokens.lower[at] == "of"), 0)
    return (
        last - end == 2
        and bound > start
        and tokens.lower[bound - 1] in institutions()
        and all(word.endswith("s") and word not in lexicon.words("party-noun") for word in people)
        and tokens.words[last - 1] not in lexicon.territories()
    )


def _are_workers_of_one(tokens: Tokens, end: int, last: int) -> bool:
    """Tell whether one body is of two trades: "the Azure Workers and Peasants Organization"."""
    workers = lexicon.words("worker-noun")
    return (
        last - end > 2
        and tokens.lower[end - 1] in workers
        and tokens.lower[end + 1].endswith("s")
        and not tokens.lower[last - 1].endswith("s")
        and tokens.lower[last - 1] in institutions()
    )


def _names_matters(tokens: Tokens, start: int, end: int, last: int) -> bool:
    """Tell whether "and" joins what a body is for ("Union for Labour and Democracy"), and not two bodies."""
    lower = tokens.lower
    bound = next((at for at in range(end - 1, start, -1) if lower[at] in ("of", "for")), 0)
    return (
        bound > start
        and end - bound <= 3
        and any(word in institutions() for word in lower[start:bound])
        and lower[last - 1] in lexicon.words("name-matter")
        and last - end <= 3
        and lower[end - 1] in lexicon.words("name-matter")
    )


def _incomplete(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a run lacks the noun that would make it a name: "United Food", "the National Unity"."""
    head = tokens.lower[start:end]
    if any(word in institutions() for word in head):
        return False
    if head[0] in lexicon.words("organisation-opener"):
        return True
    if end - start == 1 and (start == 0 or tokens.lower[start - 1] == "the"):
        return tokens.words[start] not in lexicon.territories() and tokens.words[start] not in lexicon.demonyms()
    return False
