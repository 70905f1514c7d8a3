"""Finds the names in a sentence: runs of capitalised words, and what sort of thing each can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partygraph.extraction.prose.names.namebridges import bridged
from partygraph.extraction.prose.names.namekinds import institutions, kinds
from partygraph.extraction.prose.tokens import Tokens, capital, tokenise
from partygraph.rules import lexicon
from partygraph.values import numbers

ELIDED = frozenset({"d'", "d’", "l'", "l’"})
DISTINGUISHED = 3
"""How many words in brackets can tell a body from its like: "(United Maoist)"."""
DASHES = re.compile("[-–−]")
MAX_WORDS = 14
TIES = tuple(lexicon.words("tie"))
"""What makes an adjective of a name."""
TITLES_WITHIN = lexicon.words("title-within")
SENTENCE_OPENERS = ("adverb", "hedge", "attribution", "negation", "plan", "condition", "past")
"""Classes of words that are capitalised only because a sentence begins with them."""
LAST_YEAR = "2039"
"""Of later years no text tells elections: a number beyond it is of a name."""
PREFIXES = ("then-", "ex-", "former-", "neo-", "pro-", "anti-")
"""What begins a title or a creed before a name: "then-Governor Ann Lee", "the neo-Azurist Bo Chan"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that make up one name, and the sorts of thing that its words allow, the likeliest first."""

    start: int
    end: int
    kinds: tuple[str, ...]


def runs(tokens: Tokens, taken: frozenset[int], known: Callable[[str], bool]) -> Iterator[Run]:
    """Find the names of a sentence from left to right.

    Tokens of ``taken`` (dates) belong to no name; from a name that is ``known`` no title is taken off.
    """
    at = 0
    while at < len(tokens):
        if end := _with_day(tokens, at):
            yield Run(at, end, kinds(tokens, at + 2, end))
            at = end
            continue
        if at in taken or not opens(tokens, at):
            at += 1
            continue
        if width := _title_width(tokens, at, len(tokens)):
            # "Chief of Staff of the Red Army" begins with a title of several words, of which none is in the name.
            titled = tokens.lower[at : at + width]
            if "of" in titled and titled[-1] != "of":
                at += width
                continue
        end = _grow(tokens, at, taken)
        tied = next((place for place in range(end - 1, at - 1, -1) if tokens.words[place].endswith(TIES)), -1)
        if tied >= at:
            # "The Red Party-led coalition" is not named so, and "the Red Party-led People's Front" is the latter.
            at = tied + 1
            continue
        while end - at > 2 and _is_post_nominal(tokens.words[end - 1]):
            end -= 1  # "Ann Lee MP", "Red Party MPs"
        if known(tokens.show(at, end)):
            found = [Run(at, end, kinds(tokens, at, end))]
        elif _opens_small(tokens, at) and end > at + 1:
            found = [_with_small(tokens, at, end)]
        else:
            found = list(_split_titles(tokens, at, end))
        yield from (_distinguished(tokens, run) for run in found)
        at = max([end, *(_distinguished(tokens, run).end for run in found)])


def _is_post_nominal(word: str) -> bool:
    one = word.removesuffix("s")
    return one.isupper() and one.lower() in lexicon.words("post-nominal")


def is_cut(name: str) -> bool:
    """Tell whether a text would not show a name as a whole: "Azuri no Tō", "Azure Movement – Ghana"."""
    tokens = tokenise(f"with {name}")
    several = len(name.split()) > 2 and name[0].isupper()
    return several and all(run.end - run.start < len(tokens) - 1 for run in runs(tokens, frozenset(), lambda _: False))


def _distinguished(tokens: Tokens, run: Run) -> Run:
    """Return a body's name with what tells it from its like: "the Azure Dal (United)"."""
    end = _behind_distinction(tokens, run)
    return Run(run.start, end, run.kinds) if end else run


def _behind_distinction(tokens: Tokens, run: Run) -> int:
    """Return where brackets end that are a part of the name before them; 0 where none are: "(Red Party)", "(RP)"."""
    if run.kinds[:1] == ("person",) or tokens.words[run.end : run.end + 1] != ("(",):
        return 0
    inside, mark = tokens.words[run.end + 1 : run.end + 2], tokens.words[run.end + 2 : run.end + 3]
    if len("".join(inside)) == 1 and inside[0].isupper() and mark == (")",):
        told = run.kinds[:1] == ("party",) and run.end - run.start > 1
        return run.end + 3 if told else 0  # "the Azure Muslim League (N)"
    return behind_distinction(tokens, run.end)


def behind_distinction(tokens: Tokens, at: int) -> int:
    """Return where brackets end whose words tell one body from its like, "(United Maoist)"; 0 where none begin."""
    if tokens.words[at : at + 1] != ("(",):
        return 0
    end = next((end for end in range(at + 1, at + DISTINGUISHED + 2) if tokens.words[end : end + 1] == (")",)), 0)
    inside = tokens.words[at + 1 : end]
    # "(Anti-Liberal)" tells what a body is against, whatever that is.
    told = (part for word in inside if not word.startswith("Anti-") for part in DASHES.split(word.lower()))
    apart = bool(inside) and all(word[0].isupper() for word in inside)
    return end + 1 if apart and all(part in lexicon.words("distinction") for part in told) else 0


def _with_day(tokens: Tokens, at: int) -> int:
    """Return where a body ends that is named after a day ("the March 8 Alliance"), 0 where none begins."""
    if at == 0 or tokens.lower[at - 1] != "the" or at + 2 >= len(tokens):
        return 0
    day = [word for word in tokens.lower[at : at + 2] if word.isdigit() and len(word) < 3]
    month = [word for word in tokens.lower[at : at + 2] if word in lexicon.words("month")]
    noun = tokens.lower[at + 2] in lexicon.words("alliance-noun") | lexicon.words("movement-noun")
    return at + 3 if day and month and noun and capital(tokens.words[at + 2]) else 0


def _opens_small(tokens: Tokens, at: int) -> bool:
    """Tell whether a small word with a capital in the midst of a sentence begins a name: "it entered The Clover"."""
    word, behind = tokens.words[at], tokens.words[at + 1 : at + 2]
    return (
        at > 0
        and tokens.words[at - 1].isalpha()
        and tokens.words[at - 1].islower()
        and capital(word)
        and tokens.lower[at] in lexicon.words("name-opener")
        and behind != ()
        and behind[0][0].isalpha()
        and capital(behind[0])
        and behind[0] not in lexicon.territories()
        and not _is_initial(tokens, at)
        and not (tokens.lower[at + 1] in lexicon.words("person-title") and _is_followed_by_a_name(tokens, at + 1))
    )


def _is_followed_by_a_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a word with a capital follows, as somebody's name follows his title: "for Justice Ann Lee"."""
    return at + 1 < len(tokens) and tokens.words[at + 1][0].isalpha() and capital(tokens.words[at + 1])


def _with_small(tokens: Tokens, at: int, end: int) -> Run:
    """Return a name that a small word begins; a party's that is known by its own noun does without an article."""
    kind = kinds(tokens, at + 1, end)
    generic = end - at == 2 and tokens.lower[at + 1] in lexicon.words("generic-body")
    if tokens.lower[at] == "the" and kind[:1] not in (("person",), ("unknown",), ("single",)) and not generic:
        return Run(at + 1, end, kind)
    return Run(at, end, ("party",) if generic else ("unknown",))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a word that is no name begins one: "the Opposition" does not, "the Opposition Bloc" does."""
    noun = tokens.lower[at + 1 : at + 2]
    named = noun and (noun[0] in lexicon.words("movement-noun") or noun[0] in lexicon.words("alliance-noun"))
    return bool(named) and capital(tokens.words[at + 1]) and tokens.lower[at] in lexicon.words("modifier")


def opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a name can begin at a token: capitalised, and not just the first word of the sentence."""
    word = tokens.words[at]
    if not word[0].isalpha() or not capital(word) or word.endswith(TIES):
        return False
    lower = tokens.lower[at]
    if _opens_small(tokens, at) or _is_initial(tokens, at):
        return True
    barred = lower in lexicon.words("never-name") and not _goes_on(tokens, at)
    inside = at and (tokens.words[at - 1].islower() or (at == 1 and tokens.lower[0] == "the")) and not barred
    if (lower in lexicon.words("month") and not _is_a_first_name(tokens, at)) or (
        # A capital letter in the midst of a sentence makes a name of any word ("the Popular Bloc").
        lower in lexicon.words("function-word") and not inside and not (word.isupper() and len(word) > 1)
    ):
        return False
    if at == 0 and any(lower in lexicon.words(kind) for kind in SENTENCE_OPENERS):
        return False
    if at == 0 and lower in numbers.WORDS:
        return False  # "Fifty Democrats stood"
    if at == 0 and lower in lexicon.words("in-a-row") and tokens.words[1:2] and tokens.words[1].islower():
        return False  # "Current leader Ann Lee"
    if at and tokens.words[at - 1] not in ('"', "“", ".", ":"):
        return True
    if at + 1 >= len(tokens):
        return True
    # The sentence's first word: a common noun stays one, unless a name goes on behind it.
    return not (
        lower in lexicon.words("generic-body")
        and not (tokens.lower[at + 1] in ("of", "for") or capital(tokens.words[at + 1]))
    )


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Tell whether a name begins with two letters that stand for first names: "by A K Gray and Bo Chan"."""
    letters, name = tokens.words[at : at + 2], tokens.words[at + 2 : at + 3]
    single = len(letters) == 2 and all(len(letter) == 1 and letter.isupper() for letter in letters)
    return single and name != () and len(name[0]) > 1 and name[0].istitle()


def _is_a_first_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a month is somebody's name: "by Ann Lee, August von Berg and May Chan"."""
    before = tokens.words[at - 2] if at > 1 else ""
    named = before[:1].isalpha() and capital(before) and before.lower() not in lexicon.words("month")
    listed = at > 0 and (tokens.lower[at - 1] == "by" or (tokens.lower[at - 1] in ("and", ",") and named))
    behind = tokens.words[at + 1 : at + 2]
    small = behind != () and tokens.lower[at + 1] in lexicon.words("person-particle") and at + 2 < len(tokens)
    last = tokens.words[at + 2] if small else "".join(behind)
    return listed and last[:1].isalpha() and capital(last) and last.lower() not in institutions()


def _grow(tokens: Tokens, start: int, taken: frozenset[int]) -> int:
    end = start + 1
    while end < len(tokens) and end - start < MAX_WORDS:
        if _is_numbered(tokens, end):
            return end + 1
        if end in taken:
            return end
        if _continues(tokens, end):
            end += 1
            continue
        longer = bridged(tokens, start, end, taken)
        if longer == end:
            return end
        end = longer
    return end


def _continues(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word[:2] in ELIDED and word[2:3].isupper():
        return True  # "Leonel Mário d'Alva"
    if word[0].isalpha() and capital(word):
        return tokens.lower[at] not in lexicon.words("month") or tokens.words[at - 1][:1].isupper()
    return word[0].isdigit() and len(word) < 3 and tokens.words[at - 1] == "Area"


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Tell whether a number belongs to the name before it ("Coalition 2016"), and is no year or range behind it."""
    number, before = tokens.lower[at], tokens.lower[at - 1]
    if number.isdigit() and len(number) == 4 and number > LAST_YEAR and tokens.words[at - 1][:1].isupper():
        return True  # "Azuria 2050" is what a party aims at
    numbered = lexicon.words("alliance-noun") | lexicon.words("movement-noun")
    return (
        number.isdigit()
        and len(number) in (2, 4)
        and tokens.words[at - 1][:1].isupper()
        and before in numbered
        and tokens.lower[at + 1 : at + 2] not in (("–",), ("-",), ("—",), ("to",), ("%",), ("percent",), ("seats",))
    )


def _split_titles(tokens: Tokens, start: int, end: int) -> Iterator[Run]:
    """Take titles off the front ("State Senator Ike Fontaine"); what is left is the name."""
    if start and tokens.lower[start - 1] == "in" and end - start > 1 and _is_language(tokens.lower[start]):
        # "In German Blaue Partei": what follows is a name in that language.
        start += 1
    start = _behind_realm(tokens, start, end)
    if start and tokens.lower[start - 1] in ("the", "a", "an") and end - start > 2:
        start += (
            _is_creed(tokens, start, end) or _is_national(tokens, start, end) or _is_before_spelled(tokens, start, end)
        )
    inner = next((at for at in range(start + 1, end - 1) if tokens.lower[at] in TITLES_WITHIN), 0)
    if inner and (tokens.words[inner].isupper() or inner + 2 < end):
        # "Liberal National MP Wayne Mulcahy": what he is a member of, what he is, and who.
        yield Run(start, inner, kinds(tokens, start, inner))
        start = inner + 1
    at = start
    while at < end - 1:
        width = _title_width(tokens, at, end)
        if not width or at + width >= end:
            break
        at += width
    creed = tokens.lower[end - 1].endswith("ists")  # "the General Unionists"
    if at > start and (creed or not _looks_personal(tokens, at, end)):
        at = start
    while end - at > 1 and tokens.words[end - 1].isupper() and tokens.lower[end - 1] in lexicon.words("letters-behind"):
        end -= 1
    yield Run(at, end, kinds(tokens, at, end))


def _behind_realm(tokens: Tokens, start: int, end: int) -> int:
    """Return where the person begins in "the Prime Minister of Ghana Ann Lee"; the start of the run for other names."""
    office = tokens.lower[start - 2] if start > 1 and tokens.lower[start - 1] == "of" else ""
    if office not in lexicon.words("realm-office"):
        return start
    behind = range(min(start + 3, end), start, -1)
    person = next((at for at in behind if tokens.show(start, at) in lexicon.territories()), start)
    return person if end - person > 1 and _looks_personal(tokens, person, end) else start


def _is_creed(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a name begins with what its bearer believes in: "the Gaullist Ann Lee", "the Azurist Bo Chan"."""
    return tokens.lower[start].endswith(lexicon.CREED_ENDINGS) and _looks_personal(tokens, start + 1, end)


def _is_national(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether somebody's name begins with where he is from: "the Briton Ann Lee", "the Azurian Bo Chan"."""
    if tokens.lower[start] in lexicon.words("national"):
        return _looks_personal(tokens, start + 1, end)
    named = tokens.lower[start + 1 : end]
    return tokens.words[start] in lexicon.demonyms() and len(named) == 2 and lexicon.vocabulary().isdisjoint(named)


def _is_before_spelled(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a name begins behind a word for a people or creed, as initials tell: "the Dutch Azure Front (AFX)".

    So do faiths. Of two letters only that are in a name of many, one cannot tell.
    """
    short = tokens.words[end + 1] if tokens.words[end : end + 3 : 2] == ("(", ")") else ""
    led = tokens.words[start] in lexicon.demonyms() or tokens.lower[start] in lexicon.words("faith")
    led = led or tokens.lower[start].endswith(lexicon.CREED_ENDINGS)  # "the Azurist Miners Union Front (MUF)"
    parts = [part for word in tokens.words[start + 1 : end] for part in word.split("-") if part[:1].isupper()]
    return led and len(short) > 2 and "".join(part[0] for part in parts) == short


def _is_language(word: str) -> bool:
    return any(term.kind == "language" and term.words == (word,) for term in lexicon.terms().get(word, ()))


def _title_width(tokens: Tokens, at: int, end: int) -> int:
    alone = 0
    if tokens.lower[at] in lexicon.words("person-title"):
        alone = 2 if at + 1 < end and tokens.words[at + 1] == "." else 1
    elif " ".join(tokens.lower[at : at + 2]) in lexicon.words("person-title"):
        alone = 2  # "Field Marshal"
    elif tokens.words[at].startswith(PREFIXES):
        alone = 1
    return max(
        alone,
        *(
            len(term.words)
            for term in lexicon.terms().get(tokens.lower[at], ())
            if term.kind in ("role", "office", "partisan") and tokens.lower[at : at + len(term.words)] == term.words
        ),
        0,
    )


def _looks_personal(tokens: Tokens, start: int, end: int) -> bool:
    return not any(word in institutions() for word in tokens.lower[start:end])
