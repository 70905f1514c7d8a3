"""Where sentences end: at a full stop that is not an abbreviation's, an initial's or a number's.

A text in quotation marks or brackets is never cut in two. Works on readable text, so that both forms share it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from partygraph.model import Span

LONGEST_QUOTE = 400
"""A quotation mark or bracket that is not closed within so many characters protects nothing."""


def _words(text: str) -> list[str]:
    return text.split()


NEVER_LAST = frozenset(
    _words(
        "mr mrs ms messrs mme dr prof gen col maj capt cpt lt sgt adm cmdr sen rep gov pres hon rev fr st sts ste "
        "mt ft vs v e.g i.e cf viz approx ca c est fig vol vols ed eds pp trans art sec rt sr."
    )
)
"""Abbreviations that something always follows."""

SELDOM_LAST = frozenset(
    _words(
        "jr sr inc ltd co corp bros etc al dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec u.s "
        "u.k u.n e.u u.s.s.r u.s.a d.c p.r b.c a.d a.m p.m ph.d d.phil b.a m.a m.p n.y p plc no nos"
    )
)
"""Abbreviations that may end a sentence: they do before a word that mostly begins one."""

BEFORE_NUMBER = frozenset(["no", "nos", "p", "pp", "vol", "art", "sec", "c", "ca", "fig"])

STARTERS = frozenset(
    _words(
        "the a an it its he his she her they their this that these those there in on at by from since after "
        "before when while although though but however and as for to with under during until despite only no not "
        "one two three four five both all some many most several former its later then also today what who which "
        "if because having led"
    )
)

_NOTES = r"(?:[ ]?\[(?:\d{1,3}|[a-z]|note[ ]\d{1,2}|citation[ ]needed)\]){0,9}"
"""The marks of footnotes, which stand behind the full stop and are of the sentence that it ends."""
_TOKEN = re.compile(
    rf"""(?P<open>[(\[“«„])|(?P<close>[)\]”»])|(?P<quote>")|
    (?P<stop>(?<=\S)[.!?…]{{1,4}}(?P<after>["'”’»)\]]{{0,3}}){_NOTES}(?=(?P<gap>\s+)|$))""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_](?:[\w'’-]|\.(?=\w))*$")
_NEXT = re.compile(r"""["'“‘«„(\[]*(?P<word>[\w-]+)""")


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of a paragraph as spans without the white space around them.

    >>> text = 'Joshua M. Hall won 1.6 percent in the U.S. Senate race. He lost on Row D. That was all.'
    >>> [text[start:end] for start, end in split(text)]
    ['Joshua M. Hall won 1.6 percent in the U.S. Senate race.', 'He lost on Row D.', 'That was all.']
    >>> [text[start:end] for text in ['Azure Forward! (AF) is a party.'] for start, end in split(text)]
    ['Azure Forward! (AF) is a party.']
    """
    tokens = list(_TOKEN.finditer(text))
    protected = _protected(tokens)
    starts = [span.start for span in protected]
    sentences, begin = [], 0
    for token in tokens:
        if not token["stop"] or not token["gap"]:
            continue
        at = token.start("stop")
        inside = bisect_right(starts, at) - 1
        closes = inside >= 0 and token.end("stop") >= protected[inside].end
        if inside >= 0 and at < protected[inside].end and not closes:
            continue
        if _ends(text, begin, token) and not _goes_on(text, token.end("gap"), protected, starts):
            sentences.append(Span(begin, token.end("stop")))
            begin = token.end("gap")
    sentences.append(Span(begin, len(text)))
    return tuple(_trimmed(text, span) for span in sentences if text[span.start : span.end].strip())


def _protected(tokens: list[re.Match[str]]) -> list[Span]:
    """Return the stretches in quotation marks or brackets, the outermost ones only."""
    spans: list[Span] = []
    opened: list[int] = []
    quote = -1
    for token in tokens:
        marks = [(token.start(), token[0])] if not token["stop"] else []
        if token["stop"]:
            marks = [(token.start("after") + n, mark) for n, mark in enumerate(token["after"] or "")]
        for at, mark in marks:
            if mark == '"':
                if quote >= 0 and at - quote <= LONGEST_QUOTE:
                    spans.append(Span(quote, at + 1))
                    quote = -1
                else:
                    quote = at
            elif mark in "([“«„":
                opened.append(at)
            elif mark in ")]”»" and opened:
                start = opened.pop()
                if at - start <= LONGEST_QUOTE:
                    spans.append(Span(start, at + 1))
    outer: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not outer or span.end > outer[-1].end:
            outer.append(span)
    return outer


def _goes_on(text: str, at: int, protected: list[Span], starts: list[int]) -> bool:
    """Tell whether a bracket opens there behind which the sentence goes on: "Azure Forward! (Avanti!) is a party"."""
    found = bisect_right(starts, at) - 1
    if found < 0 or protected[found].start != at or text[at] != "(":
        return False
    return text[protected[found].end :].lstrip()[:1].islower()


def _ends(text: str, begin: int, token: re.Match[str]) -> bool:
    follower = _NEXT.match(text, token.end("gap"))
    following = follower["word"] if follower else ""
    if not following or following[0].islower():
        return False
    if token["stop"][0] != "." or token["stop"].startswith(".."):
        return True
    found = _WORD.search(text, max(begin, token.start() - 24), token.start())
    word = found[0] if found else ""
    folded = word.lower()
    if following[0].isdigit() and folded in BEFORE_NUMBER:
        return False
    if folded in NEVER_LAST and not token["after"]:
        return False
    if (len(word) == 1 and word.isupper()) or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word) or folded in SELDOM_LAST:
        if folded in BEFORE_NUMBER and len(word) > 1:
            return True
        opens = following.lower() in STARTERS and following[0].isupper() and len(following) > 1
        return opens or _alone(following, folded)
    return True


def _alone(following: str, word: str) -> bool:
    """Tell whether "A" after an abbreviation opens a sentence ("... in the U.S. A court ...") and is no initial."""
    return following == "A" and "." in word


def _trimmed(text: str, span: Span) -> Span:
    part = text[span.start : span.end]
    return Span(span.start + len(part) - len(part.lstrip()), span.end - (len(part) - len(part.rstrip())))
