"""What is read from a sentence or two of an invented article, for tests of one matter each."""

from partygraph import facttable, readers
from partygraph.extraction import read
from partygraph.model import Fact


def rows_of(
    text: str, predicate: str, infobox: str = "- Ideology: Blue", title: str = "Blue Party"
) -> list[facttable.FactRow]:
    """The rows of a predicate that the sentences tell, and not the infobox."""
    article = readers.read(f"= {title} =\n\n{title}\n{infobox}\n\n{text}\n")
    return [row for row in facttable.rows(read(article)) if row.source == "prose" and row.predicate == predicate]


def told(
    text: str, predicate: str, rows: str = "- Ideology: Blue", title: str = "Blue Party"
) -> list[tuple[str, str, str]]:
    """The object, qualifiers and status of these rows."""
    return [(row.object, row.qualifiers, row.status) for row in rows_of(text, predicate, rows, title)]


def facts_of(sentence: str, predicate: str) -> list[Fact]:
    """The facts of a predicate that a sentence tells of the Blue Party."""
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{sentence}\n")
    return [fact for fact in read(article).facts if fact.source == "prose" and fact.predicate == predicate]


def prose(infobox: str, sentence: str) -> list[Fact]:
    """The facts that a sentence tells of the Blue Party, beside a row of its infobox."""
    text = f"= Blue Party =\n\nBlue Party\n- {infobox}\n\n{sentence}\n"
    return [fact for fact in read(readers.read(text)).facts if fact.source == "prose"]
