"""The values of a statement: what the filled slots of a match stand for, in the range of its predicate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.reading import Reading
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.model import Datatype, Entity, Kind, Literal
from partygraph.rules import labels, lexicon
from partygraph.rules.phrases import Value

ENTITY_RANGES: dict[str, Kind] = {
    "Person": Kind.PERSON,
    "Party": Kind.PARTY,
    "Organisation": Kind.ORGANISATION,
    "Place": Kind.PLACE,
    "Body": Kind.BODY,
    "Office": Kind.OFFICE,
    "Election": Kind.ELECTION,
    "Ideology": Kind.CONCEPT,
    "Position": Kind.CONCEPT,
    "Religion": Kind.CONCEPT,
    "BallotLine": Kind.BALLOT_LINE,
    "Work": Kind.WORK,
    "Organ": Kind.WORK,
}
BODIES = frozenset({Kind.PARTY, Kind.ORGANISATION})
NOUNS = lexicon.words("party-noun") | lexicon.words("movement-noun") | lexicon.words("pronoun-it")
TITLED = frozenset({Kind.PARTY, Kind.ORGANISATION, Kind.WORK})


def read_values(
    value: Value, slots: Mapping[str, Mention], range_: str, reading: Reading
) -> list[tuple[Entity | Literal, Mention | None]]:
    """Return the values, each with the mention that it was read from; a constant has none."""
    if value.constant:
        return [(_constant(value.constant, range_, reading), None)]
    found: list[tuple[Entity | Literal, Mention | None]] = []
    for path in value.slots:
        mention = _walk(path, slots)
        if mention is not None:
            for item in mention.items or (mention,):
                one = _convert(item, range_, reading)
                if one is not None:
                    found.append((one, item))
            break
    return found


def chosen(value: Value, slots: Mapping[str, Mention]) -> str:
    """Return the first path of a value that is filled, empty if none is."""
    for path in value.slots:
        if _walk(path, slots) is not None:
            return path
    return ""


def _walk(path: str, slots: Mapping[str, Mention]) -> Mention | None:
    """Follow ``slot``, ``slot.part``, ``slot.part.part``, ``slot#kind`` or ``slot@kind``.

    The last two keep only the members whose entity, or mention, is of that kind.
    """
    name, parts, kind, sort = _pieces(path)
    mention = slots.get(name)
    for part in parts:
        mention = mention.part(part) if mention is not None else None
    if mention is None or not (kind or sort):
        return mention
    items = tuple(
        item
        for item in mention.items or (mention,)
        if item.kind == sort or (kind and item.entity and item.entity.kind.value == kind)
    )
    return replace(mention, items=items) if items else None


@cache
def _pieces(path: str) -> tuple[str, tuple[str, ...], str, str]:
    """Take a path apart: the slot, and the part, the kind of entity and the kind of mention that are asked for."""
    path, _, sort = path.partition("@")
    name, _, kind = path.partition("#")
    name, *parts = name.split(".")
    return name, tuple(parts), kind, sort


def _constant(text: str, range_: str, reading: Reading) -> Entity | Literal:
    if range_ in ENTITY_RANGES:
        return Entity(text, ENTITY_RANGES[range_])
    if range_ == "Boolean":
        return Literal(text, Datatype.BOOLEAN)
    if range_ == "Count" and text.isdigit():
        return Literal(text, Datatype.NON_NEGATIVE)
    return Literal(text)


def _convert(mention: Mention, range_: str, reading: Reading) -> Entity | Literal | None:
    if range_ in ENTITY_RANGES:
        kind = ENTITY_RANGES[range_]
        entity = mention.entity
        if kind in TITLED and entity != reading.subject and _has_capital_article(reading.lattice, mention):
            link = entity.link if entity is not None else None
            return Entity(f"The {mention.name}", entity.kind if entity is not None else kind, link)
        if entity is not None and entity.kind is Kind.PERSON and kind in BODIES:
            # A name that looks like a person's, where only a body can stand ("merged into Nova Terra").
            return Entity(entity.name, kind, entity.link)
        if (
            entity is None
            or (entity.kind is not kind and kind in (Kind.BALLOT_LINE, Kind.OFFICE, Kind.ELECTION, Kind.WORK))
            or (
                # A party that is named by its ballot line is the party all the same.
                kind is Kind.PARTY and entity.kind is Kind.BALLOT_LINE
            )
        ):
            return Entity(mention.name, kind, entity.link if entity and kind is not Kind.BALLOT_LINE else None)
        return entity
    if range_ in ("Date", "Count", "Decimal", "Boolean"):
        return _literal(mention, range_)
    if range_ == "Name":
        stated = mention.literal.lang if mention.literal else None
        language = stated if stated and stated != "und" else reading.language
        name = _as_written(reading, mention)
        # "Red Party (United)" is the name, and "RP (Unity)" are its initials; any other bracket is a remark on it.
        whole = mention.kind == "acronym" or labels.is_distinction(name)
        name = name if whole else DISAMBIGUATION.sub("", name)
        return Literal(name, Datatype.LANG_STRING, language)
    if range_ == "NativeName":
        spoken = mention.literal.lang if mention.literal else "und"
        return Literal(_as_written(reading, mention), Datatype.LANG_STRING, spoken)
    return Literal(f"The {mention.name}" if _has_capital_article(reading.lattice, mention) else mention.name)


def _as_written(reading: Reading, mention: Mention) -> str:
    """Return the name of a mention; of the article's party, whose names all stand for one, that of the sentence."""
    tokens = reading.lattice.tokens
    first = mention.start + (tokens.lower[mention.start] == "the")
    if mention.entity != reading.subject or mention.kind == "quoted" or first >= mention.end:
        return mention.name
    word = tokens.words[first]
    noun = mention.end - first == 1 and (word.lower() in NOUNS or word.isupper())
    return mention.name if noun or not word[0].isupper() else tokens.show(first, mention.end)


def _has_capital_article(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a name begins with its article, written as a part of it ("won by The Greens")."""
    words, at = lattice.tokens.words, mention.start
    if words[at : at + 1] != ("The",):
        at -= 1
    return at > 0 and words[at] == "The" and words[at - 1].islower() and not mention.name.startswith("The ")


def _literal(mention: Mention, range_: str) -> Literal | None:
    literal = mention.literal
    if literal is None:
        return None
    integral = literal.datatype in (Datatype.INTEGER, Datatype.NON_NEGATIVE)
    if range_ == "Count":
        return literal if integral else None
    if range_ == "Decimal" and integral:
        return Literal(literal.lexical, Datatype.DECIMAL, approximate=literal.approximate)
    if range_ == "Date" and integral:
        return None
    return literal
