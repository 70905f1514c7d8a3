"""The first sentence of an article names its party, by its title or another name, and what follows is of that one."""

import pytest
from telling import told

ONE = "The Blue Party or Azure Workers' League (Finnish: Sininen puolue; AWL) was a political party in Finland."


def test_a_second_name_is_of_the_same_party() -> None:
    assert told(ONE, "altName") == [("Azure Workers' League", "", "asserted")]
    assert told(ONE, "nativeName") == [("Sininen puolue", "lang=fi", "asserted")]
    assert told(ONE, "abbreviation") == [("AWL", "", "asserted")]
    assert told(ONE, "type") == [("political party", "", "asserted")]


def test_a_name_that_is_not_the_title_is_stated() -> None:
    text = "The Azure Citizens' Federation is a political party in Japan. It was founded in 1990."
    assert told(text, "altName", title="Federation of Blue Citizens") == [
        ("Azure Citizens' Federation", "", "asserted")
    ]
    assert told(text, "founded", title="Federation of Blue Citizens") == [("1990", "", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Party is not to be confused with the Azure League. The Azure League won 5 seats in 1990.",
        "The Blue Party is a party in Japan. The Azure Citizens' Federation is a political party in Korea.",
    ],
)
def test_another_party_is_another(text: str) -> None:
    assert told(text, "altName") == []


def test_a_title_goes_on_behind_a_dash() -> None:
    text = (
        "The Blue Party – The Party for Wales (BPW; Cornish for Azure) is a liberal party in Wales. BPW arose in 1990."
    )
    assert told(text, "abbreviation") == [("BPW", "", "asserted")]
    assert told(text, "ideology") == [("Liberalism", "", "asserted")]
    assert told(text, "founded") == [("1990", "", "asserted")]


@pytest.mark.parametrize("title", ["Forum of the Blue – People", "Forum of the Blue–People"])
def test_a_dash_in_a_title_may_have_spaces(title: str) -> None:
    text = (
        "The Forum of the Blue–People was a political party in Kenya. Forum of the Blue – People was founded in 1990."
    )
    assert told(text, "country", title=title) == [("Kenya", "", "asserted")]
    assert told(text, "founded", title=title) == [("1990", "", "asserted")]


def test_a_later_name_is_no_name_of_today() -> None:
    text = "The Blue Party, later known as the Azure Movement, was a party. The Azure Movement was dissolved in 1999."
    assert told(text, "renamedTo") == [("Azure Movement", "", "asserted")]
    assert not told(text, "altName")


def test_a_bracket_can_tell_a_party_from_the_one_it_left() -> None:
    text = "The Azure Congress (Democratic) is a party. It was formed in 2002 by a split of the Azure Congress."
    rows, title = "- Split: Azure Congress", "Azure Congress (Democratic)"
    assert told(text, "splitFrom", rows, title) == [("Azure Congress", "year=2002", "asserted")]


def test_a_place_in_a_bracket_tells_nobody_apart() -> None:
    text = "The Azure Congress was founded in 2002."
    rows, title = "- Split: Azure Congress", "Azure Congress (Nepal)"
    assert told(text, "founded", rows, title) == [("2002", "", "asserted")]


def test_small_words_make_no_other_name() -> None:
    lead = "The Azure Workers and Farmers Party (AWFP) is a party in Ghana. It was founded in 1990."
    title = "Azure Workers Farmers Party"
    assert told(lead, "country", title=title) == [("Ghana", "", "asserted")]
    assert ("Azure Workers and Farmers Party", "", "asserted") in told(lead, "altName", title=title)


def test_the_title_may_stand_behind_a_dash() -> None:
    lead = "The AZUR – Party of Free Citizens (French: AZUR – Parti), usually just AZUR, is a party in Ghana."
    title = "Party of Free Citizens"
    assert told(lead, "country", title=title) == [("Ghana", "", "asserted")]
    assert ("AZUR – Party of Free Citizens", "", "asserted") in told(lead, "altName", title=title)


def test_a_first_name_is_no_name_of_today() -> None:
    text = "The Blue Party, known at first as the Azure Front, is small. The Azure Front met in May."
    assert told(text, "formerName") == [("Azure Front", "", "asserted")]
    assert not told(text, "altName")


@pytest.mark.parametrize(
    ("copula", "row"),
    [("was", ("Red Party", "current=0", "asserted")), ("is", ("Red Party", "", "candidate"))],
)
def test_a_party_that_was_one_is_gone(copula: str, row: tuple[str, str, str]) -> None:
    text = f"The Blue Party (BP), born in 1990, {copula} a party in Finland. It formed an alliance with the Red Party."
    assert told(text, "alliance") == [row]


@pytest.mark.parametrize("called", ["currently called", "now known as", "known later as"])
def test_an_article_may_open_with_an_earlier_name(called: str) -> None:
    text = f"The Azure Front, {called} the Blue Party (BP), is a political party in Ghana."
    assert told(text, "formerName") == [("Azure Front", "", "asserted")]
    assert told(text, "altName") == []
    assert told(text, "country") == [("Ghana", "", "asserted")]
