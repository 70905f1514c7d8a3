"""The names in the brackets behind a party's name: whose they are, and in which language."""

from __future__ import annotations

import pytest
from telling import rows_of, told

from partygraph import readers
from partygraph.extraction import read
from partygraph.facttable import rows


def named(lead: str, predicate: str) -> list[str]:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{lead}\n")
    return [row.object for row in rows(read(article)) if row.source == "prose" and row.predicate == predicate]


@pytest.mark.parametrize(
    ("lead", "native"),
    [
        ("The Blue Party (Bændaflokkur) was a party in Iceland.", ["Bændaflokkur"]),
        ("The Blue Party (Partidul Social Democrat, PSD) is a party in Moldova.", ["Partidul Social Democrat"]),
        ("The Blue Party (Partido Radical de Chile), is a party in Chile.", ["Partido Radical de Chile"]),
        ("The Blue Party (Eesti Vasakliit), formerly the Red Party, is a party.", ["Eesti Vasakliit"]),
        ("The Blue Party (in Swedish: Kommunistiska förbundet, KF) is a party.", ["Kommunistiska förbundet"]),
        ("The Blue Party (Serbian: Plava stranka, romanized: Plava) is a party.", ["Plava stranka"]),
        (
            "The Blue Party (Partidu Blau, Partito Blu d'Azione, PBA) is a party.",
            ["Partidu Blau", "Partito Blu d'Azione"],
        ),
        ("The Blue Party (Malay: Parti Biru (Baru); abbrev: BPX) is a party.", ["Parti Biru (Baru)"]),
        ("The Blue Party (Latvian: Zila, kartiba un taisniba, abbr. BP) is a party.", ["Zila, kartiba un taisniba"]),
        ("The Blue Party (Partido Azul PA in Spanish) is a party.", ["Partido Azul"]),
        ("The Blue Party (Red-Blue/Partito Italiano per la pace) is a party.", []),
        ("The Blue Party (Danish: referred to as Independence) is a party.", []),
        ("The Red Movement/Blue Party (Spanish: Movimiento Rojo) is a party.", []),
        ("The Blue Party (French Parti Bleu, Breton: Strollad Glas) is a party.", ["Parti Bleu", "Strollad Glas"]),
        ("The Blue Party (Swedish Centre Party) is a party.", []),
        ("The Blue Party (Tilbrook) is a party.", []),
        ("The Blue Party () is a party.", []),
        ("The Blue Party (; ,) is a party.", []),
        ("The Blue Party (Renaissance) is a party.", []),
        ("The Blue Party (Spanish: Partido V [Quinta] Azul) is a party.", []),
        ("The Blue Party (Spanish: Partido Azul [partido]) is a party.", ["Partido Azul"]),
        ("The Blue Party (Spanish: Partido Azul Unido PAU) is a party.", ["Partido Azul Unido"]),
        (
            "The Blue Party (in Afrikaans: Blou Party, in German: Blaue Partei) is a party.",
            ["Blou Party", "Blaue Partei"],
        ),
        (
            "The Blue Party (Spanish: Partido Azul and Catalan: Partit Blau) is a party.",
            ["Partido Azul", "Partit Blau"],
        ),
        ("The Blue Party (Dutch; Flemish: Blauwe Partij, BP) is a party.", ["Blauwe Partij"]),
        ("The Blue Party (Dutch; Flemish: Blauwe Partij in Dutch, BP) is a party.", ["Blauwe Partij"]),
        ("The Blue Party (Blauwe Partij in Dutch and Parti bleu in French) is a party.", []),
    ],
)
def test_a_native_name_is_known_by_its_label_or_its_words(lead: str, native: list[str]) -> None:
    assert named(lead, "nativeName") == native


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Blue Party (BP) is a party.", ["BP"]),
        ("The Blue Party (Spanish: Partido Azul; abbreviated BP) is a party.", ["BP"]),
        ("It met the Ploughmen's and Graziers (PGA).", []),
    ],
)
def test_initials_are_of_a_whole_name(text: str, short: list[str]) -> None:
    assert named(text, "abbreviation") == short


def test_initials_stand_behind_a_dash() -> None:
    text = "The Blue Party (Albanian: Partia e Kaltër – PKSh) is a party."
    assert told(text, "abbreviation") == [("PKSh", "", "asserted")]


def test_a_remark_behind_a_native_name_is_none_of_it() -> None:
    text = "The Blue Party (Spanish: Partido Mano Azul, same initials) is a party."
    assert [name for name, _, _ in told(text, "nativeName")] == ["Partido Mano Azul"]


def test_a_title_that_is_not_english_has_other_names_beside_its_english_one() -> None:
    text = "Framfylking (English: Progress; Danish: Fremskridt) was a political party."
    names = told(text, "altName", title="Framfylking")
    assert names == [("Progress", "translation=1", "asserted"), ("Fremskridt", "lang=da", "asserted")]


@pytest.mark.parametrize("inner", ["until 1991: Azure Movement", "until May 1991 the Azure Movement"])
def test_the_time_of_a_former_name_is_not_of_the_name(inner: str) -> None:
    assert told(f"The Blue Party ({inner}) is a party.", "formerName") == [("Azure Movement", "", "asserted")]


def test_a_bare_year_is_no_former_name() -> None:
    for inner in (
        "formerly, until 1991, the Azure Movement",
        "until 1991, Azure Movement",
        "before 1991, Azure Movement",
    ):
        assert told(f"The Blue Party ({inner}) is a party.", "formerName") == [("Azure Movement", "", "asserted")]


@pytest.mark.parametrize(
    ("inner", "native"),
    [
        ("German: Blaue Partei, no relation to the Swiss party, BP", "Blaue Partei"),
        ("German: Blaue Partei, own spelling: BLAUE Partei", "Blaue Partei"),
        ("German: Blaue Partei, pronounced [blau]; BP", "Blaue Partei"),
        ("German: Blaue Partei 'Bauern', BP", "Blaue Partei 'Bauern'"),
        ("Greek: Γαλάζιο Κόμμα (ΓΚ), Galazio Komma", "Γαλάζιο Κόμμα"),
        ("Greek: Γαλάζιο Κόμμα (Γ.Κ.)", "Γαλάζιο Κόμμα"),
        ("Greek: Γαλάζιο Κόμμα – Γ.Κ.", "Γαλάζιο Κόμμα"),
        ("Serbian: Плава странка / Plava stranka, ПС / PS", "Плава странка"),
    ],
)
def test_remarks_and_initials_are_none_of_a_native_name(inner: str, native: str) -> None:
    assert [name for name, _, _ in told(f"The Blue Party ({inner}) is a party.", "nativeName")] == [native]


def test_a_translation_ends_with_its_quotation_mark() -> None:
    text = 'The Blue Party (Polish: Partia Azul, lit. "Party of Azure", pronounced [rux]) is a party.'
    assert told(text, "altName") == [("Party of Azure", "translation=1", "asserted")]


def test_what_a_party_is_not_to_be_confused_with_is_no_name_of_it() -> None:
    text = "The Blue Party (Malay: Parti Biru, acronym BIRU, not to be confused with Azure Party or SAJP) was a party."
    assert told(text, "abbreviation") == [("BIRU", "", "asserted")]


def test_a_comma_is_not_of_a_name_in_other_letters() -> None:
    text = 'The Blue Party (Kyrgyz: Ак-Жол Билим, translation "Bright path") is a political party in Ghana.'
    assert told(text, "nativeName") == [("Ак-Жол Билим", "lang=ky", "asserted")]


def test_a_name_in_georgian_letters_is_read() -> None:
    text = "The Blue Party (Georgian: ლურჯი პარტია) is a party."
    assert told(text, "nativeName") == [("ლურჯი პარტია", "lang=ka", "asserted")]


def test_initials_may_be_in_two_parts() -> None:
    text = "The Blue Party (Hrvatska plava stranka Bosne, HPS BiH) is a party."
    assert [name for name, _, _ in told(text, "abbreviation")] == ["HPS BiH"]


def test_a_short_form_of_the_title_is_no_native_name() -> None:
    text = "Azura South Ghana (Azura SG) is a party."
    assert told(text, "nativeName", title="Azura South Ghana") == []
    assert told(text, "altName", title="Azura South Ghana") == [("Azura SG", "", "asserted")]


@pytest.mark.parametrize(
    ("inner", "predicate", "name"),
    [
        ("lit. 'I Love Ghana'; French: J'aime le Ghana", "altName", "J'aime le Ghana"),
        ("lit. 'I Love Ghana'; Tamil: கொங்கு", "nativeName", "கொங்கு"),
        ("Swahili: Ninapenda Ghana; lit. 'I Love Ghana'", "nativeName", "Ninapenda Ghana"),
    ],
)
def test_a_title_that_is_translated_is_native_itself(inner: str, predicate: str, name: str) -> None:
    found = told(f"Tia Ghana ({inner}) is a party.", predicate, title="Tia Ghana")
    assert [one for one, qualifiers, _ in found if "translation" not in qualifiers] == [name]


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("the Protestant Anti-Revolutionary Party (ARP)", "Anti-Revolutionary Party"),
        ("the Dutch Azure Labour Party (ALP)", "Azure Labour Party"),
        ("the Christian Social Party (CSP)", "Christian Social Party"),
        ("the Dutch Labour Party (LP)", "Dutch Labour Party"),
        ("the Azure Labour Union Party (LUP)", "Azure Labour Union Party"),
    ],
)
def test_initials_tell_where_a_name_begins_behind_a_people_or_a_faith(name: str, party: str) -> None:
    assert {row.subject for row in rows_of(f"It was supported by {name}.", "abbreviation")} == {party}


@pytest.mark.parametrize("remark", [", here called by its acronym", ", commonly abbreviated as Azul", "|Partido", ""])
def test_a_remark_behind_a_name_is_none_of_it(remark: str) -> None:
    text = f"The Blue Party (Spanish: Partido Azul{remark}) is a party in Ghana."
    assert [name for name, _, _ in told(text, "nativeName")] == ["Partido Azul"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("It was founded in 2010 as Azurov's Movement (Polish: Ruch Azura, RA).", "abbreviation"),
        ("It worked under Friends of the Lake (Spanish: Amigos del Lago).", "nativeName"),
        ("It sprang from the Builders of Works of Tilbrook Party (Spanish: Partido de Obras, PO).", "nativeName"),
    ],
)
def test_the_end_of_a_name_has_none_of_its_own(text: str, predicate: str) -> None:
    assert {row.subject for row in rows_of(text, predicate)} <= {"Builders of Works of Tilbrook Party"}


def test_a_native_name_has_the_distinction_that_the_name_has() -> None:
    lead = "The Blue Party (Left) (Belarusian: Сіняя партыя (Левая), Siniaja partyja) is a party."
    found = rows_of(lead, "nativeName", title="Blue Party (Left)")
    assert [row.object for row in found] == ["Сіняя партыя (Левая)"]


def test_a_word_behind_a_comma_may_end_a_native_name() -> None:
    assert named("The Blue Party (Nepali: नीलो पार्टी, नेपाल, abbr. NP) is a party.", "nativeName") == []
    assert named("The Blue Party (Nepali: नीलो पार्टी, abbr. NP) is a party.", "nativeName") == ["नीलो पार्टी"]


def test_a_comma_may_slip_in_before_the_brackets_of_the_lead() -> None:
    assert named("The Blue Party, (BLUP) (Finnish: Sininen), is a party.", "abbreviation") == ["BLUP"]
    assert named("It left the Azure Party, (later AZP), in 1990.", "abbreviation") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It came from the PSA (Azure Socialist Party), which was small.", [("Azure Socialist Party", "PSA")]),
        ("It came from the PSA (Red Party), which was small.", []),
        ("It came from the PSA (an Azure Socialist Party), which was small.", []),
    ],
)
def test_initials_are_those_of_the_name_behind_them(text: str, names: list[tuple[str, str]]) -> None:
    assert [(row.subject, row.object) for row in rows_of(text, "abbreviation")] == names
