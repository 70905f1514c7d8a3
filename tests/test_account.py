import partygraph
from partygraph import account

LAKE = """= Lake Party =

Lake Party
- Foundation: 1931
- Xyzzy: plugh

The Lake Party was founded in 1931. Lamps hummed.
"""


def test_every_line_and_sentence_is_accounted_for() -> None:
    closed = account.close(partygraph.extract(LAKE))
    assert closed.missing == ()
    assert (closed.sentences, closed.sentences_used) == (2, 1)
    assert closed.lines_used == closed.lines - 1
    assert dict(closed.left_out)["no-rule"] == 1
    assert "Lake Party: " in str(closed) and "no-rule 1" in str(closed)
    assert "<table>" in closed._repr_html_()


def test_what_is_lost_is_missing() -> None:
    from dataclasses import replace

    whole = partygraph.extract(LAKE)
    bare = account.close(replace(whole, left_out=()))
    assert [evidence.quote for evidence in bare.missing] == ["- Xyzzy: plugh", "Lamps hummed."]
    nothing = account.close(replace(whole, facts=(), left_out=()))
    assert len(nothing.missing) == nothing.lines + nothing.sentences and nothing.lines_used == 0


def test_an_article_about_something_else_is_left_out_as_a_whole() -> None:
    river = partygraph.extract(
        "= Lake (river) =\n\nLake\n- Length: 12 km\n- Mouth: Sea\n\nThe Lake is a river in Aldmoor.\n"
    )
    closed = account.close(river)
    if not river.facts:
        assert closed.missing == ()
