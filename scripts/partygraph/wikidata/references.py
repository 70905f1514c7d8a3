"""What a statement given back refers to: the page it was read on, and the words that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from partygraph.linking.items import DAY, Value
from partygraph.model import Article, Evidence, Span, View

WIKIPEDIAS = {"en": "Q328"}
"""Language -> the item of its Wikipedia."""
MOST_QUOTE = 400
"""Characters; a longer quote is cut at a word, and stays a quote."""
UNFIT = re.compile(r"[\t\r\n|]|/\*|\*/|[“”]")
"""What a quotation must not have: QuickStatements takes these characters for its own signs."""
MARKUP = re.compile(r"\[\[|\{\{|''|<[a-zA-Z/!]|&\w+;")
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Reference:
    """The properties of one reference with their values, in the order to write them."""

    snaks: tuple[tuple[str, Value], ...]


def reference(article: Article, evidence: Evidence) -> Reference | str:
    """Make the reference of a statement, or say why there is none.

    A page of Wikipedia is named as the page it was imported from, at its revision where that is known: Wikidata
    refuses Wikipedia as a reference URL. The retrieval date is given only where the source has one.
    """
    source = article.source
    if not source.url:
        return "the address of the source is not known"
    snaks: list[tuple[str, Value]] = []
    if (urlsplit(source.url).hostname or "").endswith("wikipedia.org"):
        home = WIKIPEDIAS.get(source.language)
        if home:
            snaks.append(("P143", Value("item", home)))
        snaks.append(("P4656", Value("text", _escaped(_permanent(source.url, source.revision)))))
    else:
        snaks.append(("P854", Value("text", _escaped(source.url))))
    if source.retrieved and (found := DATE.match(source.retrieved)):
        snaks.append(("P813", Value("time", found[0], precision=DAY)))
    words = quotation(article, evidence)
    if words:
        snaks.append(("P1683", Value("text", words, source.language)))
    return Reference(tuple(snaks))


def quotation(article: Article, evidence: Evidence) -> str:
    """Return the words of the evidence as a reader sees them; empty if they cannot stand in a quotation."""
    words = evidence.quote
    if MARKUP.search(words) or "|" in words:
        words = _readable(article, evidence.span)
    words = re.sub(r"\s+", " ", words).strip()
    letters = [sign for sign in words if sign.isalpha()]
    if not words or UNFIT.search(words) or MARKUP.search(words) or (letters and not any(map(str.isascii, letters))):
        return ""  # also where no letter is of the page's own script: the words are of another language
    return words if len(words) <= MOST_QUOTE else words[: words.rfind(" ", 0, MOST_QUOTE)]


def _escaped(url: str) -> str:
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~._-")


def _permanent(url: str, revision: str | None) -> str:
    if not revision or "oldid=" in url:
        return url
    parts = urlsplit(url)
    page = parts.path.removeprefix("/wiki/")
    return f"{parts.scheme}://{parts.netloc}/w/index.php?title={quote(page, safe='%:()_,.-')}&oldid={revision}"


def _readable(article: Article, span: Span) -> str:
    rows = article.infobox.rows if article.infobox else ()
    views = [row.value for row in rows] + [sentence.view for sentence in article.sentences()]
    found = (_shown(view, span) for view in views if view.segments and view.span().overlaps(span))
    return " ".join(text for text in found if text)


def _shown(view: View, span: Span) -> str:
    """Return the view's characters whose source lies in the span; a rendered run counts as a whole."""
    text = []
    for seg in view.segments:
        if not seg.source.overlaps(span):
            continue
        low, high = seg.view
        if seg.verbatim:
            low += max(0, span.start - seg.source.start)
            high -= max(0, seg.source.end - span.end)
        text.append(view.text[low:high])
    return "".join(text)
