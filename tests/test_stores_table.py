"""The table of stores: its examples, and how an address and a server's name tell a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from partygraph.errors import RuleError, UsageError
from partygraph.resources import folder
from partygraph.rules.turtle import read_blocks
from partygraph.stores import stores, table

EXAMPLES = [
    (block.name, *block.value("store:example").split(" -> "))
    for block in read_blocks(folder("ontology") / "stores.ttl", "store:Store")
    if block.value("store:example")
]


@pytest.mark.parametrize(("name", "base", "query", "update", "upload"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_addresses(name: str, base: str, query: str, update: str, upload: str) -> None:
    row = stores()[name]
    for given in (base, base + "/"):
        assert row.address("query", given) == query
        assert row.address("update", given) == update
        assert row.address("upload", given, "urn:g") == upload


def test_every_store_is_documented() -> None:
    assert len(stores()) >= 11
    for row in stores().values():
        assert row.label and row.documentation.startswith("https://")
        assert row.chunk > 0
        assert row.way == "files" or any(example[0] == row.name for example in EXAMPLES)
    assert {row.name for row in stores().values() if row.tested and row.server} == {"oxigraph", "virtuoso"}


@pytest.mark.parametrize(
    ("url", "server", "name"),
    [
        ("http://localhost:1", "Oxigraph/0.5.13", "oxigraph"),
        ("http://localhost:1", "Virtuoso/07.20.3229 (Linux) x86_64", "virtuoso"),
        ("http://localhost:1/parties", "Apache Jena Fuseki (5.0.0)", "fuseki"),
        ("http://localhost:1/rdf4j-server/repositories/a", "", "rdf4j"),
        ("http://localhost:1/blazegraph/namespace/kb", "Jetty(9.4)", "blazegraph"),
        ("http://localhost:1/", "nginx", None),
    ],
)
def test_recognise(url: str, server: str, name: str | None) -> None:
    found = table.recognise(url, server)
    assert (found and found.name) == name


def test_unknown_names_tell_the_known_ones() -> None:
    with pytest.raises(UsageError, match="virtuoso"):
        table.find("oracle")


def test_a_row_with_an_unknown_way_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "stores.ttl"
    file.write_text(
        '@prefix store: <https://w3id.org/partygraph/store#> .\n<urn:x> a store:Store ; store:way "magic" .\n'
    )
    with pytest.raises(RuleError, match="magic"):
        stores(file)


def test_the_readme_tells_how_to_load_into_each_and_what_was_tested() -> None:
    bases = {name: base for name, base, *_ in EXAMPLES}
    rows = []
    for name, row in sorted(stores().items()):
        known = "" if row.server or row.sign else f" --store {name}"
        tested = row.tested or "nothing: its documented paths only"
        rows.append(f"| {row.label} | `--to {bases.get(name, 'FOLDER')}{known}` | {tested} |")
    readme = (folder("data").parent / "README.md").read_text(encoding="utf-8")
    assert "\n".join(rows) in readme, "README.md: put these rows into its table of stores:\n" + "\n".join(rows)
