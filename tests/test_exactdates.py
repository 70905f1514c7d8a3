"""The beginning and the end that a sentence tells on the day or month that the infobox gives for it."""

import pytest

from partygraph import extraction, readers
from partygraph.extraction.prose.corroboration.cues import RULE
from partygraph.facttable import row


def read(infobox: str, text: str) -> list[tuple[str, str, str]]:
    """The predicate, object and quote of what is read by agreement."""
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n- {infobox}\n\n{text}\n")
    rows = [row(fact, article) for fact in extraction.read(article).facts if fact.rule == RULE]
    return [(cells.predicate, cells.object, cells.quote) for cells in rows if cells.status == "asserted"]


@pytest.mark.parametrize(
    ("infobox", "text", "expected"),
    [
        (
            "Founded: 29 June 1939",
            "The upshot, after a year of quarrels, was the launch of the Blue Party in Tilbrook, County Wald, in the "
            "hall of the miners, on 29 June 1939.",
            ("founded", "1939-06-29"),
        ),
        (
            "Founded: June 1939",
            "The creation of the party, in a barn near Tilbrook, which farmers saw to in June 1939, went unseen.",
            ("founded", "1939-06"),
        ),
        (
            "Founded: 29 June 1939",
            "With a blessing four clubs, on 29 June 1939, gave birth, after a night of quarrels, to the party.",
            ("founded", "1939-06-29"),
        ),
        (
            "Founded: 29 June 1939",
            "On 29 June 1939 the Red League, to which farmers of the north, the east and the west had come, went into "
            "a pact of many years with the miners of Tilbrook under Bo Chan, and so the Blue Party was formed.",
            ("founded", "1939-06-29"),
        ),
        (
            "Dissolved: 4 May 1988",
            "The end of the party, long awaited, came on 4 May 1988, when a congress voted to have it dissolved.",
            ("dissolved", "1988-05-04"),
        ),
    ],
)
def test_the_day_is_told_with_the_event(infobox: str, text: str, expected: tuple[str, str]) -> None:
    found = read(infobox, text)
    assert [cells[:2] for cells in found] == [expected]
    assert "19" in found[0][2]


@pytest.mark.parametrize(
    ("infobox", "text"),
    [
        ("Founded: 1939", "The upshot was a launch of the Blue Party with the hymn of 1939."),
        ("Founded: 29 June 1939", "Launched by farmers in May 1939, the party took its oath on 29 June 1939."),
        ("Founded: 29 June 1939", "Launched by farmers, the party was entered in the register on 29 June 1939."),
        ("Founded: 29 June 1939", "At the party's wish no league of farmers was formed on 29 June 1939."),
        ("Founded: 29 June 1939", "The party hoped that a league of farmers would be formed on 29 June 1939."),
        ("Founded: 29 June 1939", "The party left the league; the Red Club was formed on 29 June 1939."),
        ("Founded: 29 June 1939", "The party took its form at the fair of 29 June 1939."),
        ("Founded: 29 June 1939", "The recognition of the party dates from 29 June 1939."),
        ("Founded: 29 June 1939", "Its rival came from the club Hope, founded on 29 June 1939."),
        ("Founded: 29 June 1939", "The Red Club was formed by farmers of Tilbrook on 29 June 1939."),
    ],
)
def test_a_year_a_register_and_another_event_tell_nothing(infobox: str, text: str) -> None:
    assert read(infobox, text) == []
