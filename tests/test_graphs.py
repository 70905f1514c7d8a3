"""Facts become plain triples where they may, and nodes where they must."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_questions import (
    ADA,
    BASE,
    COUNCIL,
    MONTH,
    NUMBER,
    RIVAL,
    YEAR,
    MakeExtraction,
    iri,
    recorded,
    said,
    year,
)

from partygraph.formats import Iri, Value
from partygraph.formats.namespaces import RDF, expand
from partygraph.graphs import build
from partygraph.model import Datatype, Entity, Kind, Literal, Status


class TestPlainFacts:
    def test_a_fact_is_a_plain_triple_with_the_precision_of_the_text(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        dataset = build(make_extraction("Harbour Party", (party, "founded", year("2002"))))
        assert said(dataset, "id:harbour-party", "schema:foundingDate") == {Value("2002", expand("xsd:gYear"))}
        assert not [s for s, _, _ in dataset.facts if "qualified-relation" in s]

    def test_the_party_has_the_classes_of_three_vocabularies(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        dataset = build(make_extraction("Harbour Party", (party, "founded", year("2002"))))
        assert said(dataset, "id:harbour-party", "rdf:type") == {
            iri("schema:PoliticalParty"),
            iri("org:FormalOrganization"),
            iri("dbo:PoliticalParty"),
        }

    def test_every_node_has_a_type_and_a_label(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "affiliationNational", RIVAL),
                (ADA, "elected", COUNCIL, {"date": Literal("2015-02", MONTH), "party": party}),
                (party, "headquartersStreet", Literal("1 Quay")),
                (party, "position", Entity("Centre to left", Kind.CONCEPT), BOUNDS),
                (party, "ideology", Entity("Harbourism", Kind.CONCEPT)),
            )
        )
        ours = {s for s, _, _ in dataset.facts} | {o for _, _, o in dataset.facts if str(o).startswith(BASE + "id/")}
        for node in ours - {iri("party:x")}:
            names = {p for s, p, _ in dataset.facts if s == node}
            assert {iri("rdf:type"), iri("rdfs:label")} <= names, node

    def test_a_name_has_a_language_and_a_foreign_one_its_own(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "name", Literal("Harbour Party")),
                (party, "nativeName", Literal("Hafenpartei"), {"lang": Literal("de")}),
                (party, "nativeName", Literal("Hamina"), {"lang": Literal("not known")}),
            )
        )
        assert said(dataset, "id:harbour-party", "skos:prefLabel") == {Value("Harbour Party", RDF + "langString", "en")}
        natives = {
            value.lang for value in said(dataset, "id:harbour-party", "party:nativeName") if isinstance(value, Value)
        }
        assert natives == {"de", "und"}

    def test_a_home_page_is_an_iri(self, make_extraction: MakeExtraction, party: Entity) -> None:
        page = Literal("http://example.org/", Datatype.URI)
        dataset = build(make_extraction("Harbour Party", (party, "website", page)))
        assert said(dataset, "id:harbour-party", "foaf:homepage") == {Iri("http://example.org/")}

    def test_a_wikidata_item_is_said_to_be_the_same(self, make_extraction: MakeExtraction, party: Entity) -> None:
        place = Entity("Port", Kind.PLACE, None, "Q1")
        dataset = build(make_extraction("Harbour Party", (party, "strongholdIn", place)))
        assert said(dataset, "here:port", "owl:sameAs") == {iri("wd:Q1")}


BOUNDS = {"lower": Entity("Centre", Kind.CONCEPT), "upper": Entity("Left", Kind.CONCEPT)}


class TestLimits:
    @pytest.mark.parametrize(
        "qualifiers",
        [
            {"end": year("1990")},
            {"scope": Literal("faction")},
            {"status": Literal("observer")},
            {"current": Literal("0")},
            {"current": Literal("false", Datatype.BOOLEAN)},
            {"until": year("1990")},
            {"as": Literal("de facto")},
        ],
    )
    def test_a_limited_statement_is_no_plain_triple(
        self, make_extraction: MakeExtraction, party: Entity, qualifiers: dict[str, Literal]
    ) -> None:
        dataset = build(make_extraction("Harbour Party", (party, "affiliationNational", RIVAL, qualifiers)))
        assert not said(dataset, "id:harbour-party", "party:nationalAffiliation")
        node = "here:qualified-relation.national-affiliation.hill-party"
        assert said(dataset, node, "party:relationSubject") == {iri("id:harbour-party")}
        assert said(dataset, node, "party:relation") == {iri("party:nationalAffiliation")}
        assert said(dataset, node, "party:relationValue") == {iri("id:hill-party")}

    def test_a_detail_that_limits_nothing_stands_beside_the_plain_triple(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        how = {"frequency": Literal("often")}
        dataset = build(make_extraction("Harbour Party", (party, "endorsesCandidatesOf", RIVAL, how)))
        assert said(dataset, "id:harbour-party", "party:endorsesCandidatesOf") == {iri("id:hill-party")}
        node = "here:qualified-relation.endorses-candidates-of.hill-party"
        assert said(dataset, node, "party:frequency") == {Value("often")}

    def test_a_present_holder_is_plain_and_a_past_one_is_not(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        old = Entity("Bo Former", Kind.PERSON)
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "leader", ADA, {"role": Literal("Chair"), "current": Literal("true", Datatype.BOOLEAN)}),
                (party, "leader", old, {"role": Literal("Chair"), "end": year("1990")}),
            )
        )
        assert said(dataset, "id:harbour-party", "party:officer") == {iri("here:ada-example")}
        assert said(dataset, "here:party-office.bo-former.chair", "schema:endDate") == {
            Value("1990", expand("xsd:gYear"))
        }

    def test_about_a_year_is_marked(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(make_extraction("Harbour Party", (party, "founded", Literal("1950", YEAR, approximate=True))))
        node = "here:qualified-relation.founding-date.1950"
        assert said(dataset, node, "party:approximate") == {Value("true", expand("xsd:boolean"))}

    def test_words_where_a_date_belongs_are_kept_but_not_as_a_date(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "founded", Literal("1970s")),
                (party, "ideology", Entity("Harbourism", Kind.CONCEPT), {"end": Literal("the 1980s")}),
            )
        )
        assert not said(dataset, "id:harbour-party", "schema:foundingDate")
        assert said(dataset, "here:qualified-relation.founding-date.1970s", "party:relationValue") == {Value("1970s")}
        node = "here:qualified-relation.ideology.harbourism"
        assert said(dataset, node, "skos:note") == {Value("end: the 1980s")}
        assert not said(dataset, node, "schema:endDate")
        assert not said(dataset, "id:harbour-party", "party:ideology")


class TestNodes:
    def test_a_seat_tally_without_a_number_has_none(self, make_extraction: MakeExtraction, party: Entity) -> None:
        absent = {"held": Literal("absent")}
        dataset = build(make_extraction("Harbour Party", (party, "seats", COUNCIL, absent)))
        node = "here:seat-tally.port-council"
        assert said(dataset, node, "party:countStatus") == {Value("absent")}
        assert not said(dataset, node, "party:held")

    def test_two_counts_stand_side_by_side(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "memberCount", Literal("304", NUMBER), {"year": year("2022")}),
                (party, "memberCount", Literal("300", NUMBER, approximate=True)),
                (party, "memberCount", Literal("310", NUMBER), {"year": year("2022")}),
            )
        )
        counts = {value for _, p, value in dataset.facts if p == iri("party:count")}
        assert {value.lexical for value in counts if isinstance(value, Value)} == {"300", "304", "310"}
        nodes = {s for s, p, _ in dataset.facts if p == iri("party:count")}
        assert len(nodes) == 3

    def test_one_candidacy_is_one_node(self, make_extraction: MakeExtraction, party: Entity) -> None:
        line = Entity("Harbour", Kind.BALLOT_LINE)
        election = Entity("April 2017 special election", Kind.ELECTION)
        dataset = build(
            make_extraction(
                "Harbour Party",
                (ADA, "candidate", COUNCIL, {"date": Literal("2017-04", MONTH)}),
                (ADA, "soleBallotLine", line, {"election": election}),
                (ADA, "lineVotesExceedMargin", election),
                (ADA, "candidate", COUNCIL, {"date": Literal("2019-04", MONTH)}),
            )
        )
        assert {s for s, _, o in dataset.facts if o == iri("party:Candidacy")} == {
            iri("here:candidacy.ada-example.2017-04"),
            iri("here:candidacy.ada-example.2019-04"),
        }
        assert said(dataset, "here:candidacy.ada-example.2017-04", "party:soleBallotLine") == {
            iri("here:harbour-ballot-line")
        }

    def test_candidacies_for_two_bodies_in_one_year_stay_two(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        senate = Entity("Senate", Kind.BODY)
        dataset = build(
            make_extraction(
                "Harbour Party",
                (ADA, "candidate", COUNCIL, {"date": year("2017")}),
                (ADA, "candidate", senate, {"date": year("2017")}),
            )
        )
        nodes = {s for s, _, o in dataset.facts if o == iri("party:Candidacy")}
        assert len(nodes) == 2

    def test_without_a_date_nothing_shows_that_two_are_one(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        line = Entity("Harbour", Kind.BALLOT_LINE)
        dataset = build(make_extraction("Harbour Party", (ADA, "candidate", COUNCIL), (ADA, "ballotLine", line)))
        assert len({s for s, _, o in dataset.facts if o == iri("party:Candidacy")}) == 2

    def test_a_candidacy_is_no_membership(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(make_extraction("Harbour Party", (ADA, "candidate", COUNCIL, {"party": party})))
        assert not said(dataset, "here:ada-example", "org:memberOf")

    def test_an_election_has_type_and_date(self, make_extraction: MakeExtraction, party: Entity) -> None:
        election = Entity("February 2015 special election", Kind.ELECTION)
        dataset = build(make_extraction("Harbour Party", (party, "contested", election)))
        node = "here:february-2015-special-election"
        assert said(dataset, node, "time:inXSDgYearMonth") == {Value("2015-02", expand("xsd:gYearMonth"))}
        assert said(dataset, node, "party:electionType") == {Value("special")}

    def test_parts_of_an_address_are_one_address(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "headquartersStreet", Literal("1 Quay")),
                (party, "headquartersPostalCode", Literal("01234")),
            )
        )
        (site,) = said(dataset, "id:harbour-party", "org:hasPrimarySite")
        (address,) = {o for s, p, o in dataset.facts if s == site and p == iri("org:siteAddress")}
        found = {(p, o) for s, p, o in dataset.facts if s == address}
        assert {(iri("schema:streetAddress"), Value("1 Quay")), (iri("schema:postalCode"), Value("01234"))} <= found

    def test_a_range_is_one_position(self, make_extraction: MakeExtraction, party: Entity) -> None:
        span = Entity("Centre to left", Kind.CONCEPT)
        dataset = build(make_extraction("Harbour Party", (party, "position", span, BOUNDS)))
        (position,) = said(dataset, "id:harbour-party", "party:position")
        assert isinstance(position, Iri)
        found = {(p, o) for s, p, o in dataset.facts if s == position}
        assert (iri("rdf:type"), iri("party:PositionRange")) in found
        assert {p for p, _ in found} >= {iri("party:lowerBound"), iri("party:upperBound")}


class TestClaims:
    def test_a_claim_is_never_a_plain_triple(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(make_extraction("Harbour Party", (party, "founded", year("1949")), status=Status.CLAIM))
        assert not said(dataset, "id:harbour-party", "schema:foundingDate")
        node = "here:attributed-claim.founding-date.1949"
        assert said(dataset, node, "rdf:type") == {iri("party:AttributedClaim")}
        assert said(dataset, node, "party:attribution") == {Value("unnamed")}

    def test_a_claimed_count_is_no_count(self, make_extraction: MakeExtraction, party: Entity) -> None:
        by = {"attribution": Literal("its chair")}
        dataset = build(
            make_extraction("Harbour Party", (party, "memberCount", Literal("5000", NUMBER), by), status=Status.CLAIM)
        )
        assert not [s for s, _, o in dataset.facts if o == iri("party:MembershipCount")]
        node = "here:attributed-claim.member-count.5000"
        assert said(dataset, node, "party:attribution") == {Value("its chair")}

    def test_a_candidate_is_only_in_the_provenance(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(make_extraction("Harbour Party", (party, "leader", ADA), status=Status.CANDIDATE))
        assert "ada-example" not in repr(dataset.facts)
        assert recorded(dataset, "party:status") == {Value("candidate")}
        assert (iri("here:ada-example"), iri("rdfs:label"), Value("Ada Example", RDF + "langString", "en")) in set(
            dataset.provenance
        )

    def test_an_inferred_fact_names_what_it_came_from(self, make_extraction: MakeExtraction, party: Entity) -> None:
        made = make_extraction("Harbour Party", (party, "founded", year("2002")), (party, "contested", RIVAL))
        first, second = made.facts
        inferred = replace(second, status=Status.INFERRED, inferred_from=first.evidence)
        dataset = build(replace(made, facts=(first, inferred)))
        origins = recorded(dataset, "prov:wasDerivedFrom")
        assert origins == {
            s for s, p, o in dataset.provenance if p == iri("party:predicate") and str(o).endswith("founded")
        }
        assert Value("inferred") in recorded(dataset, "party:status")


class TestIdentity:
    def test_the_same_link_is_the_same_thing(self, make_extraction: MakeExtraction, party: Entity) -> None:
        names = [Entity(name, Kind.PARTY, "Hill Party") for name in ("Hill Party", "the Hillers")]
        dataset = build(make_extraction("Harbour Party", *((party, "alliance", name) for name in names)))
        assert said(dataset, "id:harbour-party", "party:alliedWith") == {iri("id:hill-party")}

    def test_a_name_without_a_link_stays_in_its_article(self, make_extraction: MakeExtraction, party: Entity) -> None:
        unlinked = Entity("Hill Party", Kind.PARTY)
        dataset = build(make_extraction("Harbour Party", (party, "alliance", unlinked), (party, "splitFrom", RIVAL)))
        assert said(dataset, "id:harbour-party", "party:alliedWith") == {iri("here:hill-party")}
        assert said(dataset, "id:harbour-party", "party:splitFrom") == {iri("id:hill-party")}

    def test_the_same_item_makes_them_one(self, make_extraction: MakeExtraction, party: Entity) -> None:
        unlinked = Entity("The Hillers", Kind.PARTY, None, "Q7")
        linked = replace(RIVAL, qid="Q7")
        dataset = build(make_extraction("Harbour Party", (party, "alliance", unlinked), (party, "splitFrom", linked)))
        assert said(dataset, "id:harbour-party", "party:alliedWith") == {iri("id:hill-party")}

    def test_a_ballot_line_is_not_the_party_of_its_name(self, make_extraction: MakeExtraction, party: Entity) -> None:
        line = Entity("Hill Party", Kind.BALLOT_LINE, "Hill Party", "Q7")
        dataset = build(make_extraction("Harbour Party", (party, "usesBallotLine", line), (party, "alliance", RIVAL)))
        assert said(dataset, "id:harbour-party", "party:usesBallotLine") == {iri("here:hill-party-ballot-line")}
        assert not said(dataset, "here:hill-party-ballot-line", "owl:sameAs")

    def test_names_that_look_alike_in_a_slug_get_a_hash_each(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        twins = [Entity(name, Kind.PARTY) for name in ("Hill Party", "Hill party!")]
        dataset = build(make_extraction("Harbour Party", *((party, "alliance", twin) for twin in twins)))
        found = said(dataset, "id:harbour-party", "party:alliedWith")
        assert len(found) == 2
        assert all("hill-party--" in str(one) for one in found)

    def test_one_name_of_two_kinds_is_two_things(self, make_extraction: MakeExtraction, party: Entity) -> None:
        place, body = Entity("Port", Kind.PLACE), Entity("Port", Kind.BODY)
        dataset = build(make_extraction("Harbour Party", (party, "strongholdIn", place), (party, "seats", body)))
        assert len({s for s, p, o in dataset.facts if p == iri("rdfs:label") and "Port" in o[:1]}) == 2

    def test_a_stated_alias_is_followed(self, make_extraction: MakeExtraction, party: Entity) -> None:
        made = make_extraction("Harbour Party", (ADA, "member", Entity("HP", Kind.PARTY)))
        dataset = build(replace(made, aliases=(("HP", party),)))
        assert said(dataset, "here:ada-example", "org:memberOf") == {iri("id:harbour-party")}
        assert (iri("id:harbour-party"), iri("skos:hiddenLabel"), Value("HP", RDF + "langString", "en")) in set(
            dataset.provenance
        )

    def test_nothing_is_related_to_itself_by_its_name_alone(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        namesake = Entity("Harbour Party", Kind.PARTY)
        dataset = build(make_extraction("Harbour Party", (party, "splitFrom", namesake)))
        assert said(dataset, "id:harbour-party", "party:splitFrom") == {iri("here:harbour-party")}

    def test_a_known_ideology_is_the_concept_of_the_scheme(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        known, unknown = (Entity(name, Kind.CONCEPT) for name in ("social Democracy", "Harbourism"))
        dataset = build(make_extraction("Harbour Party", (party, "ideology", known), (party, "ideology", unknown)))
        concept = Iri(f"{BASE}concept/ideology/social-democracy")
        assert said(dataset, "id:harbour-party", "party:ideology") == {concept, iri("here:harbourism")}
        assert {p for s, p, _ in dataset.facts if s == concept} >= {iri("skos:inScheme"), iri("skos:exactMatch")}
