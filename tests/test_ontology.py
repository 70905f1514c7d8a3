"""The ontology is complete, well made, and says nothing that the data would not bear."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from partygraph.formats import format_turtle
from partygraph.formats.namespaces import PREFIXES
from partygraph.resources import PACKAGE, folder

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PARTY = PREFIXES["party"]
RULE = PREFIXES["rule"]
WIKIDATA = {
    "P31": "instance of",
    "P39": "position held",
    "P41": "flag image",
    "P85": "anthem",
    "P140": "religion or worldview",
    "P154": "logo image",
    "P155": "follows",
    "P156": "followed by",
    "P159": "headquarters location",
    "P194": "legislative body",
    "P463": "member of",
    "P465": "sRGB color hex triplet",
    "P488": "chairperson",
    "P541": "office contested",
    "P585": "point in time",
    "P726": "candidate",
    "P807": "separated from",
    "P991": "successful candidate",
    "P1001": "applies to jurisdiction",
    "P1013": "criterion used",
    "P1111": "votes received",
    "P1142": "political ideology",
    "P1268": "represents",
    "P1346": "winner",
    "P1365": "replaces",
    "P1366": "replaced by",
    "P1387": "political alignment",
    "P1410": "number of seats in assembly",
    "P1416": "affiliation",
    "P1448": "official name",
    "P1480": "sourcing circumstances",
    "P1545": "series ordinal",
    "P1705": "native label",
    "P1813": "short name",
    "P2124": "member count",
    "P2541": "operating area",
    "P2813": "house publication",
    "P2868": "subject has role",
    "P3602": "candidacy in election",
    "P4100": "parliamentary group",
    "P4379": "youth wing",
    "P5102": "nature of statement",
    "P5832": "political coalition",
    "P6364": "official color",
    "P7888": "merged into",
    "P12650": "electoral symbol",
}
"""The properties of Wikidata that the alignments may name, each looked up."""

ONTOLOGY = folder("ontology")
SHAPES = folder("shapes")
TESTS = Path(__file__).parent
OWN_FILES = [
    ONTOLOGY / "concepts.ttl",
    ONTOLOGY / "partygraph.ttl",
    ONTOLOGY / "rule-vocabulary.ttl",
    *sorted(SHAPES.glob("*.ttl")),
    *sorted((TESTS / "shapes").rglob("*.ttl")),
]
TABLES = sorted(path for path in ONTOLOGY.rglob("*.ttl") if path.name not in ("partygraph.ttl", "rule-vocabulary.ttl"))


def read(path: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=path, base_iri=path.as_uri())
    return store


def values(store: ox.Store, subject: str, predicate: str) -> list[str]:
    found = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return sorted(str(getattr(quad.object, "value", quad.object)) for quad in found)


def defined(store: ox.Store, namespace: str) -> set[str]:
    return {
        quad.subject.value.removeprefix(namespace)
        for quad in store.quads_for_pattern(None, RDF_TYPE, None)
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(namespace)
    }


def names_in(paths: list[Path], prefix: str) -> set[str]:
    """Names with a prefix in the files, those in comments and texts among them."""
    pattern = re.compile(rf"(?<![\w:/{{]){prefix}:([A-Za-z]\w*)")
    return {name for path in paths for name in pattern.findall(path.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def ontology() -> ox.Store:
    return read(ONTOLOGY / "partygraph.ttl")


def test_every_term_in_use_is_defined(ontology: ox.Store) -> None:
    code = [path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts]
    queries = sorted(folder("queries").glob("*.rq"))
    used = names_in([*TABLES, *SHAPES.glob("*.ttl"), *code, *queries], "party")
    assert used - defined(ontology, PARTY) == set(), "define them in ontology/partygraph.ttl"


def test_every_term_in_published_data_is_defined(ontology: ox.Store) -> None:
    published = sorted((ONTOLOGY.parent / "data" / "graph").glob("*.nq"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in published)
    used = set(re.findall(re.escape(PARTY) + r"(\w+)", text))
    assert used - defined(ontology, PARTY) == set(), "define them in ontology/partygraph.ttl"


def test_every_defined_term_is_in_use(ontology: ox.Store) -> None:
    graphs = sorted((PACKAGE / "graphs").glob("*.py"))
    assert defined(ontology, PARTY) - names_in([*TABLES, *graphs], "party") == set(), "nothing publishes them"


def test_the_vocabulary_of_the_rules_is_just_what_the_rules_use() -> None:
    known = defined(read(ONTOLOGY / "rule-vocabulary.ttl"), RULE)
    used = set()
    for path in TABLES:
        for quad in read(path):
            terms = (quad.predicate, quad.object)
            used |= {term.value for term in terms if isinstance(term, ox.NamedNode) and term.value.startswith(RULE)}
    assert {name.removeprefix(RULE) for name in used} - known == set(), "define them in ontology/rule-vocabulary.ttl"
    assert known - {name.removeprefix(RULE) for name in used} - {"Range"} == set(), "no rule uses them"


@pytest.mark.parametrize("path", OWN_FILES, ids=lambda path: path.name)
def test_the_files_are_in_canonical_order(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    absolute = re.sub(r"<((?:\.\./)+[\w./-]+|)>", r"<urn:here:\1>", text)
    formatted = re.sub(r"<urn:here:([^>]*)>", r"<\1>", format_turtle(absolute, str(path)))
    assert formatted == text, f"put it in order: python -m partygraph.formats {path}"


def test_every_example_is_turtle_that_uses_its_term(ontology: ox.Store) -> None:
    concept = "https://w3id.org/partygraph/concept/"
    prefixes = dict(PREFIXES) | {
        "id": "https://w3id.org/partygraph/id/",
        "here": "https://w3id.org/partygraph/id/article/",
        "ideology": concept + "ideology/",
        "position": concept + "position/",
        "religion": concept + "religion/",
    }
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    for name in sorted(defined(ontology, PARTY)):
        for example in values(ontology, PARTY + name, PREFIXES["skos"] + "example"):
            quads = list(ox.parse(head + example, format=ox.RdfFormat.TURTLE))
            said = {term for quad in quads for term in (quad.predicate, quad.object)}
            assert ox.NamedNode(PARTY + name) in said, f"the example of party:{name} does not use it"


def test_alignments_name_only_properties_of_wikidata_that_were_looked_up(ontology: ox.Store) -> None:
    named = {
        quad.object.value.removeprefix(PREFIXES["wd"])
        for quad in ontology
        if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(PREFIXES["wd"])
    }
    assert named == set(WIKIDATA)


@pytest.mark.parametrize(
    ("term", "predicate", "above"),
    [
        ("youthWing", RDFS + "subPropertyOf", PARTY + "wing"),
        ("nationalAffiliation", RDFS + "subPropertyOf", PARTY + "affiliateOf"),
        ("nationalAffiliation", RDFS + "subPropertyOf", PREFIXES["dbo"] + "nationalAffiliation"),
        ("jurisdiction", RDFS + "subPropertyOf", PREFIXES["dcterms"] + "spatial"),
        ("ideology", RDFS + "subPropertyOf", PREFIXES["dbo"] + "ideology"),
        ("soleBallotLine", RDFS + "subPropertyOf", PARTY + "ballotLine"),
        ("PartyOffice", RDFS + "subClassOf", PREFIXES["org"] + "Membership"),
    ],
)
def test_terms_hang_where_they_belong(ontology: ox.Store, term: str, predicate: str, above: str) -> None:
    assert above in values(ontology, PARTY + term, predicate)


@pytest.mark.parametrize(
    ("term", "never"),
    [
        ("headquarters", "dbo:headquarter"),
        ("affiliateOf", "org:subOrganizationOf"),
        ("affiliateOf", "owl:sameAs"),
        ("jurisdiction", "dbo:country"),
        ("onBehalfOf", "org:memberOf"),
        ("ballotLine", "org:memberOf"),
        ("officer", "org:hasMember"),
    ],
)
def test_terms_imply_nothing_that_the_text_does_not_say(ontology: ox.Store, term: str, never: str) -> None:
    prefix, _, local = never.partition(":")
    assert PREFIXES[prefix] + local not in values(ontology, PARTY + term, RDFS + "subPropertyOf")


def test_domains_and_ranges_infer_no_type_that_the_data_has_not(ontology: ox.Store) -> None:
    published = sorted((ONTOLOGY.parent / "data" / "graph").glob("*.nq"))
    wrong = []
    for path in [TESTS / "shapes" / "valid.ttl", *published]:
        data = read(path)
        types: dict[object, set[str]] = {}
        for quad in data.quads_for_pattern(None, RDF_TYPE, None):
            types.setdefault(quad.subject, set()).add(str(getattr(quad.object, "value", "")))
        for quad in data:
            for key, node in (("domain", quad.subject), ("range", quad.object)):
                for expected in values(ontology, quad.predicate.value, RDFS + key):
                    if isinstance(node, ox.Literal):
                        continue
                    if expected not in types.get(node, set()):
                        wrong.append(f"{path.name}: {quad.predicate.value} has {key} {expected}, but {node} has not")
    assert wrong == []


def test_affiliations_and_wings_are_small_families(ontology: ox.Store) -> None:
    for family, size in (("affiliateOf", 5), ("wing", 6)):
        below = ontology.quads_for_pattern(None, ox.NamedNode(RDFS + "subPropertyOf"), ox.NamedNode(PARTY + family))
        assert len(list(below)) == size
