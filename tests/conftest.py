"""What several tests need: hand-made extractions, and a real SPARQL server on this machine."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from partygraph.model import (
    Article,
    Entity,
    Evidence,
    Extraction,
    Fact,
    Kind,
    Literal,
    Qualifier,
    Section,
    Sentence,
    Source,
    Span,
    Status,
    View,
)

Said = tuple[Entity, str, Entity | Literal] | tuple[Entity, str, Entity | Literal, dict[str, Entity | Literal]]
MakeExtraction = Callable[..., Extraction]
Serve = Callable[[Iterable[object]], str]


@pytest.fixture
def make_extraction() -> MakeExtraction:
    """Make an extraction whose article has one sentence a fact: ``title, facts..., url=, revision=, status=``."""
    return _extraction


def _extraction(
    title: str,
    *said: Said,
    url: str | None = None,
    revision: str | None = None,
    retrieved: str | None = None,
    status: Status = Status.ASSERTED,
) -> Extraction:
    text = f"= {title} =\n\n"
    sentences, facts = [], []
    for number, (subject, predicate, value, *more) in enumerate(said, 1):
        shown = value.name if isinstance(value, Entity) else value.lexical
        words = f"{subject.name} has {predicate} {shown}."
        start = len(text)
        text += words + "\n"
        sentences.append(Sentence(View.verbatim(words, start), (0, 1, number)))
        evidence = Evidence(Span(start, start + len(words)), words)
        qualifiers = tuple(Qualifier(name, given) for name, given in (more[0] if more else {}).items())
        facts.append(Fact(subject, predicate, value, "prose", (evidence,), "made-by-hand", qualifiers, status))
    source = Source(
        name=f"{title}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        url=url,
        revision=revision,
        retrieved=retrieved,
    )
    section = Section(None, 1, Span(len(title) + 6, len(text)), tuple(sentences))
    article = Article(source, text, "plain", title, Span(2, 2 + len(title)), None, (section,))
    return Extraction(article, tuple(facts), ())


@pytest.fixture
def party() -> Entity:
    """Return the party that hand-made articles are about."""
    return Entity("Harbour Party", Kind.PARTY, "Harbour Party")


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Serve triples of pyoxigraph from a real Oxigraph server; returns the address of its SPARQL endpoint."""
    running: list[subprocess.Popen[bytes]] = []

    def serve(triples: Iterable[object]) -> str:
        folder = tmp_path_factory.mktemp("oxigraph")
        port = _free_port()
        log = (folder / "log").open("wb")
        command = [Path(sys.executable).with_name("oxigraph"), "serve", "--location", folder / "store"]
        running.append(
            subprocess.Popen(
                [*map(str, command), "--bind", f"127.0.0.1:{port}"], stdout=log, stderr=log, close_fds=True
            )
        )
        log.close()
        address = f"http://127.0.0.1:{port}"
        _wait(address)
        request = urllib.request.Request(
            f"{address}/store?default",
            data=_n_triples(triples),
            headers={"Content-Type": "application/n-triples"},
            method="PUT",
        )
        with urllib.request.urlopen(request, timeout=30):
            return f"{address}/query"

    yield serve
    for process in running:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server at {address} did not start")


def _n_triples(triples: Iterable[object]) -> bytes:
    return "".join(f"{triple} .\n" for triple in triples).encode()
