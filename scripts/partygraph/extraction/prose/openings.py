"""Finds where the main clause of a sentence begins: behind "As a part of the Azure Front," or "Founded in 1990,"."""

from __future__ import annotations

from partygraph.rules import lexicon

MAIN = frozenset({"it", "the", "they"})
"""What the main clause of a sentence with a participle before it begins with."""
PRONOUNS = frozenset({"it", "they"})
SUBJECTS = (("it",), ("they",))
ISSUE = lexicon.words("issue-of")
"""What an opening calls what the sentence goes on about: "The legal heir of the Red Party, it ..."."""
SPRINGING = lexicon.words("springing")
"""Participles of an opening that says where the subject came from."""
BEFORE = lexicon.phrases("before-participle")
"""Adverbs before a participle that opens a sentence."""
COMPANY = lexicon.words("in-company")
"""What a sentence about several parties begins with: "Together with the Red Party it ..."."""
FRONTING = lexicon.phrases("fronting")
"""Prepositions of a phrase before the subject: "As a part of the Azure Front, it ..."."""
AFTER = frozenset({(word,) for word in ("after", "following", "upon", "before")})
"""Such as need an article behind them."""
ACTING = lexicon.words("acting-participle")
"""Participles of such a phrase."""
FINITE = frozenset({"was", "were", "is", "are", "had", "has", "have", "who", "which", "that", "when", "while", "as"})
"""What a phrase has that has a verb of its own, and so may be about somebody else."""
LEADING = lexicon.words("no-participle")
"""Words in -ed that are none: they tell of the name beside them, or are a part of it."""
AMONG = frozenset({"the", "and", ",", "of", "for", "in", "(", ")", "'s", "’s", "'", "–"})
"""What stands between the names of several: "With the Red Party (RP), Azul and the League of Azuria it ..."."""
FARTHEST = 26
TIME = 7
"""In how many words the company of the subject begins where the time stands before: "On 4 May 1999, together with"."""


def main_clause(words: tuple[str, ...]) -> int:
    """Return where the main clause begins behind an opening such as "Founded in 1990 by the Miners' Union, ...".

    What stands before its subject in apposition is such an opening, too: "An offshoot of the Red Party, it was ...",
    and so is its company: "Together with the Red Party it ...".
    """
    lower = tuple(word.lower() for word in words)
    company = _company(lower)
    if company is not None:
        return next((at for at in range(company, min(len(lower), company + 38)) if _is_plain_subject(lower, at)), 0)
    fronted = _fronted(lower) or _behind_partners(words)
    if fronted:
        return fronted
    if lower[:1] in BEFORE and lower[1:2] != () and lower[1].endswith(("ed", "known")):
        # "Previously known as the Azure League, it"
        opened = main_clause(words[1:])
        return opened + 1 if opened else 0
    apposed = lower[:1] in (("a",), ("an",), ("heir",)) or (lower[:1] == ("the",) and not ISSUE.isdisjoint(lower[1:4]))
    if not lower or not (lower[0].endswith(("ed", "known", "set", "born")) or lower[0] in SPRINGING or apposed):
        return 0
    main = PRONOUNS if apposed else MAIN
    return next((at for at in range(1, min(len(lower) - 1, 40)) if lower[at] == "," and lower[at + 1] in main), 0)


def _company(lower: tuple[str, ...]) -> int | None:
    """Return where the company of a subject is named before it: "In 1999, together with the Red Party, it was".

    Only the time may stand before.
    """
    first = next(
        (at for at in range(min(len(lower), TIME)) if lower[at] in COMPANY and lower[at + 1 : at + 2] == ("with",)),
        None,
    )
    if first is None or (first and lower[0] not in ("in", "on")):
        return None
    timed = first == 0 or lower[first - 1] == "," or lower[first - 1].isdigit()
    return first + 2 if timed and "," not in lower[: max(0, first - 1)] else None


def _is_plain_subject(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether "it" or "they" stands there, or "the party" behind a comma."""
    return lower[at] in PRONOUNS or (lower[at - 1] == "," and lower[at : at + 2] == ("the", "party"))


def _fronted(lower: tuple[str, ...]) -> int:
    """Return where a phrase without a verb of its own ends that stands before the subject: "As a part of X, it ..."."""
    second = lower[1:2]
    opens = (
        (lower[:1] in FRONTING and second != ())
        or (lower[:1] == ("as",) and second in (("a",), ("an",), ("the",), ("part",), ("one",)))
        or (lower[:1] in AFTER and second in (("a",), ("an",), ("the",), ("its",)))
        or (lower[:1] != () and lower[0] in ACTING)
    )
    if not opens:
        return 0
    end = next((at for at in range(2, min(len(lower), FARTHEST)) if lower[at] in PRONOUNS or lower[at] == ","), 0)
    if lower[end] == "," and not (lower[end + 1 : end + 2] in SUBJECTS or lower[end + 1 : end + 3] == ("the", "party")):
        return 0
    told = lower[1:end]
    finite = not FINITE.isdisjoint(told) or any(word.endswith("ed") and word not in LEADING for word in told[1:])
    return 0 if not end or (finite and lower[0] not in ACTING) else end


def _behind_partners(words: tuple[str, ...]) -> int:
    """Return where the subject stands behind those with whom it acted: "With the Red Party and Azul it founded"."""
    if words[:1] not in (("With",), ("Alongside",)) or len(words) < 3:
        return 0
    at = 1
    while at < min(len(words), FARTHEST) and (words[at][0].isupper() or words[at] in AMONG):
        at += 1
    return at if at > 2 and words[at : at + 1] in SUBJECTS else 0
