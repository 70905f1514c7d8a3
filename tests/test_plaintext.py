"""The plain-text form is read with the place of every character."""

import gzip
import hashlib
from itertools import pairwise
from pathlib import Path

import pytest

from partygraph import readers
from partygraph.errors import ArticleError, InputError
from partygraph.model import Article, Source, Subject
from partygraph.readers import plaintext, sources, subjects
from partygraph.readers.keys import fold

TEXT = """= Blue List (Aldmoor) =

Blue List
- Seats1 Title: Tynwold
- Country: Aldmoor
- Website:
- Leader2 Name: Ann Bee: the elder

The Blue List is a political party in Aldmoor. It was founded in 1999 by E. B. S. Lumu.

==History==
First paragraph. Second sentence
goes on in the next line.

- an item. Still the item
- another

== See also ==
1. Red List
"""


def read(text: str) -> Article:
    return plaintext.read(text, Source("a.txt", "0" * 64))


def test_everything_is_where_it_says() -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT):
        article = read(text)
        assert article.title == "Blue List (Aldmoor)"
        assert article.text[slice(*article.title_span)] == "= Blue List (Aldmoor) ="
        assert article.infobox is not None
        rows = [(row.key, row.number, row.value.text) for row in article.infobox.rows]
        assert rows == [
            ("name", None, "Blue List"),
            ("seats_title", 1, "Tynwold"),
            ("country", None, "Aldmoor"),
            ("website", None, ""),
            ("leader_name", 2, "Ann Bee: the elder"),
        ]
        for row in article.infobox.rows:
            assert article.text[slice(*row.value.span())] == row.value.text
            assert row.value.text in article.text[slice(*row.span)]
            assert "\r" not in article.text[slice(*row.span)]
        for sentence in article.sentences():
            assert article.text[slice(*sentence.span)].split() == sentence.view.text.split()


def test_sections_and_sentences_have_their_places() -> None:
    article = read(TEXT)
    assert [(section.heading, section.level) for section in article.sections] == [
        (None, 1),
        ("History", 2),
        ("See also", 2),
    ]
    assert [(s.place, s.kind, s.view.text) for s in article.sentences()] == [
        ((0, 1, 1), "prose", "The Blue List is a political party in Aldmoor."),
        ((0, 1, 2), "prose", "It was founded in 1999 by E. B. S. Lumu."),
        ((1, 1, 1), "prose", "First paragraph."),
        ((1, 1, 2), "prose", "Second sentence"),
        ((1, 2, 1), "prose", "goes on in the next line."),
        ((1, 3, 1), "item", "an item. Still the item"),
        ((1, 4, 1), "item", "another"),
        ((2, 1, 1), "item", "Red List"),
    ]
    spans = [section.span for section in article.sections]
    assert all(before.end == after.start for before, after in pairwise(spans))


def test_lines_broken_by_hand_are_one_paragraph() -> None:
    line = "A line that is long enough to have been broken by the one who wrote it"
    article = read(f"= A =\n\n{line}\nand goes on here. Then it ends.\n")
    assert [s.view.text for s in article.sentences()] == [f"{line} and goes on here.", "Then it ends."]
    assert article.text[slice(*article.sentences()[0].span)] == f"{line}\nand goes on here."


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Some text\n", 1, "no title"),
        ("\n\nSome text\n= A =\n", 3, "no title"),
        ("= A =\n\nA\n- Foundation: 1999\n\n= B =\n", 6, "second title"),
        ("= A =\n\nA\n- Foundation: 1999\n- oops\n", 5, "without a key"),
        ("= A =\n\nA\n- Foundation: 1999\noops\n- Country: Aldmoor\n", 5, "without a key"),
    ],
)
def test_bad_form_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(ArticleError, match=what) as caught:
        read(text)
    assert caught.value.where is not None and caught.value.where.line == line
    assert caught.value.remedy


def test_lists_without_keys_are_no_infobox() -> None:
    article = read("= A =\n\nA:\n- one\n- two\n")
    assert article.infobox is None
    assert [s.view.text for s in article.sentences()] == ["A:", "one", "two"]


def test_a_second_name_may_stand_below_the_first() -> None:
    article = read("= A Front =\n\nA Front\nFronta A\n- Founded: 1999\n\nThe A Front is a political party.\n")
    assert article.infobox is not None
    assert [(row.key, row.value.text) for row in article.infobox.rows] == [
        ("name", "A Front"),
        ("name", "Fronta A"),
        ("founded", "1999"),
    ]


@pytest.mark.parametrize(
    "lines", ["A Front\nIts aims are these:", "A Front\nIt has aims.", "A Front\nFronta A\nFront of A"]
)
def test_lines_that_are_no_names_open_no_infobox(lines: str) -> None:
    assert read(f"= A Front =\n\n{lines}\n- Peace: for all\n").infobox is None


def test_a_blank_line_may_stand_below_the_name() -> None:
    article = read(
        "= A Front =\n\nA Front\n\n- Founded: 1999\n- Leader: Ann Lee\n\nThe A Front is a political party.\n"
    )
    assert article.infobox is not None
    assert [row.key for row in article.infobox.rows] == ["name", "founded", "leader"]
    assert article.subject is Subject.PARTY


def test_a_lead_outvotes_keys_that_speak_softly() -> None:
    lead = "The A Front is a small political party in Aldmoor.\n"
    assert read(f"= A Front =\n\nA Front\n- Ideology: X\n- Parliament: 3 / 52\n\n{lead}").subject is Subject.PARTY
    assert read(f"= A Front =\n\nA Front\n- Birth date: 1950\n\n{lead}").subject is Subject.OTHER


def test_duplicate_keys_are_both_kept() -> None:
    article = read("= A =\n\nA\n- Founded: 1999\n- Founded: 2001\n")
    assert article.infobox is not None
    assert [row.value.text for row in article.infobox.rows if row.key == "founded"] == ["1999", "2001"]


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Seats1 Title", ("seats_title", 1)),
        ("leader_name2", ("leader_name", 2)),
        ("Native  Name Lang", ("native_name_lang", None)),
    ],
)
def test_keys_are_folded(label: str, key: tuple[str, int | None]) -> None:
    assert fold(label) == key


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("= A =\n\nA\n- Ideology: X\n", Subject.PARTY),
        ("= A =\n\nA\n- Settlement Type: City\n- Founder: Ann Bee\n- Leader Title: Mayor\n", Subject.OTHER),
        ("= A =\n\nA is a political party in Aldmoor.\n", Subject.PARTY),
        ('= A =\n\n"A" (Azure: A) — centrist political party of Aldmoor.\n', Subject.PARTY),
        ("= A =\n\nA is a city in Aldmoor, seat of a party.\n", Subject.OTHER),
        ("= A Party =\n\nNothing is told.\n", Subject.PARTY),
        ("= An Azure Bloc =\n\nAn Azure Bloc came of a merger.\n\nIt was a party of farmers.\n", Subject.PARTY),
        ("= An Azure Bloc =\n\nAn Azure Bloc came of a merger.\n\nIt was a club of farmers.\n", Subject.UNKNOWN),
        ("= A =\n\nNothing is told.\n", Subject.UNKNOWN),
    ],
)
def test_the_subject_is_judged(text: str, subject: Subject) -> None:
    assert read(text).subject is subject


def test_the_template_decides_where_it_is_known() -> None:
    assert subjects.judge("Infobox_political party", [], "") is Subject.PARTY
    assert subjects.judge("Infobox settlement", ["ideology"], "") is Subject.OTHER


# --------------------------------------------------------------------------- files, records, folders


def test_the_source_record_is_read_and_bound(tmp_path: Path) -> None:
    data = TEXT.encode()
    (tmp_path / "a.txt").write_bytes(data)
    record = tmp_path / "a.source.toml"
    digest = hashlib.sha256(data).hexdigest()
    record.write_text(f'title = "Blue List"\nurl = "https://example.org/a"\nsha256 = "{digest}"\n', encoding="utf-8")
    source = readers.read(tmp_path / "a.txt").source
    assert (source.title, source.url, source.revision, source.sha256) == (
        "Blue List",
        "https://example.org/a",
        None,
        digest,
    )
    (tmp_path / "a.txt").write_bytes(data + b"\n")
    with pytest.raises(ArticleError, match="SHA-256"):
        readers.read(tmp_path / "a.txt")


@pytest.mark.parametrize("record", ['color = "red"\n', "title = 3\n", "title = \n"])
def test_a_bad_source_record_is_refused(tmp_path: Path, record: str) -> None:
    (tmp_path / "a.source.toml").write_text(record, encoding="utf-8")
    with pytest.raises(InputError):
        sources.read(tmp_path / "a.source.toml", "a.txt", "0" * 64)


def test_a_folder_gives_articles_and_errors_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c.md").write_text("not an article", encoding="utf-8")
    found = list(readers.read_all(tmp_path))
    assert isinstance(found[0], InputError)
    assert isinstance(found[1], Article) and found[1].title == "Blue List (Aldmoor)"
    assert len(found) == 2


def test_records_give_articles_and_errors_in_order(tmp_path: Path) -> None:
    lines = [
        '{"slug": "a", "text": "= A =\\n\\nA is a party.\\n"}',
        "{broken",
        '{"title": "no text"}',
        "",
        '{"text": "no title"}',
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(readers.read_all(path))
    assert [type(one).__name__ for one in found] == ["Article", "InputError", "ArticleError", "InputError"]
    assert isinstance(found[3], InputError) and found[3].where is not None and found[3].where.line == 5


def test_a_record_with_an_infobox_becomes_wikitext(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"slug": "A", "title": "A", "infobox": {"name": "A Party", "foundation": "1999"}}\n', encoding="utf-8"
    )
    article = next(readers.read_all(path))
    assert isinstance(article, Article) and article.infobox is not None
    assert [(row.key, row.value.text) for row in article.infobox.rows] == [("name", "A Party"), ("foundation", "1999")]


def test_records_come_with_their_articles_also_from_a_packed_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"qid": "Q1", "text": "= A Party =\\n\\nA Party\\n"}\n[1]\n'))
    (record, article), (empty, error) = readers.read_records(path)
    assert record["qid"] == "Q1" and isinstance(article, Article) and article.title == "A Party"
    assert empty == {} and isinstance(error, ArticleError)
    path.write_bytes(path.read_bytes()[:-20])
    assert isinstance(list(readers.read_all(path))[-1], InputError)


def test_a_record_without_end_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LONGEST_RECORD", 10)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "= A =\\n"}\n{"text": "= B =\\n"}\n', encoding="utf-8")
    (error,) = readers.read_all(path)
    assert isinstance(error, ArticleError)


@pytest.mark.parametrize(("text", "told"), [("It is old.", "party"), ("It is a political party.", "other")])
def test_the_source_record_may_state_the_subject(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(f"= Blue =\n\n{text}\n", encoding="utf-8")
    assert readers.read(tmp_path / "a.txt").subject is not Subject(told)
    (tmp_path / "a.source.toml").write_text(f'subject = "{told}"\n', encoding="utf-8")
    assert readers.read(tmp_path / "a.txt").subject is Subject(told)
    (tmp_path / "a.source.toml").write_text('subject = "city"\n', encoding="utf-8")
    with pytest.raises(InputError, match="city"):
        readers.read(tmp_path / "a.txt")


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        readers.read(tmp_path / "none.txt")


@pytest.mark.parametrize(
    "before",
    [
        "For the party in Brennia, see Azure Front (Brennia).\n\n",
        "Azure Front | |\n---|---|\nLeader | Ann Lee |\nFounded | 1990 |\n",
        "LeaderAnn Lee\nFounded1961\n\n",
    ],
)
def test_leftovers_of_a_page_may_stand_before_the_lead(before: str) -> None:
    lead = "The Azure Front is a small political party in Aldmoor.\n"
    assert read(f"= Azure Front =\n\n{before}{lead}").subject is Subject.PARTY


def test_seats_in_a_parliament_speak_for_no_parliament() -> None:
    lead = "The Azure Front is a regional party in Aldmoor.\n"
    rows = "- Abbreviation: AF\n- Parliament: 1 / 225\n"
    assert read(f"= Azure Front =\n\nAzure Front\n{rows}\n{lead}").subject is Subject.PARTY


def test_the_first_sentence_can_tell_where_none_says_what_it_is() -> None:
    text = "The Azure Union (AU) was formed in 1975 and became the first party of Aldmoor. In it Ann Lee was a leader."
    assert read(f"= Azure Union =\n\n{text}\n").subject is Subject.PARTY


@pytest.mark.parametrize(
    ("title", "lead", "subject"),
    [
        ("Azure Front (Walden)", "The Azure Front (AF), a left-wing party in Walden, met in 1990.", Subject.PARTY),
        ("Azure Front", "A minor party in Walden, the Azure Front was once the Country Front.", Subject.PARTY),
        ("Azure Front", "The Azure Front, a league of footballers in Walden, met in 1990.", Subject.UNKNOWN),
        ("Azure Front", "The Red Front, a party in Walden, met in 1990.", Subject.UNKNOWN),
        ("Azure Party of Walden", "The Azure Party of Walden met in 1990.", Subject.PARTY),
        ("Party of Azure Accord", "The Party of Azure Accord met in 1990.", Subject.PARTY),
        ("Leader of the Azure Party of Walden", "The leader was elected in 1990.", Subject.UNKNOWN),
        ("Azure Party of Walden leadership vote", "Members voted in 1990.", Subject.UNKNOWN),
        ("Azure House", "The Azure House is the Parliament of Walden, in which three parties sit.", Subject.OTHER),
        ("Azure Front", "The Azure Front existed as a political party in Walden.", Subject.PARTY),
        ("Azure Party", "The Azure Party was a force of weight until the election of 2001.", Subject.PARTY),
        ("Azure Party", "The Azure Party is an election to the council in Walden.", Subject.OTHER),
        ("Azure Bloc", "The Azure Bloc dominated the politics of Walden.", Subject.PARTY),
        ("Azure Bloc", "The Azure Bloc lies at the river.", Subject.UNKNOWN),
    ],
)
def test_an_apposition_or_a_title_may_say_that_it_is_a_party(title: str, lead: str, subject: Subject) -> None:
    assert read(f"= {title} =\n\n{lead}\n").subject is subject


@pytest.mark.parametrize(
    ("rows", "subject"),
    [
        ("- Split from: Red Front\n- Head of office: Bo Chan\n", Subject.PARTY),
        ("- National affiliation: Red Front\n- European affiliation: Azure Youth\n", Subject.PARTY),
        ("- Mother party: Red Front\n- International affiliation: Azure Youth\n", Subject.OTHER),
    ],
)
def test_what_a_body_split_from_and_belongs_to_tells_of_a_party(rows: str, subject: Subject) -> None:
    assert read(f"= Azure Front =\n\nAzure Front\n{rows}\nThe Azure Front met in 1990.\n").subject is subject


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("At the election of 1894, the party gained nine seats.", Subject.PARTY),
        ("It kept a band and a library.", Subject.UNKNOWN),
    ],
)
def test_a_group_is_a_party_if_the_text_tells_what_the_party_won(told: str, subject: Subject) -> None:
    text = f"= Azure Guard =\n\nThe Azure Guard was a group of farmers in Aldmoor.\n\n==History==\n{told}\n"
    assert read(text).subject is subject


def test_the_marks_of_footnotes_are_no_part_of_a_value() -> None:
    text = "= Azure Party =\n\nAzure Party\n- Leader: Ann Lee[a], Bo Chan[12]\n- Website: [1]\n\nIt is a party.\n"
    article = read(text)
    assert article.infobox is not None
    leader, website = (row.value for row in article.infobox.rows[-2:])
    assert (leader.text, website.text) == ("Ann Lee, Bo Chan", "[1]")
    span = leader.span(leader.text.index("Bo"))
    assert text[span.start : span.end] == "Bo Chan"
