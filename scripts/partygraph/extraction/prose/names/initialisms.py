"""Finds the initials that an article uses for its party without saying what they stand for.

Many are those of a name in another language, whose words stand in another order: "PSA" is used of the Azure Socialist
Party. They are taken for the party's where nothing else can be meant: the text knows no other initials of the party,
they have the letters of its title, nothing explains them, and the party is never told to deal with who bears them.
"""

from __future__ import annotations

import re
from collections import Counter

from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Article, Datatype, Entity, Evidence, Fact, Literal, Status
from partygraph.rules import labels, lexicon

SHORT = re.compile(r"[^\W\d_a-zß-ÿ]{2,7}(?:[-/][^\W\d_a-zß-ÿ]{2,7})?")
CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}")
ROMAN = re.compile(r"[IVXLC]+")
FEWEST = 2
"""How often initials are used at least; what is named once is as likely another body."""
SHARE = 0.6
"""What share of the letters stands in the title's initials: some words may have other ones in another language."""
DEALING = lexicon.words("dealing")
"""What stands between a party and another one: nobody merges with itself, or leaves itself for another."""


def learn(article: Article, registry: Registry) -> list[Fact]:
    """Learn the initials that can only be those of the article's party, and infer that they abbreviate its name.

    The registry must know what the title, the infobox and the first sentence call the party.
    """
    found = None if registry.apart or has_a_namesake(article) else _unexplained(article, registry)
    if found is None:
        return []
    short, evidence = found
    registry.call(short)
    return [in_use(article, registry.subject, short, evidence)]


def in_use(article: Article, subject: Entity, short: str, evidence: Evidence) -> Fact:
    """Return the inferred fact that initials which a text uses abbreviate the party's name."""
    return Fact(
        subject=subject,
        predicate="abbreviation",
        object=Literal(short, Datatype.LANG_STRING, article.source.language),
        source="prose",
        evidence=(evidence,),
        rule="initials-in-use",
        status=Status.INFERRED,
        inferred_from=(evidence,),
    )


def has_a_namesake(article: Article) -> bool:
    """Tell whether the title without its bracket is another's name, which has the same initials.

    "The Azure Unity Congress (Lee) split from the Azure Unity Congress", which is the AUC.
    """
    if not labels.is_distinction(article.title):
        return False
    bare = re.escape(labels.undisambiguated(article.title))
    dealing = "|".join(map(re.escape, sorted(DEALING)))
    return re.search(rf"\b(?:{dealing}) (?:the )?{bare}\b(?! \()", article.text) is not None


def _unexplained(article: Article, registry: Registry) -> tuple[str, Evidence] | None:
    """Return the initials with the place of their first use, None where there are none or several."""
    title = re.findall(r"[^\W\d_]+", DISAMBIGUATION.sub("", registry.subject.name))
    used: dict[str, list[Evidence]] = {}
    barred: set[str] = set()
    explained: set[str] = set()
    opening: set[str] = set()
    for sentence in article.sentences():
        if CAPITALS.search(sentence.view.text) is None:
            continue
        tokens = tokenise(sentence.view.text)
        for at, word in enumerate(tokens.words):
            if not word.isupper() or SHORT.fullmatch(word) is None:
                continue
            if word in registry.own or registry.initials.get(word) == [registry.subject]:
                return None  # the text has other initials for the party
            before = at - (tokens.lower[at - 1 : at] == ("the",)) - 1
            told = tokens.lower[before] if before >= 0 else ""
            behind = tokens.words[at + 1] if at + 1 < len(tokens) else "."
            if told == "(" or behind == "(":
                explained.add(word)
            elif told in DEALING or (told == "," and behind in (",", ")", ";", "and")):
                barred.add(word)
            if told in ("", ",") and behind.islower():
                opening.add(word)
            evidence = article.evidence(sentence.view.span(tokens.starts[at], tokens.ends[at]))
            used.setdefault(word, []).append(evidence)
    fitting = [word for word in used if word not in explained and _fits(word, title)]
    if len(fitting) != 1 or fitting[0] not in opening - barred or registry.find(fitting[0]) is not None:
        return None
    return (fitting[0], used[fitting[0]][0]) if len(used[fitting[0]]) >= FEWEST else None


def _fits(word: str, title: list[str]) -> bool:
    """Tell whether most letters of initials are those of a title, in another order or others in place of some.

    With more letters in the same order they are those of a longer name.

    >>> _fits("PSA", ["Azure", "Socialist", "Party"]), _fits("AISP", ["Azure", "Socialist", "Party"])
    (True, False)
    """
    mine, letters = [letter for letter in word if letter.isalpha()], [part[0].upper() for part in title]
    if len(mine) == FEWEST and len(title) > FEWEST:
        return False  # two letters are many a party's
    shared = (Counter(mine) & Counter(letters)).total()
    rest = iter(mine)
    longer = len(mine) > len(letters) and all(letter in rest for letter in letters)
    return shared >= SHARE * len(mine) and not longer and ROMAN.fullmatch(word) is None
