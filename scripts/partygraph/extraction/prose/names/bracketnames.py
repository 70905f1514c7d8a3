"""Takes the text of a parenthesis apart: which names it has, of what kind and in which language, remarks left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from partygraph.extraction.prose.names import barenames, bracketgaps, tongues
from partygraph.model import View
from partygraph.rules import labels, lexicon

UNTIL = re.compile(
    r"^\s*(?:in |on )?(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}(?:[:,]|(?= ))\s*(?:(?:known|called|named) (?:as )?)?"
)
"""The time of a former name before it: "until 1991: Azure Movement", "until May 1991 called the Azure Movement"."""
UNPOINTED = re.compile(r"(?P<language>[A-Z][a-z]+) (?P<name>(?:[A-Z]|[^\x00-\x7f]).+)", re.DOTALL)
"""A name with its language before it and no colon between: "French Parti Bleu"."""
REMARK = re.compile(
    r"\||,\s+(?=(?:here|commonly|often|usually|sometimes|also|generally|formerly|later|now|modernized|modernised|"
    r"officially|abbreviated|shortened|known|called|referred|simply|informally|colloquially|locally)\s)"
)
"""Where a remark on a name begins that stands behind it: "Partido Azul, here called by its initials"."""
TWO_NAMES = re.compile(r"\w\s*/\s*\w")
"""A name with its language behind it, and initials between the two: "Partido Azul PA in Spanish"."""
INITIALS = re.compile(r"\s*(?:\((?P<short>\w{2,8}|(?:\w{1,3}\.){2,8}\w?)\)|\s[–—-]\s(?P<dashed>(?:\w\.){2,8}))$")
"""What ends a name, in brackets or behind a dash: the initials of "Κόμμα Λιβαδιού (Κ.Λ.)" are none of it."""
SPOKEN = re.compile(r"(?:^|\s+)/[^\s/()]+/(?=\s|[,;]|$)")
"""How a name is spoken, as it stands behind the name or before all others: "Partido Azul /pt/"."""
INITIALLED = re.compile(r"\s*\((?P<short>[^\W\d_a-zß-ÿ][\w.]{1,9})\)\s*$")
"""The initials of a name in brackets of their own behind it: "Partido Azul (PA)"."""
FOR_SHORT = " for short"
BRIEFLY = frozenset({"in short"})
"""What opens initials or a shorter name: "in short BP", "in short Azur"."""
OWNER = re.compile(r"\b(?:branch|section|wing|part|member|successor|affiliate) (?:of|to) ")
"""What tells that another body is named there, whose the initials behind it are."""
AS_WELL = re.compile(r"\s+(?:as well|too)$")
NOT_FOREIGN = re.compile(r"\b(?:of|the) (?:the )?[A-Z]")
"""What only an English name has, whatever language is told before it: "Party of the North"."""
NEAR_ENGLISH = frozenset({"af", "en", "fy", "nl", "sco"})
"""The languages in which it may stand all the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One name of a parenthesis: what it is, and its place in the sentence's text."""

    kind: str
    text: str
    start: int
    end: int
    language: str


def pieces(text: str, offset: int, view: View, leads: bool, name: str) -> Iterator[Piece]:
    """Yield the names of a parenthesis behind ``name``; its text begins at ``offset`` of the sentence's.

    ``leads`` tells that it is in the sentence which says what the party is: there, unlabelled names are native.
    """
    native: Piece | None = None
    owned = False  # told to be of another body: "(Azure Party, branch of the Party of the Skies, PS)"
    opened = False  # by the party's own initials, behind which the names follow: "(BP; Blaue Partei)"
    translated = re.search(r"\bEnglish:", text) is not None
    at = bare = 0
    for part in [*bracketgaps.gaps(text), None]:
        end = part.start() if part else len(text)
        raw = SPOKEN.split(text[at:end])[0]
        start = at + len(raw) - len(raw.lstrip())
        if at == bare and not raw.strip():
            bare = at = part.end() if part else end  # "(/pt/; Azure Party)": how the name before is spoken
            continue
        several = list(_alternatives(raw.strip(), offset + start))
        if several:
            yield from several
            at = part.end() if part else end
            continue
        if raw.strip().startswith("not to be confused"):
            return
        piece = _piece(raw.strip(), offset + start, native.language if native else "", view)
        spelled = at == bare and _is_spelled(raw.strip(), text[end:])
        if piece is None and (spelled or (leads and (at == bare or opened or native is not None or translated))):
            # "(Partidu Sardu, Partito Sardo)": after one name in another language there may be a second.
            piece = _unlabelled(raw.strip(), offset + start, spelled and not raw.isascii())
        if piece is None and at == bare and ":" not in raw and tongues.is_surely_foreign(raw.strip(), name):
            piece = _clean("native", raw.strip(), offset + start, "")
        quoted = raw.strip().strip(barenames.QUOTES) != raw.strip()  # "(PA, Spanish: Partido Azul, "Blue Party")"
        if (
            piece is None
            and (quoted or at == bare or opened)
            and tongues.is_translation(raw.strip(barenames.QUOTES), name)
        ):
            piece = _clean("meaning", raw.strip(), offset + start, "")
            translated = translated or piece is not None
        # What is translated before any other name is the title, which so is in the party's own language.
        translated = translated or (native is None and bracketgaps.opening(raw.strip().lower())[1] == "translated")
        owned = owned or (piece is None and OWNER.search(raw) is not None)
        if piece is not None and piece.kind == "short" and owned:
            piece = None
        if piece is not None and piece.kind == "native" and "/" in name and "/" in raw:
            piece = _of_two_halves(piece, raw)
        if piece is not None and piece.kind == "native":
            piece = _with_its_distinction(piece, text[piece.start - offset :], name)
            if bracketgaps.may_go_on(piece.text, text[end:]) or bracketgaps.may_be_enumerated(piece.text, text[end:]):
                piece = None
        if piece is not None:
            if piece.kind == "native" and not piece.language and barenames.is_short_for(piece.text, name):
                piece = replace(piece, kind="also")  # "Azure Ghana (Azure GH)"
            if piece.kind == "native" and re.match(r"[A-Z]{2,}[-–]", piece.text):
                piece = replace(piece, kind="also")  # "PA-Azul": initials with a word
            if piece.kind == "native" and translated and tongues.is_latin(piece.text):
                piece = replace(piece, kind="also")  # "Framfylking (English: Progress; Danish: Fremskridt)"
            if (
                piece.kind == "native"
                and native
                and piece.language in ("", native.language)
                and tongues.is_romanised(piece.text, native.text)
            ):
                piece = replace(piece, kind="also")
            if piece.kind == "short" and native is not None and _are_initials(piece.text, native.text):
                piece = replace(piece, language=native.language)
            yield piece
            native = piece if piece.kind == "native" else native
            opened = (opened or at == bare) and piece.kind == "short"
            initials = INITIALLED.search(raw)
            known = initials and (piece.kind == "native" or (piece.kind == "also" and _short(initials["short"], 0)))
            if initials and known and piece.text in raw[: initials.start()]:
                first = offset + at + initials.start("short")
                yield Piece("short", initials["short"], first, first + len(initials["short"]), piece.language)
        at = part.end() if part else end


def _of_two_halves(piece: Piece, raw: str) -> Piece | None:
    """Return a native name with what follows its stroke, where the party's name has one, too.

    >>> _of_two_halves(Piece("native", "Azul", 0, 4, ""), "Azul/Partido Azul").text
    'Azul/Partido Azul'
    """
    whole = re.match(rf"{re.escape(piece.text)}\s?/\s?[^\W\d][^()/]+$", raw.strip())
    return replace(piece, text=whole[0], end=piece.start + len(whole[0])) if whole else None


def _with_its_distinction(piece: Piece, text: str, name: str) -> Piece:
    """Return a native name with the bracket that it has, where the party's name has one, too: "Blue Party (Left)"."""
    whole = re.match(rf"{re.escape(piece.text)} \([^\W\d][^()]+\)", text) if labels.is_distinction(name) else None
    return replace(piece, text=whole[0], end=piece.start + len(whole[0])) if whole else piece


def _alternatives(text: str, start: int) -> Iterator[Piece]:
    """Yield the names that "or" and "and" join, if each of them is one of a party: "also known as A League or B Front".

    >>> [piece.text for piece in _alternatives("also known as Blue League or Azure Front", 0)]
    ['Blue League', 'Azure Front']
    >>> list(_alternatives("also known as Farmers and Workers League", 0))
    []
    """
    opening = next((one for one, kind in bracketgaps.openings() if kind == "also" and text.lower().startswith(one)), "")
    names = re.split(r"\s+(?:or|and)\s+", text[len(opening) :].strip(barenames.QUOTES + ":")) if opening else []
    nouns = lexicon.words("party-noun") | lexicon.words("movement-noun")
    if len(names) < 2 or any(nouns.isdisjoint(name.lower().split()) for name in names):
        return
    for name in names:
        piece = _clean("also", name, start + text.index(name, len(opening)), "")
        if piece is not None:
            yield piece


def _are_initials(short: str, name: str) -> bool:
    """Tell whether initials are letters of a name in their order, and so belong to its language.

    >>> _are_initials("FLP", "Finlands landsbygdsparti"), _are_initials("CB", "Bloc y Dinasyddion")
    (True, False)
    """
    letters = iter(name.lower())
    wanted = [letter.lower() for letter in short if letter.isalpha()]
    return wanted[:1] == [name[0].lower()] and all(letter in letters for letter in wanted)


def _is_spelled(name: str, behind: str) -> bool:
    """Tell whether the initials behind a name are its own: "(Partido Azul, PA)".

    >>> _is_spelled("Partido Azul", ", PA"), _is_spelled("Partido Azul", ", AP"), _is_spelled("Azul", ", A")
    (True, False, False)
    >>> _is_spelled("Union pour la liberté azurée", ", ULA"), _is_spelled("Związek Ludowo-Azurowy", ", ZLA")
    (True, True)
    """
    short = re.match(r"\s*[,;]\s*(?P<short>[^\W\d_]{2,8})\s*(?:[,;]|$)", behind)
    if short is None or not short["short"].isupper():
        return False
    wanted = short["short"].casefold()
    initials = [word[0] for word in re.split(r"[\s'’-]+", name) if word]
    capitals = "".join(letter for letter in initials if letter.isupper()).casefold()
    letters = iter("".join(initials).casefold())
    in_order = wanted[0] == name[0].casefold() and all(letter in letters for letter in wanted)
    return len(initials) > 1 and (capitals == wanted or (in_order and capitals[:1] == wanted[:1]))


def _bare(name: str) -> str:
    """Return a name without the initials in brackets behind it."""
    return INITIALLED.sub("", name)


def _unlabelled(text: str, start: int, known: bool) -> Piece | None:
    """Read a native name whose language is not said ("(Partido Azul, PA)"), or is none that the tables know.

    It may be ``known`` to be foreign: "(Bloc Azuréen, BA)".
    """
    label = tongues.LABEL.match(text)
    inner = label.start("rest") if label and " " not in label["words"].strip() else 0
    name = text[inner:]
    bare = tongues.in_its_letters(_bare(name))
    if bare.isupper() and bare.lower() != bare and len(bare) < 8 and bare.isalpha():
        return Piece("short", bare, start + inner, start + inner + len(bare), "")  # in letters such as Armenian ones
    return (
        _clean("native", name, start + inner, "")
        if (known or tongues.is_foreign(bare)) and ":" not in bare and "(" not in bare
        else None
    )


def _piece(text: str, start: int, language: str, view: View) -> Piece | None:
    text = AS_WELL.sub("", REMARK.split(text)[0])
    behind = tongues.BEHIND.match(text)
    label = tongues.LABEL.match(text)
    if behind and (code := tongues.code(behind["language"])):
        inner = label.start("rest") if label else 0  # "Flemish: Blauwe Partij in Dutch"
        return _named(behind["name"][inner:], start + inner, code)
    if label and (code := tongues.code(label["words"].strip())):
        inner = label.start("rest")
        return _named(label["rest"], start + inner, code)
    tongue = UNPOINTED.match(text)
    if (
        not label
        and tongue
        and (code := tongues.code(tongue["language"]))
        and tongues.is_foreign(_bare(tongue["name"]))
    ):
        return _named(tongue["name"], start + tongue.start("name"), code)
    lowered = text.lower()
    if any(lowered.startswith(opening) for opening in lexicon.words("romanised-name")):
        return None
    if lowered.endswith(FOR_SHORT):
        return _short(text[: -len(FOR_SHORT)].rstrip(), start)
    opening, kind = bracketgaps.opening(lowered)
    if kind:
        rest = barenames.with_its_mark(UNTIL.sub("", text[len(opening) :]).strip(barenames.QUOTES + ":"), text)
        at = start + text.index(rest, len(opening)) if rest else start
        if opening == "or" and _short(rest, at) is None:
            kind = "also"  # "(Partido Azul, known also as Cielo, or Azules)"
        if opening in BRIEFLY:
            rest = rest.partition(" (")[0]
            if initials := _short(rest, at):
                return initials
        if kind in ("former", "also") and (barenames.may_be_two(rest) or " or " in rest):
            # "(formerly the Country Party and National Country Party)" are two names, or one: who can tell?
            return None
        # Initials are of the native name's language where they are its initials; see above.
        language = "" if kind in ("translated", "short") else language
        if kind == "translated" and tongues.is_foreign(rest):
            return None  # "literally Ḥizb Al-Iṣlāḥ" only writes it in other letters
        return _clean(kind, rest, at, language) if rest else None
    marked = next(
        (m.kind[5:] for m in view.marks if m.kind.startswith("lang:") and m.span.start <= start < m.span.end), ""
    )
    if marked:
        return _named(text, start, marked)
    return _short(text, start)


def _short(text: str, start: int) -> Piece | None:
    """Read initials ("SMP", "D66"); of "TAJ/تاج" those in the letters of the text."""
    if re.fullmatch(r"[A-Z]{2,6} [–—-] [A-Z]{2,6}", text):
        return Piece("short", text, start, start + len(text), "")
    text = text.split("/")[0].rstrip() if not text.isascii() else text
    marks = sum(letter.isupper() or letter.isdigit() for letter in text)
    both = [len(word) < 6 and sum(map(str.isupper, word)) > 1 for word in text.split(" ")]
    if len(both) == 2 and all(both):
        return Piece("short", text, start, start + len(text), "")  # "HSS BiH"
    if bracketgaps.SHORT.match(text) and marks > 1 and not text.isdigit() and (len(text) < 7 or 2 * marks >= len(text)):
        return Piece("short", text, start, start + len(text), "")
    return None


def _named(text: str, start: int, code: str) -> Piece | None:
    """Read a name whose language is told.

    >>> _named("Partido Azul", 0, "es").kind, _named("Party of the North", 0, "es")
    ('native', None)
    """
    if code not in NEAR_ENGLISH and text.isascii() and NOT_FOREIGN.search(text):
        return None
    if bracketgaps.SHORT.match(text) and text.isupper():
        return Piece("short", text, start, start + len(text), code)
    return _clean("native", text, start, code)


def _clean(kind: str, text: str, start: int, code: str) -> Piece | None:
    raw = text
    if re.search(r"\[[A-ZÀ-Þ][^\W\d]", text):
        return None  # "Movimiento V [Quinta] Azul": what the bracket is for is not told
    text = barenames.closed(text)
    text = barenames.unquoted(re.split(r"\s*(?:\[|/|\((?!\w[^\W\dA-Z]+\)$|[^()A-Za-z\d\s]{2,}\)$))", text)[0])
    if kind in ("also", "former") and text.lower().startswith("the "):
        text, start = text[4:], start + 4
    if kind == "native":
        if TWO_NAMES.search(inner := raw.strip()) and inner.isascii():
            return None  # "Red-Blue/Partito Italiano per la pace": one name of two halves, or two names
        text = INITIALS.sub(lambda at: "" if (at["short"] or at["dashed"]).isupper() else at[0], text)
        text = re.sub(r",\s+[a-z]{1,3}$", "", tongues.in_its_letters(text).rstrip(",; "))  # "Junilistan, jl"
        text = barenames.without_initials(text)
        if any(tongues.code(word) for word in tongues.WITHIN.findall(text)):
            return None  # "Blauwe Partij in Dutch and Parti bleu"
    if not text or text.isdigit() or len(text) > 120:
        return None
    if (kind == "short" and not bracketgaps.SHORT.match(text)) or not barenames.is_a_name(text):
        return None
    return Piece(kind, text, start, start + len(text), code)
