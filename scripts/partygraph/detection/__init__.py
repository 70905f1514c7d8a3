"""A second detector: dependency rules over the user's own spaCy pipeline, whose agreement makes a candidate a fact.

Nothing here is imported unless somebody asks for it, and nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partygraph.detection import pipelines, reading
from partygraph.detection.agreement import agreement
from partygraph.detection.pipelines import Pipeline
from partygraph.errors import UsageError
from partygraph.model import Article, Extraction, Fact, Subject

__all__ = ["Detector", "agreement", "detector"]

KIND = "spacy"


@dataclass(frozen=True, slots=True)
class Detector:
    """A loaded pipeline, and its name."""

    name: str
    pipeline: Pipeline

    def __call__(self, extraction: Extraction) -> Extraction:
        """Return an extraction with what this detector makes of it."""
        return agreement(extraction, self.detect(extraction.article))

    def detect(self, article: Article) -> Sequence[Fact]:
        """Return what this detector alone reads from an article, as if all of it were right."""
        if article.subject is Subject.OTHER:
            return ()
        told = tuple(reading.sentences(article))
        parses = self.pipeline.pipe(one.sentence.view.text for one in told)
        return tuple(reading.read(article, told, parses))


def detector(what: str) -> Detector:
    """Load the detector that is named ``spacy`` or ``spacy:PIPELINE``.

    Raises:
        UsageError: there is no such detector, or spaCy or the pipeline is not installed.
    """
    kind, _, name = what.partition(":")
    if kind != KIND:
        raise UsageError(f"there is no detector {kind!r}", remedy="Say spacy, or spacy:PIPELINE")
    return Detector(*pipelines.load(name))
