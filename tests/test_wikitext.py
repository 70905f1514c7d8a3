"""Wikitext becomes the same article as plain text, and every character of every view knows its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import linearity
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partygraph.model import Article, Row, Source, Span, Subject, View
from partygraph.readers import wikitext
from partygraph.readers.wikitext import markup as wikimarkup

PAGE = """{{Short description|Party in Vanno}}
{{Infobox political party
| name        = Harbour List <!-- since 2001 -->
| leader      = {{ubl|[[Ida Storm]] (until 2004)|[[Per Lind (politician)|Per Lind]]}}<ref>{{cite web|title=A|b=c}}</ref>
| leader1_title = Secretary
|Leader1_name= Una Beck
| foundation  = {{start date|1987|6|5|df=y}}
| foundation  = 1988
| dissolved   =
| ideology    =
* [[Localism (politics)|Localism]]
* ''Green'' politics
| seats1      = {{composition bar|3|21|hex={{party color|Harbour List}}}}
| website     = [https://example.org/list example.org]
| stray
}}
[[File:Harbour.jpg|thumb|The harbour with [[Ida Storm]]]]
The '''Harbour List''' ({{lang|nb|Havnelista}}) is a [[political party]] in Vanno.<ref>One.</ref> It was
founded in 1987.{{sfn|Beck|1990}}

== History ==
It won {{nowrap|1,204 votes}} (4.1{{nbsp}}per cent) in [[1991 Vanno election|1991]].

=== Splits ===
* The [[Quay List]] left in 1994.
** It came back.
# One member stayed.
{{authority control}}
[[Category:Parties]]
"""


def read(text: str, title: str | None = None) -> Article:
    return wikitext.read(text, Source("page.wikitext", "0" * 64, title))


def row(article: Article, key: str, number: int | None = None) -> Row:
    assert article.infobox
    return next(row for row in article.infobox.rows if (row.key, row.number) == (key, number))


def views(article: Article) -> Iterator[View]:
    if article.infobox:
        yield from (row.value for row in article.infobox.rows)
    for section in article.sections:
        yield from (sentence.view for sentence in section.sentences)
        for table in section.tables:
            yield from (cell for row in (table.header, *table.rows) for cell in row)
            if table.caption:
                yield table.caption


def assert_sound(article: Article) -> None:
    """Each character of a view has a place in the source, in the source's order; verbatim ones are the same there."""
    for view in views(article):
        at, passed = 0, 0
        for segment in view.segments:
            assert segment.view.start == at
            at = segment.view.end
            assert passed <= segment.source.start <= segment.source.end <= len(article.text)
            passed = segment.source.end
            if segment.verbatim:
                shown = view.text[segment.view.start : segment.view.end]
                assert shown == article.text[segment.source.start : segment.source.end]
        assert at == len(view.text)
        whole = Span(0, len(view.text))
        assert all(whole.contains(link.span) and link.target for link in view.links)
        assert all(whole.contains(mark.span) and mark.kind for mark in view.marks)
    for left in article.debris:
        assert article.text[left.evidence.span.start : left.evidence.span.end] == left.evidence.quote
    for sentence in article.sentences():
        assert all(Span(0, len(article.text)).contains(note) for note in sentence.notes)


# --------------------------------------------------------------------------- infobox


def test_rows_are_views_of_readable_text() -> None:
    article = read(PAGE)
    assert article.infobox and article.infobox.template == "Infobox political party"
    assert [(r.key, r.number, r.value.text) for r in article.infobox.rows] == [
        ("name", None, "Harbour List"),
        ("leader", None, "Ida Storm (until 2004)\nPer Lind"),
        ("leader_title", 1, "Secretary"),
        ("leader_name", 1, "Una Beck"),
        ("foundation", None, "5 June 1987"),
        ("foundation", None, "1988"),
        ("dissolved", None, ""),
        ("ideology", None, "Localism\nGreen politics"),
        ("seats", 1, "3 / 21"),
        ("website", None, "example.org"),
    ]
    assert_sound(article)


def test_a_row_quotes_its_parameter() -> None:
    article = read(PAGE)
    for one in article.infobox.rows if article.infobox else ():
        quote = article.text[one.span.start : one.span.end]
        assert quote.startswith("|") and one.label in quote and not quote.endswith("\n")
        assert one.span.contains(one.value.span())
    assert article.evidence(row(article, "seats", 1).span).quote.startswith(
        "| seats1      = {{composition bar|3|21|hex={{"
    )
    assert article.evidence(row(article, "leader_name", 1).span).quote == "|Leader1_name= Una Beck"


def test_links_keep_label_target_and_place() -> None:
    article = read(PAGE)
    view = row(article, "leader").value
    link = view.links[1]
    assert (view.text[link.span.start : link.span.end], link.target) == ("Per Lind", "Per Lind (politician)")
    assert article.evidence(view.span(*link.span)).quote == "Per Lind"
    assert [view.text[m.span.start : m.span.end] for m in view.marks if m.kind == "item"] == view.text.split("\n")


def test_a_computed_value_quotes_its_template() -> None:
    article = read(PAGE)
    view = row(article, "foundation").value
    assert article.evidence(view.span(2, 6)).quote == "{{start date|1987|6|5|df=y}}"


@pytest.mark.parametrize(
    "name", ["Infobox political party", "infobox_Political_Party", "Infobox party", "Template:Infobox political party"]
)
def test_names_of_the_template(name: str) -> None:
    assert read("{{" + name + "\n| name = A\n}}\n'''A''' is a party.").subject is Subject.PARTY


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("{{Infobox settlement|name=A}}\nA is a city.", Subject.OTHER),
        ("{{Infobox election|country=A}}", Subject.OTHER),
        ("{{Infobox legislature|name=A}}\n{{Infobox political party|name=B}}\nB is a party.", Subject.PARTY),
        ("{{stack|{{Infobox political party|name=B|ideology=C}}}}", Subject.PARTY),
        ("The '''A''' is a [[political party]] in B.", Subject.PARTY),
        ("An '''owl''' is a bird of the order Strigiformes.", Subject.OTHER),
        ("{{Infobox political party|election_date=1 May|previous_election=x|next_election=y}}", Subject.OTHER),
        ("", Subject.UNKNOWN),
    ],
)
def test_subject(text: str, subject: Subject) -> None:
    assert read(text).subject is subject


def test_what_is_nobodys_statement_is_left_out_with_a_reason() -> None:
    article = read("{{Infobox legislature|name=No}}\n" + PAGE)
    reasons = {(left.reason, left.note) for left in article.debris}
    assert reasons >= {
        ("infobox-of-another-subject", "infobox legislature"),
        ("short-description", "short description"),
        ("navigation", "authority control"),
        ("category", "Category:Parties"),
        ("image", "File:Harbour.jpg"),
        ("argument-without-key", ""),
        ("comment", ""),
    }


def test_one_bracket_that_never_closes_does_not_cost_the_infobox() -> None:
    lead = "\n\nThe '''A''' is a party."
    article = read("{{Infobox political party\n| name = A\n| leader = {{ubl|[[B]]\n| ideology = C\n}}" + lead)
    assert article.infobox and article.subject is Subject.PARTY
    assert [(r.key, r.value.text) for r in article.infobox.rows][::2] == [("name", "A"), ("ideology", "C")]
    assert [s.view.text for s in article.sentences()] == ["The A is a party."]
    assert [(left.reason, left.evidence.quote) for left in article.debris] == [
        ("template-unclosed", "{{"),
        ("argument-without-key", "|[[B]]"),
    ]
    assert_sound(article)


def test_an_infobox_that_never_closes_is_reported() -> None:
    article = read("{{Infobox political party\n| name = A\n\nThe '''A''' is a party.")
    assert article.infobox is None
    assert "template-unclosed" in {left.reason for left in article.debris}


def test_ten_thousand_keys() -> None:
    article = read("{{Infobox political party" + "".join(f"\n| k{n}x = {n}" for n in range(10_000)) + "\n}}")
    assert article.infobox and len(article.infobox.rows) == 10_000


# --------------------------------------------------------------------------- prose


def test_sentences_with_their_places_and_notes() -> None:
    article = read(PAGE)
    assert [(s.place, s.kind, s.view.text, len(s.notes)) for s in article.sentences()] == [
        ((0, 1, 1), "prose", "The Harbour List (Havnelista) is a political party in Vanno.", 1),
        ((0, 1, 2), "prose", "It was founded in 1987.", 1),
        ((1, 1, 1), "prose", "It won 1,204 votes (4.1 per cent) in 1991.", 0),
        ((2, 1, 1), "item", "The Quay List left in 1994.", 0),
        ((2, 2, 1), "item", "It came back.", 0),
        ((2, 3, 1), "item", "One member stayed.", 0),
    ]
    assert [(s.heading, s.level) for s in article.sections] == [(None, 1), ("History", 2), ("Splits", 3)]
    notes = [article.text[n.start : n.end] for s in article.sentences() for n in s.notes]
    assert notes == ["<ref>One.</ref>", "{{sfn|Beck|1990}}"]


def test_a_sentence_quotes_raw_wikitext() -> None:
    article = read(PAGE)
    sentence = article.sentences()[2]
    assert article.text[sentence.span.start : sentence.span.end] == (
        "It won {{nowrap|1,204 votes}} (4.1{{nbsp}}per cent) in [[1991 Vanno election|1991]]."
    )
    start = sentence.view.text.index("1,204")
    assert article.evidence(sentence.view.span(start, start + 5)).quote == "1,204"


def test_sections_begin_with_their_heading() -> None:
    article = read(PAGE)
    assert [article.text[s.span.start : s.span.end][:8] for s in article.sections[1:]] == ["== Histo", "=== Spli"]
    assert article.sections[-1].span.end == len(PAGE)


def test_markup_of_prose() -> None:
    view = read(
        "A '''b''' ''c'' [[d]]s &ndash; [http://e.org f]<br>g<nowiki>[[h]]</nowiki> <s>i</s> [[j|]] [[:Category:K]]."
    )
    text = "\n".join(s.view.text for s in view.sentences())
    assert text == "A b c ds – f\ng[[h]] i j Category:K."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends(end: str) -> None:
    article = read(PAGE.replace("\n", end))
    assert_sound(article)
    assert [s.view.text for s in article.sentences()][1] == "It was founded in 1987."
    assert row(article, "name").value.text == "Harbour List"


@pytest.mark.parametrize(
    ("text", "title", "stated"),
    [
        (PAGE, None, "Harbour List"),
        ("The '''Blue List''' is a party.", None, "Blue List"),
        ("Nothing bold.", None, ""),
        (PAGE, "Harbour List (Vanno)", "Harbour List"),
        (PAGE, "Another", ""),
    ],
)
def test_title(text: str, title: str | None, stated: str) -> None:
    article = read(text, title)
    assert article.title == (title or stated or "page")
    assert article.text[article.title_span.start : article.title_span.end] == stated


# --------------------------------------------------------------------------- any input at all

PIECES = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "[[",
            "]]",
            "|",
            "=",
            "\n",
            "* ",
            "'''",
            "''",
            "<ref>",
            "</ref>",
            "<!--",
            "-->",
            "<br>",
            "{|",
            "|-",
        ),
        *(
            "!",
            "\n|",
            "== a ==",
            "&nbsp;",
            "ubl",
            "start date|2001",
            "Infobox political party",
            "name",
            "nowrap",
            "File:",
        ),
        *("collapsible list|title=", "#expr:1+1", "[http://a.b c]", "<small>", "</small>", "a b. ", "É ", "<nowiki>"),
        *("\x01", "\r\n", "lang|fr|", "native name list|tag1=fr|name1=", "🦊", "{{!}}", "colspan=2|"),
        *("composition bar|1|2", "Category:A"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_read_and_every_character_has_its_place(text: str) -> None:
    assert_sound(read(text))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_infobox_is_read(inner: str) -> None:
    assert_sound(read("{{Infobox political party\n| name = A\n| ideology = " + inner + "\n}}\nA is a party."))


BALANCED = st.recursive(
    st.sampled_from(["a", "b c", "1999", "é", " ", "\n", "x=y", "<!-- | -->", "<ref>|}}</ref>"]),
    lambda inner: st.one_of(
        inner.map(lambda s: "{{nowrap|" + s + "}}"),
        st.sampled_from(["[[a]]", "[[a (b)|c{{nowrap|d}}]]", "[http://e.f g]"]),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["name", "leader1", "x y"]), BALANCED), max_size=6))
def test_parameters_are_those_of_mwparserfromhell(pairs: list[tuple[str, str]]) -> None:
    import mwparserfromhell

    text = "{{Infobox political party\n" + "".join(f"| {key} = {value}\n" for key, value in pairs) + "}}"
    theirs = mwparserfromhell.parse(text).filter_templates(recursive=False)[0].params
    page = wikimarkup.scan(text)
    ours = wikimarkup.parts(page.root.children[0], page.mask)
    assert [text[p.value : p.end] for p in ours] == [str(p.value) for p in theirs]


MANY = 25_000
HARD: dict[str, Callable[[int], str]] = {
    "opened braces": lambda n: "{{" * n,
    "opened brackets": lambda n: "[[" * n,
    "closed braces": lambda n: "}}" * n,
    "nested braces": lambda n: "{{" * n + "}}" * n,
    "templates": lambda n: "{{a|" * n,
    "deep lists": lambda n: "{{ubl|" * 40 + "x" * n + "}}" * 40,
    "tables": lambda n: "\n{|\n| " * n,
    "references": lambda n: "<ref>" * n,
    "named references": lambda n: '<ref name="a">x' * (n // 2),
    "pipes": lambda n: "|" * (10 * n),
    "pipes of an infobox": lambda n: "{{Infobox political party" + "|" * (10 * n) + "}}",
    "comments": lambda n: "<!--" * n,
    "apostrophes": lambda n: "'" * (10 * n),
    "addresses": lambda n: "[http://a " * n,
    "headings": lambda n: "=" * (10 * n),
    "tags": lambda n: "<a " * n,
    "spaces": lambda n: " " * (10 * n),
    "huge spans": lambda n: "{|\n" + "|-\n| colspan=100 rowspan=1000 | x\n" * (n // 5) + "|}",
    "an infobox that never closes": lambda n: "{{Infobox political party\n| name = " + "{{ubl|" * n,
    "footnotes": lambda n: "a<ref>b</ref> " * (n // 2),
    "links in one paragraph": lambda n: "{{ill|a|b}} " * (n // 5),
}


@pytest.mark.parametrize("make", HARD.values(), ids=HARD)
def test_hard_input_ends_soon(make: Callable[[int], str]) -> None:
    linearity.holds(read, make, MANY)


def test_time_grows_with_length_only() -> None:
    linearity.holds(read, PAGE, 40)
