"""The nouns that travel from the bytes of an article to its published statements.

Every offset is a zero-based, half-open index into :attr:`Article.text`, counted in Unicode code points of the file
decoded as UTF-8 with nothing else changed (line ends included). ``article.text[span.start:span.end]`` is the quote.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal as OneOf
from typing import NamedTuple

# --------------------------------------------------------------------------- places in a text


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (not included) of an article's text."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Segment(NamedTuple):
    """A run of a view's text and the characters of the source that it shows.

    ``verbatim`` runs are the source's own characters one by one; any other run (a rendered template, an entity)
    stands as a whole for the whole source span.
    """

    view: Span
    source: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the source: where its label stands in the view, and the page that it leads to."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a view with a typographic or structural meaning.

    Kinds: ``bold``, ``italic``, ``small``, ``item`` (a list item; ``level`` is its depth, 1 for the outermost list),
    ``heading`` (the title of a list or a bold sub-head), ``note`` (a footnote's anchor, of no width),
    ``lang:xx`` (text in the language of that BCP 47 tag), ``template:name`` (what a template was rendered to).
    """

    span: Span
    kind: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """Readable text in which each character knows its place in the source.

    For the plain-text form the view is the source; for wikitext it is what a reader would see, with the markup gone.
    List items and line breaks of the source stand as a newline.
    """

    text: str
    segments: tuple[Segment, ...]
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()

    @classmethod
    def verbatim(cls, text: str, start: int, links: tuple[Link, ...] = ()) -> View:
        """Make the view of text that stands in the source as it is, from offset ``start`` on.

        >>> View.verbatim("in 2002", 40).span(3, 7)
        Span(start=43, end=47)
        """
        end = start + len(text)
        return cls(text, (Segment(Span(0, len(text)), Span(start, end), True),), links)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the source span that shows the view's characters ``start`` to ``end``.

        A run that is not verbatim is taken whole. An empty stretch has the empty span at its place.
        """
        stop = len(self.text) if end is None else end
        if not self.segments:
            raise ValueError("this view shows no character of the source")
        first = self._segment_at(start)
        if stop <= start:
            at = first.source.start + (start - first.view.start if first.verbatim else 0)
            return Span(at, at)
        last = self._segment_at(stop - 1)
        begin = first.source.start + (start - first.view.start if first.verbatim else 0)
        finish = last.source.start + stop - last.view.start if last.verbatim else last.source.end
        return Span(begin, finish)

    def cut(self, start: int, end: int) -> View:
        """Return the part of this view from ``start`` to ``end``, links and marks that lie inside it included."""

        def shifted(span: Span) -> Span:
            return Span(span.start - start, span.end - start)

        window = Span(start, end)
        segments = []
        for seg in self.segments:
            if not seg.view.overlaps(window):
                continue
            low, high = max(seg.view.start, start), min(seg.view.end, end)
            source = seg.source
            if seg.verbatim:
                source = Span(source.start + low - seg.view.start, source.start + high - seg.view.start)
            segments.append(Segment(Span(low - start, high - start), source, seg.verbatim))
        if not segments:
            segments.append(Segment(Span(0, 0), self.span(start, start), True))
        return View(
            self.text[start:end],
            tuple(segments),
            tuple(Link(shifted(link.span), link.target) for link in self.links if window.contains(link.span)),
            tuple(Mark(shifted(m.span), m.kind, m.level) for m in self.marks if window.contains(m.span)),
        )

    def _segment_at(self, offset: int) -> Segment:
        at = bisect_right(self.segments, offset, key=lambda seg: seg.view.start) - 1
        return self.segments[max(at, 0)]


# --------------------------------------------------------------------------- an article


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: what a reader needs to find the same characters again.

    ``revision``, ``url``, ``licence`` and ``retrieved`` are None where not known, and are then shown as unknown.
    ``sha256`` is that of the file's bytes.
    """

    name: str
    sha256: str
    title: str | None = None
    url: str | None = None
    language: str = "en"
    licence: str | None = None
    revision: str | None = None
    retrieved: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One key of an infobox with its value.

    ``key`` is folded: lower case, words joined by ``_``, the first digits taken out into ``number``
    (``Seats1 Title`` and ``seats1_title`` are both ``seats_title`` with number 1). ``label`` is the key as written.
    """

    key: str
    number: int | None
    label: str
    value: View
    span: Span
    """The whole line (plain text) or parameter (wikitext), without its line end."""


@dataclass(frozen=True, slots=True)
class Infobox:
    """The infobox of an article; ``template`` is its template's name, None where the form does not tell."""

    template: str | None
    rows: tuple[Row, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; its place is ``section, paragraph, sentence``, each from 1 but for the lead, which is section 0."""

    view: View
    place: tuple[int, int, int]
    kind: OneOf["prose", "item"] = "prose"
    notes: tuple[Span, ...] = ()
    """The source spans of the references (footnotes) attached to it."""

    @property
    def span(self) -> Span:
        """The sentence's characters in the source."""
        return self.view.span()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the source: a heading row, then rows of cells; every cell is a view."""

    span: Span
    caption: View | None
    header: tuple[View, ...]
    rows: tuple[tuple[View, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; the lead has no heading and level 1."""

    heading: str | None
    level: int
    span: Span
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...] = ()


class Subject(StrEnum):
    """What an article is about, as far as its form tells."""

    PARTY = "party"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read: its text, and where in the text everything stands.

    ``debris`` are characters that the reader recognised as nobody's statement (navigation templates, categories,
    comments), each with its reason; they end in the account as left-out records.
    """

    source: Source
    text: str
    form: OneOf["plain", "wikitext"]
    title: str
    title_span: Span
    infobox: Infobox | None
    sections: tuple[Section, ...]
    subject: Subject = Subject.UNKNOWN
    debris: tuple[LeftOut, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """Quote the characters of a span."""
        return Evidence(span, self.text[span.start : span.end])

    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order of the text."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    def line(self, offset: int) -> int:
        """Return the line (from 1) in which an offset lies."""
        return self.text.count("\n", 0, offset) + 1


# --------------------------------------------------------------------------- statements


class Kind(StrEnum):
    """What sort of thing an entity is, as far as the text says."""

    PARTY = "party"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ELECTION = "election"
    BODY = "body"
    OFFICE = "office"
    CONCEPT = "concept"
    BALLOT_LINE = "ballotLine"
    WORK = "work"
    ARTICLE = "article"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that the text names.

    ``name`` is the readable name. ``link`` is the Wikipedia title that the text itself links the name to (identity by
    link target); without it the entity is known only inside its article, by its name. ``qid`` is set by linking only.
    """

    name: str
    kind: Kind
    link: str | None = None
    qid: str | None = None


class Datatype(StrEnum):
    """The datatypes of the publisher profile; a literal of any other is refused."""

    STRING = "xsd:string"
    LANG_STRING = "rdf:langString"
    INTEGER = "xsd:integer"
    NON_NEGATIVE = "xsd:nonNegativeInteger"
    DECIMAL = "xsd:decimal"
    BOOLEAN = "xsd:boolean"
    YEAR = "xsd:gYear"
    YEAR_MONTH = "xsd:gYearMonth"
    DATE = "xsd:date"
    URI = "xsd:anyURI"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: canonical lexical form, datatype, and the language of a langString.

    ``approximate`` stands for circa, about, roughly: the value is what the text says, the precision is not.
    """

    lexical: str
    datatype: Datatype = Datatype.STRING
    lang: str | None = None
    approximate: bool = False


def written(value: Entity | Literal) -> str:
    """Return what a value is called: an entity's name, a literal's lexical form."""
    return value.name if isinstance(value, Entity) else value.lexical


class Status(StrEnum):
    """How far a statement is to be trusted."""

    ASSERTED = "asserted"
    CANDIDATE = "candidate"
    CLAIM = "claim"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of the source, quoted: ``article.text[span.start:span.end] == quote``."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What narrows a statement: a role, a period, a scope, a count. ``evidence`` is set where it stands elsewhere."""

    name: str
    value: Entity | Literal
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of an article with the characters that say it.

    ``predicate`` is a name of the fact table (``founded``, ``leader``, ...). ``evidence`` is never empty: the first is
    the one to show, more follow where the article says the same again. ``rule`` names the rule that read it.
    ``inferred_from`` holds the evidence of the statements that an inferred one rests on.
    """

    subject: Entity
    predicate: str
    object: Entity | Literal
    source: OneOf["infobox", "prose"]
    evidence: tuple[Evidence, ...]
    rule: str
    qualifiers: tuple[Qualifier, ...] = ()
    status: Status = Status.ASSERTED
    inferred_from: tuple[Evidence, ...] = ()

    def qualifier(self, name: str) -> Entity | Literal | None:
        """Return the value of the first qualifier of that name."""
        return next((q.value for q in self.qualifiers if q.name == name), None)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Characters of the source that became no fact, and why.

    ``reason`` is a code of ``ontology/reasons.ttl``; ``note`` says more, for people.
    """

    evidence: Evidence
    reason: str
    note: str = ""
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one article: its facts in the order of the text, and everything that became no fact."""

    article: Article
    facts: tuple[Fact, ...]
    left_out: tuple[LeftOut, ...]
    aliases: tuple[tuple[str, Entity], ...] = field(default=())
    """Names that the text itself states for an entity (title, abbreviation, short name), in the order of the text."""
