"""What "it" means in the next sentence."""

from __future__ import annotations

import pytest
from telling import rows_of, told

LEAD = "The Blue Party is a party in Ghana. "


@pytest.mark.parametrize(
    ("before", "seats"),
    [
        ("Members of the Red Party, expelled from that party, formed it in 1961.", 1),
        ("The Red Party was dissolved in 1961.", 0),
        ("Out of it came the White Alliance.", 0),
        ("The alliance won eight seats.", 0),
        ("The Acción Roja de Azuria was founded in 1961.", 0),
        ("Ann Lee, a printer, died in 1961.", 1),
        ("Throughout the war years it was tolerated by the Ministry of Justice.", 1),
        ("Throughout the war years it was tolerated, but the Red Party was banned.", 0),
    ],
)
def test_what_it_means_behind_a_sentence(before: str, seats: int) -> None:
    rows = rows_of(f"{LEAD}{before} It won three seats in the 1962 election.", "electionResult")
    assert [row.subject for row in rows if "seats=3" in row.qualifiers].count("Blue Party") == seats


def test_who_is_of_the_party_that_they_founded() -> None:
    text = f"{LEAD}Members of the Red Party's (RP) left wing founded it in 1961. Ann Lee was its leader."
    assert told(text, "founded") == [("1961", "", "asserted")]
    assert [name for name, _, _ in told(text, "leader")] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("Its women's wing was founded in 1965.", []),
        ("The party's Walden branch was founded in 1965.", []),
        ("A rival party of the same name was led by Tom Fox.", []),
        ("The foundation was set up by Tom Fox.", []),
        ("The party has a youth wing, the Azure Youth, founded in 1970.", []),
        ("The party publishes The Azure Star.", []),
        ("The foundation of the party was celebrated in 1965.", ["Ann Lee"]),
        ("A congress was held in 1965.", ["Ann Lee"]),
        ("Its congress was held in 1965.", ["Ann Lee"]),
    ],
)
def test_a_part_of_the_party_has_officers_of_its_own(before: str, names: list[str]) -> None:
    rows = told(f"{LEAD}{before} Its first chairwoman was Ann Lee.", "leader")
    assert [name for name, _, status in rows if status == "asserted"] == names
