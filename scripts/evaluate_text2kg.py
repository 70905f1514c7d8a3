"""Scores the prose rules on the sentences of Text2KGBench: precision, recall and F1 by relation, and time by sentence.

Run it as ``python scripts/evaluate_text2kg.py FILE.jsonl... [--half held-back|open|all]``, where a FILE holds sentences
and triples of the politics or the politician domain (github.com/cenguix/Text2KGBench, CC BY-SA 4.0; none of it is part
of partygraph). Sentences are split in two by a hash of their ids: the open half may be looked at while rules are
written (``--show``), the held-back half is for scores only.

The sentences are about persons and parties, and no articles. Each is read as the only sentence of an article whose
title is the first party that the sentence itself names, or a name that nothing has, and the gate that keeps articles
about persons out is open. Only what is asserted counts.
``ontology/text2kg.tsv`` says which relation is which of our predicates; the figures are given over these relations, and
over all relations of a domain, most of which (birthplace, award, spouse) are no matter of parties.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from partygraph import readers
from partygraph.extraction import extract
from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Fact, Kind, Literal, Status, Subject, View
from partygraph.resources import folder
from partygraph.rules.lexicon import rows

NOBODY = "Nobody's Title"
PARTIES = re.compile(r"\s*\([^()]*\)$")

Triple = tuple[str, str, str]
Same = Callable[[str, str], bool]


@dataclass(frozen=True)
class Item:
    """A sentence with the triples that the benchmark has for it."""

    id: str
    text: str
    triples: tuple[Triple, ...]

    @property
    def domain(self) -> str:
        """The name of its domain, with which its id begins."""
        return self.id.partition("_train")[0].partition("_test")[0]

    @property
    def is_open(self) -> bool:
        """Tell whether it is of the half that may be looked at."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 2 == 0


@dataclass
class Counts:
    """How many triples are right, proposed and expected."""

    right: int = 0
    proposed: int = 0
    found: int = 0
    expected: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of another."""
        for name in ("right", "proposed", "found", "expected"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self, name: str) -> str:
        """Write them for people."""
        precision = self.right / self.proposed if self.proposed else None
        recall = self.found / self.expected if self.expected else None
        f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
        shares = "".join(f"{'-' if share is None else format(share, '.3f'):>10}" for share in (precision, recall, f1))
        return f"{name:44}{shares}{self.proposed:10}{self.right:7}{self.expected:10}{self.found:7}"


@dataclass
class Tally:
    """The counts of some sentences by relation."""

    relations: dict[str, Counts] = field(default_factory=dict)

    def note(self, gold: Sequence[Triple], got: Sequence[Triple], same: Same) -> None:
        """Count one sentence."""
        for relation in {t[1] for t in (*gold, *got)}:
            wanted = [t for t in gold if t[1] == relation]
            given = [t for t in got if t[1] == relation]
            counts = Counts(
                right=sum(any(_agree(g, w, same) for w in wanted) for g in given),
                proposed=len(given),
                found=sum(any(_agree(g, w, same) for g in given) for w in wanted),
                expected=len(wanted),
            )
            self.relations.setdefault(relation, Counts()).add(counts)

    def total(self, relations: Iterable[str] | None = None) -> Counts:
        """Add up the counts of some relations, or of all."""
        total = Counts()
        for name in self.relations if relations is None else relations:
            total.add(self.relations.get(name, Counts()))
        return total


def read(path: Path) -> Iterator[Item]:
    """Read the sentences of a file; the domains write their triples in two ways."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "triples" in record:
            triples = tuple((t["sub"], t["rel"], t["obj"]) for t in record["triples"])
        else:
            triples = ((record["sub_label"], record["rel_label"], record["obj_label"]),)
        yield Item(record["id"], record["sent"], triples)


def facts(text: str) -> list[Fact]:
    """Read a sentence (or two) as the text of an article."""
    line = " ".join(text.split())
    article = readers.read(f"= {_topic(line)} =\n\n{line}\n")
    # A sentence that begins "X is a politician" makes an article about a person, of which we say nothing; here we do.
    article = replace(article, subject=Subject.PARTY)
    return [fact for fact in extract(article).facts if fact.source == "prose" and fact.status is Status.ASSERTED]


def _topic(line: str) -> str:
    """Return the first party that a sentence names."""
    registry = Registry.of(Entity(NOBODY, Kind.PARTY))
    for mention in mentions.read(View.verbatim(line, 0), registry).mentions():
        if mention.kind == "party" and mention.entity is not None and mention.entity != registry.subject:
            return mention.entity.name
    return NOBODY


def triples(domain: str, found: Iterable[Fact]) -> list[Triple]:
    """Say facts as triples of a domain, each once."""
    said: dict[Triple, None] = {}
    for fact in found:
        for row in rows(folder("ontology") / "text2kg.tsv"):
            if row["domain"] == domain and row["predicate"] == fact.predicate:
                start, end = _part(fact, row["from"]), _part(fact, row["to"])
                if start and end and NOBODY not in (start, end):
                    said[start, row["relation"], end] = None
    return list(said)


def _part(fact: Fact, name: str) -> str:
    if name in ("subject", "object"):
        return _written(fact.subject if name == "subject" else fact.object)
    value, place = fact.qualifier(name), fact.qualifier("place")
    if value is None:
        return ""
    return f"{_written(value)} of {_written(place)}" if name == "office" and place is not None else _written(value)


def _written(value: Entity | Literal) -> str:
    return value.name if isinstance(value, Entity) else value.lexical


# --------------------------------------------------------------------------- when two names are one


def words(name: str) -> tuple[str, ...]:
    """Fold a name of either side: no accents, capitals, punctuation, articles, nor what stands in brackets behind it.

    >>> words("Labour_Party_(Argentina)")
    ('labour', 'party')
    """
    plain = PARTIES.sub("", name.replace("_", " ").strip('"'))
    letters = "".join(c for c in unicodedata.normalize("NFKD", plain.casefold()) if not unicodedata.combining(c))
    return tuple(word for word in re.findall(r"\w+", letters.replace("'", "")) if word != "the")


def strictly(one: str, other: str) -> bool:
    """Tell whether two names are written alike."""
    return words(one) == words(other)


def loosely(one: str, other: str) -> bool:
    """Tell whether all words of one name are words of the other ("Coon", "David Coon")."""
    first, second = set(words(one)), set(words(other))
    return bool(first and second) and (first <= second or second <= first)


def _agree(one: Triple, other: Triple, same: Same) -> bool:
    return same(one[0], other[0]) and same(one[2], other[2])


# --------------------------------------------------------------------------- the report


def report(items: Sequence[Item], same: Same, show: bool) -> list[str]:
    """Score sentences of one domain, and write the table."""
    tally = Tally()
    took = 0.0
    shown: list[str] = []
    facts("The Blue Party was founded in 1990 by Ann Lee.")  # so that reading the rules is not timed
    for item in items:
        started = time.process_time()
        found = facts(item.text)
        took += time.process_time() - started
        got = triples(item.domain, found)
        tally.note(item.triples, got, same)
        if show:
            shown += _shown(item, got, same)
    ours = sorted(
        {row["relation"] for row in rows(folder("ontology") / "text2kg.tsv") if row["domain"] == items[0].domain}
    )
    present = [name for name in ours if name in tally.relations]
    heading = ("precision", "recall", "F1", "proposed", "right", "expected", "found")
    lines = [f"{items[0].domain}, {len(items)} sentences, names {same.__name__} alike"]
    lines += [" " * 44 + "".join(f"{name:>{w}}" for name, w in zip(heading, (10, 10, 10, 10, 7, 10, 7), strict=True))]
    lines += [tally.relations[name].line(f"  {name}") for name in present]
    lines += [tally.total(present).line("  relations that we have"), tally.total().line("  all relations")]
    missing = Counter({name: counts.expected for name, counts in tally.relations.items() if name not in ours})
    lines.append("  not ours: " + ", ".join(f"{name} {count}" for name, count in missing.most_common()))
    lines.append(f"  {took / len(items) * 1000:.2f} ms of processor time a sentence")
    return [*shown, *lines, ""]


def _shown(item: Item, got: Sequence[Triple], same: Same) -> list[str]:
    lines = [
        f"  {'right ' if any(_agree(g, w, same) for w in item.triples if w[1] == g[1]) else 'WRONG '} {g}" for g in got
    ]
    return [f"{item.id}: {item.text}", *lines, *(f"  expected {triple}" for triple in item.triples), ""]


def main() -> None:
    """Read the call and print the tables."""
    call = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    call.add_argument("files", nargs="+", type=Path, metavar="FILE", help="sentences with triples, as JSON Lines")
    call.add_argument("--half", choices=("held-back", "open", "all"), default="held-back")
    call.add_argument("--show", action="store_true", help="list the sentences of the open half with what was read")
    given = call.parse_args()
    if given.show and given.half != "open":
        call.error("only the open half may be looked at: say --half open")
    for path in given.files:
        if not path.is_file():
            call.error(f"{path} is no file: name the JSON Lines files themselves")
        items = [i for i in read(path) if given.half == "all" or i.is_open == (given.half == "open")]
        for same in (strictly, loosely) if items else ():
            sys.stdout.write("\n".join(report(items, same, given.show and same is loosely)) + "\n")


if __name__ == "__main__":
    main()
