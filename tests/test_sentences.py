"""Sentences end where they end, and not at an abbreviation."""

import linearity
import pytest

from partygraph.readers.sentences import split

CASES = [
    "Joshua M. Hall ran. | He won 1.6 percent.",
    "In the U.S. Senate it has no seat. | In the U.S. House it has one.",
    "It acts in the U.S. | The party is small.",
    "The St. Louis branch met at No. 5 High St. in 1990. | Mr. Brown spoke.",
    "E. B. S. Lumu and J. F. Kennedy Jr. spoke. | Nobody heard.",
    "The votes were cast on Row D. | That was enough.",
    'He said: "It is over. We lost." | The party went on.',
    '"Free soil. Free men" was the cry. | It was heard.',
    "The list (cf. p. 4. Also p. 5) is long. | So is this.",
    "The party lost.[1] | In 1990 it left.[2][a] | Then it met. [3] | It won[4] again.[citation needed]",
    "It sat in the U.S.[1] Senate. | That was all.",
    "It won approx. 300 votes, i.e. 2.5 per cent. | Few noticed.",
    "Was it over? | Yes! | It was...",
    "Alfaro Vive, Carajo! was founded in 1983. | It fought on.",
    "Prof. Dr. Ann Bee led it from Jan. 1990. | She left in Sept. 1991.",
    "It merged with the Workers' Party et al. in 1990. | Then it died.",
    "Votes rose to 1,345.5 in 1999. | 2000 was worse.",
    "He shouted “Stop. Now.” | Nobody did.",
    "some .10 percent of the electorate did. | Others did not.",
    "Rafi (, an acronym of Reshimat Poalei Yisrael) was a party. | It lasted.",
    "Salmon P. Chase of Ohio, Charles Sumner of Massachusetts, and John P. Hale of New Hampshire led it. | So be it.",
]


@pytest.mark.parametrize("case", CASES)
def test_cut_where_the_bar_stands(case: str) -> None:
    text = case.replace(" | ", " ")
    assert [text[start:end] for start, end in split(text)] == case.split(" | ")


def test_white_space_and_nothing() -> None:
    assert split("") == ()
    assert split("  \n ") == ()
    text = "  One.   Two.  "
    assert [text[start:end] for start, end in split(text)] == ["One.", "Two."]


@pytest.mark.parametrize("unit", ["A. B. ", '("', "x. Y ", "... ", "(a) ", '"a" '])
def test_time_is_linear(unit: str) -> None:
    linearity.holds(split, unit, 20_000)


def test_a_bracket_behind_an_exclamation_belongs_to_the_sentence_that_goes_on() -> None:
    text = "Azure Forward! (Avanti!) is a party. It won! (It had lost before.) Then it met."
    found = [text[start:end] for start, end in split(text)]
    assert found[0] == "Azure Forward! (Avanti!) is a party."
    assert found[-1] == "Then it met."
