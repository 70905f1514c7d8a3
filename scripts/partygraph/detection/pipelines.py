"""Finds the parser of the second detector: a spaCy pipeline that the user has installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol

from partygraph.detection.trees import Parse
from partygraph.errors import UsageError

SIZES = ("trf", "lg", "md", "sm")
"""The sizes of spaCy's English pipelines, the best first."""
REMEDY = 'Install spaCy and a pipeline: pip install "partygraph[spacy]" && python -m spacy download en_core_web_sm'


class Pipeline(Protocol):
    """Something that parses texts; a language of spaCy is one."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse one text after the other."""


def load(name: str = "") -> tuple[str, Pipeline]:
    """Load a pipeline by name or path, or else the best English one that is installed; return its name with it.

    Raises:
        UsageError: spaCy, or such a pipeline, is not installed, or it has no parser.
    """
    try:
        # By its name, so that checking this code needs no spaCy either.
        spacy = import_module("spacy")
    except ImportError as error:
        raise UsageError("the second detector needs spaCy, which is not installed", remedy=REMEDY) from error
    chosen = name or best(spacy.util.get_installed_models())
    if not chosen:
        raise UsageError("spaCy has no English pipeline here (en_core_web_...)", remedy=REMEDY)
    try:
        pipeline = spacy.load(chosen)
    except (OSError, ValueError) as error:
        known = ", ".join(spacy.util.get_installed_models()) or "none"
        raise UsageError(f"spaCy cannot load the pipeline {chosen!r} (installed: {known})", remedy=REMEDY) from error
    if not {"parser", "ner"} <= set(pipeline.pipe_names):
        raise UsageError(f"the spaCy pipeline {chosen!r} lacks a parser or named entities", remedy=REMEDY)
    return chosen, pipeline


def best(installed: Iterable[str]) -> str:
    """Choose among the names of installed pipelines; empty if none is for English.

    >>> best(["de_core_news_lg", "en_core_web_sm", "en_core_web_md"])
    'en_core_web_md'
    """
    english = [name for name in installed if name.startswith("en_core_web_")]
    return min(english, key=_rank, default="")


def _rank(name: str) -> tuple[int, int, str]:
    """Put the larger first, and before its copies under other names the original."""
    size = name.removeprefix("en_core_web_").partition("_")[0]
    return (SIZES.index(size) if size in SIZES else len(SIZES), len(name), name)
