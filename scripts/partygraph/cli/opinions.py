"""The options for second opinions on what an article says: a parser of the user's own, and a language model."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from partygraph.cli.talk import say
from partygraph.errors import UsageError
from partygraph.street import Opinion


def opinion_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options, which give the command its argument ``opinions``; nothing is loaded unless one is used."""

    @wraps(command)
    def asking(
        *arguments: Any,
        detector: str | None,
        llm_url: str | None,
        llm_model: str | None,
        llm_key_variable: str | None,
        **options: Any,
    ) -> int:
        opinions = _opinions(detector, llm_url, llm_model, llm_key_variable)
        return command(*arguments, opinions=opinions, **options)

    for option in (
        click.option("--llm-key-variable", metavar="VAR", help="The environment variable that holds its key."),
        click.option("--llm-model", metavar="NAME", help="The model to ask."),
        click.option(
            "--llm-url",
            metavar="URL",
            help="Send the sentences to this OpenAI-compatible server; what it proposes and can quote is a candidate.",
        ),
        click.option(
            "--detector",
            metavar="spacy[:MODEL]",
            help="Let an installed spaCy pipeline read, too; what both read is trusted more.",
        ),
    ):
        asking = option(asking)
    return asking


def _opinions(
    detector: str | None, url: str | None, model: str | None, key_variable: str | None
) -> tuple[Opinion, ...]:
    if url is None and (model or key_variable):
        raise UsageError("nobody said where the model is", remedy="Add: --llm-url URL")
    opinions: list[Opinion] = []
    if detector is not None:
        from partygraph import detection

        loaded = detection.detector(detector)
        say(f"second detector: {loaded.name}")
        opinions.append(loaded)
    if url is not None:
        from partygraph import proposals

        chat = proposals.Chat(url, model or "", key_variable or "")
        opinions.append(proposals.Proposer(chat, proposals.cache_folder(), say))
    return tuple(opinions)
