"""Names that may be cut short, or be none."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The party was part of the Grand Coalition from 2004 to 2008.", "candidate"),
        ("The party was part of the grand coalition from 2004 to 2008.", "asserted"),
    ],
)
def test_a_name_is_no_government(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "governmentRole")
    assert found == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It is the third-largest party in the Abo region.", "candidate"),
        ("It is the third-largest party in Abo.", "asserted"),
    ],
)
def test_a_rank_is_told_with_its_whole_place(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "rank")
    assert found == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In 2002 the party changed its name to Midori no kaigi.", "candidate"),
        ("In 2002 the party changed its name to Italiani d'Europa.", "asserted"),
        ("In 2002 the party changed its name to Midori in Tokyo.", "asserted"),
    ],
)
def test_a_name_that_goes_on_in_small_letters_is_only_half_read(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "renamedTo")
    assert found == status


def test_a_name_is_not_cut_at_a_dash() -> None:
    ((name, _, status),) = told("It renamed itself Movement for Ghana – Fair Future.", "renamedTo")
    assert (name, status) == ("Movement for Ghana – Fair Future", "asserted")


def test_a_kind_of_body_is_no_former_name() -> None:
    ((name, _, status),) = told("It was formed by Ann Lee as an Azure Dockers Union in 1947.", "formerName")
    assert (name, status) == ("Azure Dockers Union", "candidate")


def test_what_a_body_of_a_kind_is_called_is_a_name() -> None:
    text = "It began in 1990 as a political club called Azure Circle."
    assert told(text, "formerName") == [("Azure Circle", "", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Founded in 1990 as the Old Blue Party, it won two seats.", "asserted"),
        ("The Old Blue Party was renamed the Blue Party in 1999.", "candidate"),
    ],
)
def test_a_name_with_a_word_more_is_that_of_a_namesake_unless_the_party_was_founded_as_it(
    sentence: str, status: str
) -> None:
    assert {(name, found) for name, _, found in told(sentence, "formerName")} == {("Old Blue Party", status)}


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ('The party was formed by "Grey Fellows" who disliked the pact.', "founder", ["candidate"]),
        ("It was at first named Azure Labour Party (Antifederals).", "formerName", ["candidate"]),
        ("The cabinet was formed by either the BP or the Red Party.", "altName", ["candidate"]),
        ("The Old Blue Party changed its name to Blue Party.", "formerName", ["candidate"]),
        ("It was closely aligned with the Renova television channel in 1999.", "alliance", ["candidate"]),
        ("It was closely aligned with Renova in 1999.", "alliance", ["asserted"]),
    ],
)
def test_half_a_name_or_no_name_is_not_sure(sentence: str, predicate: str, status: list[str]) -> None:
    assert sorted(found for _, _, found in told(sentence, predicate)) == status


@pytest.mark.parametrize(
    ("bracket", "name", "status"),
    [
        ("Reformed", "Azure Labour Party (Reformed)", "asserted"),
        ("Anti-Federal", "Azure Labour Party (Anti-Federal)", "asserted"),
        ("Uniteds", "Azure Labour Party", "candidate"),
        ("ALP", "Azure Labour Party", "asserted"),
        ("Ghana", "Azure Labour Party", "asserted"),
    ],
)
def test_one_word_in_brackets_tells_namesakes_apart(bracket: str, name: str, status: str) -> None:
    text = f"It was launched in 1990 under the name Azure Labour Party ({bracket})."
    assert told(text, "formerName") == [(name, "", status)]


def test_a_word_that_tells_a_body_from_its_like_is_of_its_name() -> None:
    text = "It was formed by the merger of the Red Party (Leninist), the Azure Dal (United) and the Owls (Real)."
    names = ["Red Party (Leninist)", "Azure Dal (United)", "Owls (Real)"]
    assert sorted(name for name, _, _ in told(text, "mergedFrom")) == sorted(names)


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("Another Blue Party, led by Tom Fox, was registered in September 2014.", "registered"),
        ("Tom Fox launched the Blue Party (Original) in 2003, but it was wound up in 2008.", "dissolved"),
        ("Bo Chan left the party in 2003 and set up Bread and Home.", "splitFrom"),
        ('From it sprang a competitor, the "Registered" Blue Party, whose leader is Bo Chan.', "leader"),
        ("A third Blue Party was founded early in 2011 by Bo Chan.", "founder"),
        ("The party, known since 2018 as the Azure League, is small.", "formerName"),
        ('In 2003 it joined the coalition "Azure Accord of All".', "mergedInto"),
    ],
)
def test_a_namesake_is_another_party(sentence: str, predicate: str) -> None:
    assert "asserted" not in {status for _, _, status in told(sentence, predicate)}


def test_a_body_is_no_founder() -> None:
    assert told("It was founded in 2001 by former Azurat Hoji member Ann Lee.", "founder") == [
        ("Azurat Hoji", "", "candidate")
    ]


def test_a_wing_whose_name_goes_on_is_not_sure() -> None:
    assert told("The youth wing of the party is called Bacha ba BCU.", "youthWing") == [("Bacha", "", "candidate")]
    longer = "The youth wing of the party is called Azure Youth and Friends of Walden."
    assert [status for _, _, status in told(longer, "youthWing")] == ["candidate"]
    text = "The youth wing of the party is called Azure Youth, and Ann Lee leads it."
    assert told(text, "youthWing") == [("Azure Youth", "", "asserted")]


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("The first Blue Party", "candidate"),
        ("At first the Blue Party", "asserted"),
        ("At first the party", "asserted"),
    ],
)
def test_the_article_parts_a_name_from_the_word_before(opening: str, status: str) -> None:
    assert [found for _, _, found in told(f"{opening} bore the name Azure League.", "formerName")] == [status]


def test_a_party_with_the_indefinite_article_is_a_namesake() -> None:
    assert [status for *_, status in told("In 1999 a Blue Party was registered again.", "registered")] == ["candidate"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Blue Party, sometimes referred to as the BP (U), was a party in Nepal.", "abbreviation"),
        ("The Blue Party was a party in Iran which was formed in Aban 1321 (November 1942).", "foundedPlace"),
    ],
)
def test_what_goes_on_in_brackets_or_with_a_number_is_cut(text: str, predicate: str) -> None:
    assert [status for *_, status in told(text, predicate)] == ["candidate"]


def test_another_name_may_be_that_of_the_body_before_it() -> None:
    text = "In 2011 it ran within the Azure Alliance, commonly called the Azure Bloc, which won 123 seats."
    assert [status for _, _, status in told(text, "altName")] == ["candidate"]


def test_a_founder_has_no_initials_behind_him() -> None:
    assert [status for _, _, status in told("Its founder was Orang Kaya (OK) Sundang.", "founder")] == ["candidate"]


def test_a_new_one_of_the_name_is_another() -> None:
    text = "The Blue Party (BP) was dissolved in 1933. A new BP, the work of dissidents, existed from 1953 until 1962."
    assert [(name, status) for name, _, status in told(text, "founded")] == [("1953", "candidate")]


@pytest.mark.parametrize(
    ("title", "sentence", "status"),
    [
        ("Azure Congress (Left)", "It opposed Bo Chan, chairman of the Azure Congress (AC), in 1990.", "candidate"),
        ("Azure Party (Nepal)", "Another breakaway, the Azure Party (AP), followed in 1997.", "candidate"),
        ("Azure Party (Nepal)", "The Azure Party (AP) was founded in 1997.", "asserted"),
    ],
)
def test_initials_of_a_namesake_are_its_own(title: str, sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "abbreviation", title=title)
    assert found == status


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("the Azure Party in the Republic (APIR)", "candidate"),
        ("the Azure Party in the Republic", "asserted"),
        ("the Azure Party (AP)", "asserted"),
    ],
)
def test_a_title_can_begin_the_name_of_another(name: str, status: str) -> None:
    text = f"Since its creation in 1977 {name} was led by Ann Lee."
    assert {found for _, _, found in told(text, "founded", title="Azure Party")} <= {status}


def test_a_native_name_with_a_comma_is_one() -> None:
    text = "Unity, Peace, and Bread (Spanish: Unidad, Paz y Pan) is a party in Spain."
    assert {status for _, _, status in told(text, "nativeName", title="Unity, Peace, and Bread")} <= {"candidate"}


def test_a_former_name_may_be_that_of_the_party_before_it() -> None:
    text = "In 2005 the party united with the Red League (Liga Roja), formerly known as Azure Way."
    assert [status for _, _, status in told(text, "formerName") if status == "asserted"] == []


@pytest.mark.parametrize(
    ("named", "status"),
    [("an earlier Red Party", "candidate"), ("the Red Party", "asserted")],
)
def test_one_of_several_parties_of_a_name_is_not_the_one_that_has_it(named: str, status: str) -> None:
    assert told(f"In 1922 {named} had been formed.", "founded") == [("1922", "", status)]


@pytest.mark.parametrize(
    ("name", "status"),
    [("Blue, Wood and Water (BWW)", "candidate"), ("Blue, which is a colour", "asserted")],
)
def test_a_word_before_a_comma_may_begin_a_longer_name(name: str, status: str) -> None:
    text = f"The Blue Party, officially {name}, is a political party in Ghana."
    assert told(text, "altName") == [("Blue", "", status)]


@pytest.mark.parametrize(("name", "status"), [("Blue Party (Unity)", []), ("Blue Party (BP)", ["asserted"])])
def test_a_wing_with_the_partys_name_and_a_word_more_is_another(name: str, status: list[str]) -> None:
    text = f"In 1999 it went on as the {name}, which joined the government in 2001."
    assert [found for _, _, found in told(text, "governmentRole") if found == "asserted"] == status


def test_an_adjective_of_two_countries_tells_neither() -> None:
    assert told("The Blue Party is a Congolese party that supports the president.", "country") == []


def test_a_letter_may_tell_a_body_from_its_like() -> None:
    text = "It was founded in 2018 by dissidents of the Azure League (N) and the Azure League (Q)."
    assert [name for name, _, _ in told(text, "splitFrom")] == ["Azure League (N)", "Azure League (Q)"]
    text = "The party was absorbed by the Azure Congress (I) in 1978."
    assert told(text, "mergedInto") == [("Azure Congress (I)", "year=1978", "asserted")]


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (" turned itself into the Red Party.", "candidate"),
        (" was banned.", "candidate"),
        (", which was small.", "asserted"),
        (" led by Ann Lee.", "asserted"),
    ],
)
def test_as_may_open_a_clause_in_place_of_a_name(behind: str, status: str) -> None:
    assert told(f"The party was founded in 1990 as the Azure League{behind}", "formerName") == [
        ("Azure League", "", status)
    ]


@pytest.mark.parametrize(
    ("text", "predicate", "statuses"),
    [
        ("In 2003 it was renamed the White Party.WP in full.", "renamedTo", ["candidate"]),
        ("In 2003 it was renamed the White Party. Ann Lee led it.", "renamedTo", ["asserted"]),
        ("Until 2002 it was called Azure League: Hope for All.", "formerName", ["candidate"]),
        ("It split from the Republican, Radical and Social Party in 1972.", "splitFrom", ["candidate"] * 3),
        ("It split from the Red Party, New Dawn and Green League in 1972.", "splitFrom", ["asserted"] * 3),
        ("It succeeded the Communist Party of Ghana of the Soviet era.", "predecessor", ["candidate"]),
        ("It succeeded the Communist Party of Ghana.", "predecessor", ["asserted"]),
        ("It is also known as the Blue Party of Azuria, Tilbrook and the Isles.", "altName", ["candidate"]),
        ("It is also known as the Blue Party of Azuria, and is small.", "altName", ["asserted"]),
        ("The party, BP (UL) for short, met.", "abbreviation", ["candidate"]),
        ("The party, BP for short, met.", "abbreviation", ["asserted"]),
    ],
)
def test_a_name_goes_on_behind_marks_and_in_lists(text: str, predicate: str, statuses: list[str]) -> None:
    assert [status for _, _, status in told(text, predicate)] == statuses


def test_initials_keep_what_tells_them_apart() -> None:
    assert [name for name, _, _ in told("The party, BP (Unity) for short, met.", "abbreviation")] == ["BP (Unity)"]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("the Trotskyist Red Workers' Party", "candidate"),
        ("the Trotskyist League", "asserted"),
        ("the Red Workers' Party", "asserted"),
    ],
)
def test_a_view_before_a_name_may_be_no_part_of_it(name: str, status: str) -> None:
    assert [found for _, _, found in told(f"It merged into {name} in 1990.", "mergedInto")] == [status]


def test_no_party_merges_into_what_it_is_called_without_its_place() -> None:
    text = "In 1990 the party merged into the Workers' Party."
    assert [found for _, _, found in told(text, "mergedInto", title="Ghana Workers' Party")] == ["candidate"]
    assert [found for _, _, found in told(text, "mergedInto", title="Azure Workers' Party")] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Blue Party (BP) or Justice and Development Party is a party in Ghana.", "candidate"),
        ("The Blue Party, also called the Azure League and the Azure Union, is a party in Ghana.", "asserted"),
    ],
)
def test_an_and_may_stand_within_one_name(text: str, status: str) -> None:
    assert {found for _, _, found in told(text, "altName")} == {status}


@pytest.mark.parametrize(
    ("title", "name", "status"),
    [
        ("New Blue Party", "New Blue Party (New BP)", "asserted"),
        ("Blue Party", "Blue Party (New)", "candidate"),
    ],
)
def test_a_bracket_with_a_word_of_the_title_tells_no_namesake(title: str, name: str, status: str) -> None:
    found = told(f"The {name} was founded in 1990.", "founded", title=title)
    assert [row[2] for row in found] == [status]


def test_letters_behind_a_founder_are_no_office_of_somebody_named_behind() -> None:
    assert told("Founded in 1990 by Ann Lee MP, it was small.", "founder") == [("Ann Lee", "", "asserted")]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Catholic Farmers, Smallholders, and Civic Party", "candidate"),
        ("Catholic Farmers, Smallholders and Civic Party", "candidate"),
        ("Catholic Farmers, with Bo Chan at its head", "asserted"),
        ("Azure Party, Green Union and Civic Party", "asserted"),
    ],
)
def test_people_may_begin_a_name_that_ends_with_a_party(name: str, status: str) -> None:
    found = told(f"The Blue Party, whose official name was {name}.", "altName")
    assert {status for _, _, status in found} == {status}


@pytest.mark.parametrize(
    ("native", "status"),
    [("Azurische Bauern", "candidate"), ("Azurische Bauern-, Handwerks- und Bürgerpartei", "asserted")],
)
def test_a_name_with_a_comma_has_one_in_its_own_language(native: str, status: str) -> None:
    title = "Azure Farmers, Artisans and Civic Party"
    text = f"The {title} ({native}) was a party in Austria."
    assert told(text, "nativeName", title=title) == [(native, "", status)]
