"""The commands link, compare and export: offline unless asked, nothing written unless told, nothing sent ever."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from partygraph.cli.compare import command as compare
from partygraph.cli.export import command as export
from partygraph.cli.front import run
from partygraph.cli.link import command as link
from partygraph.errors import UsageError
from partygraph.linking import sssom, tables

ARTICLE = """= Harbour Party =

Harbour Party
- Name: Harbour Party
- Foundation: 1990
- Ideology: Social democracy, Harbourism
- Country: Switzerland
- Leader: Rudolf Rassendyll

The Harbour Party is a political party in Switzerland.
"""
RECORD = {
    "qid": "Q999101",
    "title": "Harbour Party",
    "label": "Harbour Party",
    "wikidata": {
        "instance of (P31)": "political party (Q7278)",
        "country (P17)": "Switzerland (Q39)",
        "inception (P571)": "+1991-00-00T00:00:00Z",
        "chairperson (P488)": "Rudolf Rassendyll (Q999102)",
        "political ideology (P1142)": "liberalism (Q6216)",
    },
}
SEED = Path(__file__).parent.parent / "data" / "articles" / "connecticut-working-families-party.txt"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "harbour-party.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def items(tmp_path: Path) -> str:
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped tables."""
    copy = tmp_path / "links"
    copy.mkdir()
    for path in tables.links_folder().glob("*.tsv"):
        (copy / path.name).write_bytes(path.read_bytes())
    return copy


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


def rows(output: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(output)
    return found


@pytest.mark.usefixtures("no_network")
def test_link_is_offline_and_says_how(article: str) -> None:
    result = CliRunner().invoke(link, [article, "--json"])
    assert result.exit_code == 0, result.output
    found = {row["name"]: row for row in rows(result.stdout)}
    assert (found["Social democracy"]["status"], found["Social democracy"]["qid"]) == ("link", "Q121254")
    assert found["Social democracy"]["how"] == "CompositeMatching"
    assert (found["Switzerland"]["status"], found["Switzerland"]["qid"]) == ("link", "Q39")
    assert found["Rudolf Rassendyll"]["status"] == "unresolved"
    assert found["Harbourism"]["status"] == "unresolved"


@pytest.mark.usefixtures("no_network")
def test_the_seed_article_itself() -> None:
    result = CliRunner().invoke(link, [str(SEED), "--json"])
    found = {row["qid"] for row in rows(result.stdout) if row["status"] == "link"}
    verified = "Q779 Q33486 Q49174 Q30 Q29552 Q11701 Q66096 Q121254 Q4379869 Q189280 Q737014 Q164597"
    assert found == set(verified.split())


def test_links_found_are_written_only_when_told(article: str, items: str, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    call = [article, "--items", items, "--tables", str(folder), "--json"]
    result = CliRunner().invoke(link, call)
    found = {row["name"]: row for row in rows(result.stdout)}
    assert (found["Harbour Party"]["qid"], found["Rudolf Rassendyll"]["qid"]) == ("Q999101", "Q999102")
    assert "--apply writes them" in result.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    CliRunner().invoke(link, [*call, "--apply"])
    offline = CliRunner().invoke(link, [article, "--tables", str(folder), "--json"])
    found = {row["name"]: row for row in rows(offline.stdout)}
    assert (found["Harbour Party"]["qid"], found["Rudolf Rassendyll"]["qid"]) == ("Q999101", "Q999102")


def candidates(folder: Path) -> None:
    row = sssom.Row(
        "", "harbourism", "ideology", "", sssom.EXACT, "wd:Q999103", "harbourism", "semapv:LexicalMatching", "0.60", "t"
    )._replace(subject_type="rdfs literal")
    sssom.write(folder / "more.sssom.tsv", sssom.Table(sssom.metadata("more", "More", "A test"), (row,)))


@pytest.mark.parametrize(("answer", "status"), [("m", "link"), ("n", "unresolved"), ("l", "candidate")])
def test_review_decides(article: str, folder: Path, answer: str, status: str) -> None:
    candidates(folder)
    call = [article, "--tables", str(folder), "--json"]
    before = {path.name for path in folder.iterdir()}
    dry = CliRunner().invoke(link, [*call, "--review", "--author", "Ada"], input=f"{answer}\n")
    assert dry.exit_code == 0, dry.output
    assert {path.name for path in folder.iterdir()} == before
    CliRunner().invoke(link, [*call, "--review", "--apply", "--author", "Ada"], input=f"{answer}\n")
    found = {row["name"]: row for row in rows(CliRunner().invoke(link, call).stdout)}
    assert found["Harbourism"]["status"] == status


@pytest.mark.parametrize(
    ("word", "qid"),
    [
        ("Democratic Party (United States)", "Q29552"),
        ("https://en.wikipedia.org/wiki/Democratic_Party_(United_States)", "Q29552"),
        ("Q7320", "Q7320"),
        ("https://www.wikidata.org/wiki/Q7320", "Q7320"),
        ("No Such Party At All", ""),
    ],
)
@pytest.mark.usefixtures("no_network")
def test_a_party_is_found_by_title_address_or_id(word: str, qid: str) -> None:
    found = rows(CliRunner().invoke(link, [word, "--json"]).stdout)
    assert [row["qid"] for row in found] == [qid]


@pytest.mark.usefixtures("no_network")
def test_a_title_without_what_tells_it_apart_gives_candidates() -> None:
    found = rows(CliRunner().invoke(link, ["Labour Party", "--json"]).stdout)
    assert len(found) > 3
    assert {row["status"] for row in found} == {"candidate"}
    assert all("title: Labour Party (" in row["evidence"] for row in found)


@pytest.mark.parametrize("word", ["Q999101", "Harbour Party", "https://en.wikipedia.org/wiki/Harbour_Party"])
def test_a_person_may_say_which_item_an_article_is_about(tmp_path: Path, items: str, word: str) -> None:
    path = tmp_path / "port.txt"
    path.write_text(ARTICLE.replace("Harbour Party", "Port Party"), encoding="utf-8")
    alone = CliRunner().invoke(compare, [str(path), "--items", items, "--json"], standalone_mode=False)
    assert rows(alone.stdout) == []
    assert "name it with --item" in alone.stderr
    said = CliRunner().invoke(compare, [str(path), "--items", items, "--item", word, "--json"], standalone_mode=False)
    assert {row["item"] for row in rows(said.stdout)} == {"Q999101"}


def test_the_item_that_a_person_says_must_be_one_for_one_article(tmp_path: Path, article: str, items: str) -> None:
    assert run(["compare", article, "--items", items, "--item", "No Such Party"]) == 2
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("Harbour Party", "Port Party"), encoding="utf-8")
    assert run(["compare", article, str(other), "--items", items, "--item", "Q999101"]) == 2


@pytest.mark.usefixtures("no_network")
def test_the_view_needs_an_item_and_says_so(article: str) -> None:
    empty = CliRunner().invoke(export, [article, "--as", "rdf"])
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert "nothing of it to show" in empty.stderr
    Path(article).with_suffix(".source.toml").write_text('url = "https://en.wikipedia.org/wiki/Harbour_Party"\n')
    said = CliRunner().invoke(export, [article, "--as", "rdf", "--item", "Q999101"])
    assert "<http://www.wikidata.org/entity/Q999101> <http://www.wikidata.org/prop/direct/P17>" in said.stdout


def test_compare_shows_both_values_and_the_quote(article: str, items: str) -> None:
    result = CliRunner().invoke(compare, [article, "--items", items, "--json"], standalone_mode=False)
    found = {(row["property"], row["verdict"]): row for row in rows(result.stdout)}
    founded = found["P571", "differs"]
    assert (founded["ours"], founded["wikidata"]) == ("1990", "1991")
    assert "1990" in founded["quote"]
    assert ("P17", "agrees") in found
    assert ("P1142", "new") in found
    assert ("P1142", "only in Wikidata") in found
    assert result.return_value == 1


def test_compare_needs_something_to_compare_with(article: str) -> None:
    result = CliRunner().invoke(compare, [article])
    assert isinstance(result.exception, UsageError)
    assert run(["compare", article]) == 2


def test_export_is_a_dry_run_without_an_output(article: str, items: str) -> None:
    result = CliRunner().invoke(export, [article, "--items", items])
    assert result.exit_code == 0, result.output
    assert "address of the source is not known" in result.stdout
    assert result.stdout.startswith("- Q999101")


@pytest.mark.parametrize("form", ["quickstatements", "mismatches", "rdf"])
def test_the_disputed_sentence_is_in_no_export(form: str, tmp_path: Path) -> None:
    record = {"qid": "Q999101", "title": "Connecticut Working Families Party", "label": "", "wikidata": {}}
    items = tmp_path / "items.jsonl"
    items.write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = CliRunner().invoke(export, [str(SEED), "--items", str(items), "--as", form, "-o", "-"])
    assert result.exit_code == 0, result.output
    assert "Bermudez" not in result.stdout
    assert "approximately" not in result.stdout
    assert "credited" not in result.stdout
    if form != "mismatches":
        assert "Q121254" in result.stdout


def test_the_word_after_endpoint_may_be_an_article(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from partygraph.cli import lookups

    inputs, lookup = lookups.settle((), article, False, None, contact="", cache=None, refresh=False, seconds=1.0)
    assert inputs == (article,)
    assert lookup.endpoint == lookups.WIKIDATA


def world() -> list[object]:
    from partygraph.linking.items import YEAR, Item, Statement, Value
    from partygraph.wikidata import rdf

    guid = "Q999101$7814880A-A6EF-40EC-885E-F46DD58C8DC5"
    stated = (
        Statement("P31", Value("item", "Q7278")),
        Statement("P17", Value("item", "Q39")),
        Statement("P571", Value("time", "1991", precision=YEAR), guid=guid),
        Statement("P488", Value("item", "Q999102")),
    )
    items = (
        Item("Q999101", "Harbour Party", "Harbour Party", stated),
        Item("Q999102", "Rudolf Rassendyll", None, ()),
        Item("Q39", "Switzerland", "Switzerland", ()),
    )
    return [triple for item in items for triple in rdf.triples(item)]


def test_with_an_endpoint(
    article: str, tmp_path: Path, folder: Path, oxigraph: Callable[[Iterable[object]], str]
) -> None:
    Path(article).with_suffix(".source.toml").write_text(
        'title = "Harbour Party"\nurl = "https://en.wikipedia.org/wiki/Harbour_Party"\nlanguage = "en"\n'
    )
    url = oxigraph(world())
    asking = ["--endpoint", url, "--cache", str(tmp_path / "cache")]
    linked = CliRunner().invoke(link, [article, *asking, "--tables", str(folder), "--json"])
    assert linked.exit_code == 0, linked.output
    assert f"asking {url}" in linked.stderr
    assert "\r" not in linked.stderr
    found = {row["name"]: row["qid"] for row in rows(linked.stdout) if row["status"] == "link"}
    assert (found["Harbour Party"], found["Rudolf Rassendyll"]) == ("Q999101", "Q999102")
    compared = CliRunner().invoke(compare, [article, *asking, "--only", "differs", "--json"], standalone_mode=False)
    assert [row["property"] for row in rows(compared.stdout)] == ["P571"]
    differing = CliRunner().invoke(export, [article, *asking, "--as", "mismatches", "-o", "-"])
    assert "Q999101,Q999101$7814880A-A6EF-40EC-885E-F46DD58C8DC5,P571,1991,,1990," in differing.stdout
    new = CliRunner().invoke(export, [article, *asking, "-o", "-"])
    assert new.stdout.startswith("Q999101\tP1142\tQ121254\t")


def test_offline_and_an_endpoint_exclude_each_other(article: str) -> None:
    assert run(["link", article, "--offline", "--endpoint", "http://127.0.0.1:9/sparql"]) == 2
    assert run(["link", article, "--offline"]) == 0


def test_a_dead_endpoint_ends_with_its_own_exit_code(article: str) -> None:
    assert run(["link", article, "--endpoint", "http://127.0.0.1:9/sparql"]) == 4
