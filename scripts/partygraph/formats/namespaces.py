"""The namespaces of the project's data, each with the prefix that it has in every file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dbo": "http://dbpedia.org/ontology/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "ideology": "https://w3id.org/partygraph/concept/ideology/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "party": "https://w3id.org/partygraph/def#",
        "position": "https://w3id.org/partygraph/concept/position/",
        "predicate": "https://w3id.org/partygraph/predicate/",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": RDF,
        "rdfs": RDFS,
        "reason": "https://w3id.org/partygraph/reason/",
        "religion": "https://w3id.org/partygraph/concept/religion/",
        "rule": "https://w3id.org/partygraph/rule#",
        "schema": "https://schema.org/",
        "sh": SH,
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "time": "http://www.w3.org/2006/time#",
        "void": "http://rdfs.org/ns/void#",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": XSD,
    }
)


def expand(name: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return the IRI of a prefixed name; a name of no known prefix comes back as it is.

    >>> expand("rdfs:label")
    'http://www.w3.org/2000/01/rdf-schema#label'
    """
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name
