"""What is read from a sentence or two of an invented article, for tests of one matter each."""

from partygraph import facttable, readers
from partygraph.extraction import extract


def told(
    text: str, predicate: str, rows: str = "- Ideology: Blue", title: str = "Blue Party"
) -> list[tuple[str, str, str]]:
    """The rows of a predicate that the sentences tell, and not the infobox: object, qualifiers and status."""
    article = readers.read(f"= {title} =\n\n{title}\n{rows}\n\n{text}\n")
    return [
        (row.object, row.qualifiers, row.status)
        for row in facttable.rows(extract(article))
        if row.source == "prose" and row.predicate == predicate
    ]
