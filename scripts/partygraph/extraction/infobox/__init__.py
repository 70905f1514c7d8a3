"""The infobox of an article as facts: every row ends as evidence of a fact, or as a left-out record with a reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from partygraph.extraction.infobox import values as infobox_values
from partygraph.extraction.infobox.fields import Field, Reading
from partygraph.extraction.infobox.figures import ABSENT, body_of
from partygraph.extraction.infobox.items import Rest
from partygraph.model import Article, Entity, Evidence, Fact, LeftOut, Literal, Qualifier, Row, Span, Status, written
from partygraph.rules import infobox as rules
from partygraph.rules import labels, lexicon
from partygraph.rules.infobox import InfoboxRule
from partygraph.rules.predicates import predicates
from partygraph.values import lists

NAME_RULE = "infobox:name"
OFFICER_RULE = "infobox:officerByKey"
BODIES = frozenset({"Organ", "Organisation", "Party"})
"""Ranges of predicates that relate the party to another body."""
LONGEST_VALUE = 10_000
"""No value of an infobox has more characters that a reader sees; what is longer is not read."""

Found = Fact | LeftOut

_LINK_BEGIN = re.compile(r"\[\[[^\[\]|\n]*\|?\Z")


def read_rows(article: Article, subject: Entity) -> tuple[tuple[Fact, ...], tuple[LeftOut, ...]]:
    """Return what the title and the infobox state about the subject, and what of them became no fact.

    The article is taken to be about a party.
    """
    found: list[Found] = list(_names(article, subject))
    if article.infobox:
        box = _Box(article, subject)
        for row in article.infobox.rows:
            if not (row.key == "name" and row.number is None):
                found += box.read(row)
    facts = _merged([one for one in found if isinstance(one, Fact)])
    left_out = [one for one in found if isinstance(one, LeftOut)]
    return facts, (*left_out, *_unmentioned(article, facts, left_out))


def has_rule(row: Row) -> bool:
    """Tell whether a rule knows a row's key, as that of a value or of what qualifies one."""
    return row.key in rules.by_key() or row.key in rules.by_companion() or _officer(row) is not None


# --------------------------------------------------------------------------- names


def _names(article: Article, subject: Entity) -> Iterator[Found]:
    """State the title's name, and the infobox's own where it is another."""
    rows = [row for row in article.infobox.rows if row.key == "name" and row.number is None] if article.infobox else []
    own = [(row, _own_name(row.value.text, article.title)) for row in rows]
    title = re.sub(r"\s+\([^()]*\)$", "", article.title).strip() or article.title
    if any(name == article.title for _, name in own):
        title = article.title
    quoted = tuple(_quote(article, row) for row, name in own if name == title)
    wikitext = article.form == "wikitext"
    if not wikitext or quoted:
        evidence = (article.evidence(article.title_span), *quoted) if not wikitext else quoted
        yield Fact(subject, "name", Literal(title), "infobox", evidence, NAME_RULE)
    for row, name in own:
        if not name:
            yield LeftOut(_quote(article, row), "empty", row.label)
        elif name != title:
            predicate = "name" if wikitext else "altName"
            yield Fact(subject, predicate, Literal(name), "infobox", (_quote(article, row),), NAME_RULE)


def _own_name(text: str, title: str) -> str:
    """Return the infobox's name of its subject, without what a line break or a template left in it."""
    name = _readable(text)
    parts: list[str] = []
    for start, end in lists.split(name):
        if labels.is_debris(name[start:end]):
            break
        if not name.startswith("(", start):
            parts.append(name[start:end])
    joined = " ".join(parts)
    if len(parts) > 1 and (joined == title or any(part[0].islower() for part in parts[1:])):
        return joined
    return ", ".join(parts)


def _readable(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


# --------------------------------------------------------------------------- rows


class _Box:
    """The infobox of one article, with its rows by key and number, so that titles find their values."""

    def __init__(self, article: Article, subject: Entity) -> None:
        self.article = article
        self.subject = subject
        self.rows = article.infobox.rows if article.infobox else ()
        self.by_place: dict[tuple[str, int | None], Row] = {}
        for row in self.rows:
            self.by_place.setdefault((row.key, row.number), row)
        names = [_own_name(row.value.text, article.title) for row in self.rows if row.key == "name"]
        self.own = {article.title, labels.undisambiguated(article.title), *names}

    def read(self, row: Row) -> Iterator[Found]:
        """Read one row."""
        rule = rules.by_key().get(row.key) or _officer(row)
        if rule is None:
            companion = rules.by_companion().get(row.key)
            yield from self._companion(row, companion) if companion else self._unknown(row)
        elif rule.left_out:
            yield LeftOut(_quote(self.article, row), rule.left_out, _raw(row), rule.name)
        elif not row.value.text.strip():
            yield from self._empty(row, rule)
        elif len(row.value.text) > LONGEST_VALUE:
            yield LeftOut(_quote(self.article, row), "too-long", _raw(row), rule.name)
        else:
            yield from self._values(row, rule)

    def _values(self, row: Row, rule: InfoboxRule) -> Iterator[Found]:
        field = Field(
            self.article,
            row,
            rule,
            rule.states,
            predicates()[rule.states].range,
            *(self._beside(row, key) for key in (rule.title_key, rule.year_key, rule.lang_key)),
        )
        results = [self._other(one, field) for one in infobox_values.read(field)]
        # A value that says one thing is quoted with its key.
        whole = all(isinstance(result, Reading) and result.span == results[0].span for result in results)
        for result in results:
            if isinstance(result, Reading):
                yield from (self._fact(field, one, whole) for one in _periods(result))
            else:
                yield self._rest(row, rule, result)

    def _other(self, result: Reading | Rest, field: Field) -> Reading | Rest:
        """Leave out a body that cannot be told from the party itself: nothing is its own predecessor."""
        if isinstance(result, Rest) or not isinstance(result.object, Entity) or field.range not in BODIES:
            return result
        named = result.object.link or result.object.name
        if labels.is_distinction(self.article.title) and named == labels.undisambiguated(self.article.title):
            return result  # "Azure Congress (Democratic)" split from the Azure Congress
        if named.replace("_", " ") not in (self.own if result.object.link is None else {self.article.title}):
            return result
        return Rest(result.span, "names-itself", named)

    def _fact(self, field: Field, reading: Reading, whole: bool) -> Fact:
        row = field.row
        span = _line(self.article, row) if whole else _linked(self.article, row, reading.span)
        claimed = any(name == "claimed" for name, _ in reading.pairs)
        qualifiers = [Qualifier(name, value) for name, value in reading.pairs if name != "claimed"]
        qualifying = ((field.title, ("role", "title")), (field.year, ("year", "asOf")), (field.lang, ("lang",)))
        for companion, names in qualifying:
            if companion:
                quote = _quote(self.article, companion)
                qualifiers = [Qualifier(q.name, q.value, quote) if q.name in names else q for q in qualifiers]
        evidence: tuple[Evidence, ...] = (self.article.evidence(span),)
        if field.title and field.rule.title_as == "body":
            evidence = (*evidence, _quote(self.article, field.title))
        return Fact(
            self.subject,
            reading.predicate or field.predicate,
            reading.object,
            "infobox",
            evidence,
            field.rule.name,
            tuple(qualifiers),
            Status.CLAIM if claimed else reading.status,
            evidence if reading.inferred else (),
        )

    def _rest(self, row: Row, rule: InfoboxRule, rest: Rest) -> LeftOut:
        span = row.value.span(rest.span.start, max(rest.span.end, rest.span.start))
        evidence = self.article.evidence(span) if span.start < span.end else _quote(self.article, row)
        return LeftOut(evidence, rest.reason, rest.note, rule.name)

    def _beside(self, row: Row, key: str) -> Row | None:
        found = self.by_place.get((key, row.number)) if key else None
        return found if found and found.value.text.strip() else None

    # ----------------------------------------------------------------------- rows without a value of their own

    def _companion(self, row: Row, rule: InfoboxRule) -> Iterator[Found]:
        """Read a title, year or language: it is read with its value, and left out where it has none."""
        partners = [self.by_place.get((key, row.number)) for key in rule.keys]
        partner = next((p for p in partners if p is not None and (p.value.text.strip() or p.key == "seats")), None)
        if row.key == rule.title_key and rule.title_as == "body" and partner is None:
            yield self._tally(row, rule)
        elif partner is None:
            reason = "year-without-count" if row.key == rule.year_key else "title-without-value"
            yield LeftOut(_quote(self.article, row), reason, _raw(row), rule.name)

    def _tally(self, row: Row, rule: InfoboxRule) -> Found:
        body, pairs = body_of(row.value.text, [(link.span, link.target) for link in row.value.links])
        quote = _quote(self.article, row)
        if body is None:
            return LeftOut(quote, "title-without-value", _raw(row), rule.name)
        qualifiers = (Qualifier("held", ABSENT), *(Qualifier(name, value) for name, value in pairs))
        return Fact(self.subject, "seats", body, "infobox", (quote,), rule.name, qualifiers)

    def _empty(self, row: Row, rule: InfoboxRule) -> Iterator[Found]:
        title = self._beside(row, rule.title_key)
        quote = _quote(self.article, row)
        if title and rule.title_as == "body":
            yield self._tally(title, rule)
        yield LeftOut(quote, _why_empty(quote.quote), _raw(row), rule.name)

    def _unknown(self, row: Row) -> Iterator[Found]:
        quote = _quote(self.article, row)
        reason = "no-rule" if row.value.text.strip() else _why_empty(quote.quote)
        yield LeftOut(quote, reason, f"{row.key}: {_raw(row)}")


def _periods(reading: Reading) -> Iterator[Reading]:
    """Make a statement of each period: "(1991–1994, 2009–2013)" is two."""
    starts = [n for n, (name, _) in enumerate(reading.pairs) if name == "start"]
    if len(starts) < 2:
        yield reading
        return
    timed = ("start", "end")
    common = tuple(pair for pair in reading.pairs if pair[0] not in timed)
    for begin, end in zip(starts, [*starts[1:], len(reading.pairs)], strict=True):
        yield replace(reading, pairs=(*common, *(pair for pair in reading.pairs[begin:end] if pair[0] in timed)))


def _officer(row: Row) -> InfoboxRule | None:
    """Make a rule for a key that is the name of an office ("State Chair"), though no block of the table has it."""
    words = tuple(re.split(r"[_\s-]+", row.key))
    if not any(term.kind == "role" and term.words == words for term in lexicon.terms().get(words[0], ())):
        return None
    role = row.label if " " in row.label or row.label[:1].isupper() else row.label.replace("_", " ").title()
    return InfoboxRule(OFFICER_RULE, (row.key,), "leader", "", role, "", "", "", "", "", ())


def _why_empty(source: str) -> str:
    value = source.partition("=")[2] or source.partition(":")[2]
    if "{{" in value:
        return "unresolved-template"
    return "comment" if "<!--" in value else "empty"


def _raw(row: Row) -> str:
    return _readable(row.value.text)[:300]


# --------------------------------------------------------------------------- evidence


def _line(article: Article, row: Row) -> Span:
    """Return the row without its bullet or bar: "Membership: 304"."""
    text = article.text[row.span.start : row.span.end]
    lead = len(text) - len(text.lstrip("-| \t"))
    return Span(row.span.start + lead, row.span.start + len(text.rstrip()))


def _linked(article: Article, row: Row, part: Span) -> Span:
    """Return the source of a part of a value; of a link the brackets and the target are quoted, too."""
    span = row.value.span(part.start, part.end)
    if article.form == "plain":
        return span
    before = _LINK_BEGIN.search(article.text, row.span.start, span.start)
    start = before.start() if before else span.start
    quote = article.text[start : span.end]
    opened = quote.count("[[") > quote.count("]]") and article.text.startswith("]]", span.end)
    return Span(start, span.end + 2 if opened else span.end)


def _quote(article: Article, row: Row) -> Evidence:
    span = _line(article, row)
    return article.evidence(span if span.start < span.end else row.span)


def _merged(facts: list[Fact]) -> tuple[Fact, ...]:
    """Make one fact of those that say the same, with all their evidence."""
    # Most facts have an object of their own: those need not be compared any closer.
    alike = Counter((fact.predicate, written(fact.object)) for fact in facts)
    if all(count == 1 for count in alike.values()):
        return tuple(sorted(facts, key=lambda fact: fact.evidence[0].span.start))
    found: dict[tuple[object, ...], Fact] = {}
    quoted: dict[tuple[object, ...], dict[Evidence, None]] = {}
    for fact in facts:
        key = (fact.predicate, fact.object, tuple((q.name, q.value) for q in fact.qualifiers), fact.status)
        found.setdefault(key, fact)
        quoted.setdefault(key, {}).update(dict.fromkeys(fact.evidence))
    merged = [
        fact if len(quoted[key]) == len(fact.evidence) else replace(fact, evidence=tuple(quoted[key]))
        for key, fact in found.items()
    ]
    return tuple(sorted(merged, key=lambda fact: fact.evidence[0].span.start))


def _why_unmentioned(row: Row) -> str:
    """Say of a title or year that nothing came of the value that it belongs to."""
    rule = rules.by_companion().get(row.key) if row.key not in rules.by_key() else None
    if rule is None or row.key == rule.lang_key:
        return "not-understood"
    return "year-without-count" if row.key == rule.year_key else "title-without-value"


def _unmentioned(article: Article, facts: tuple[Fact, ...], left_out: list[LeftOut]) -> Iterator[LeftOut]:
    """Leave out each row that neither a fact nor a record mentions, so that nothing is lost unseen."""
    if not article.infobox:
        return
    quoted = [one.span for fact in facts for one in fact.evidence]
    quoted += [q.evidence.span for fact in facts for q in fact.qualifiers if q.evidence]
    quoted += [record.evidence.span for record in left_out]
    starts = sorted(quoted)
    at = 0
    for row in sorted(article.infobox.rows, key=lambda row: row.span.start):
        while at < len(starts) and starts[at].end <= row.span.start:
            at += 1
        if not any(span.overlaps(row.span) for span in starts[at : at + 8]):
            yield LeftOut(_quote(article, row), _why_unmentioned(row), _raw(row))
