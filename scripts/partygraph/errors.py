"""The errors of partygraph, drawn as a tree.

::

    PartygraphError                 exit code
    ├── UsageError                  2   the call itself is off
    ├── InputError                  3   a file cannot be read as what it should be
    │   ├── DecodingError           3   bytes that are not the text they should be
    │   ├── ArticleError            3   text that has not the form of an article
    │   ├── RuleError               3   a rule, shape, query or table of ours that is not well formed
    │   └── ProfileError            3   a term or value that the publisher profile refuses
    ├── FindingsError               1   the data is readable, and something is wrong with it
    └── RemoteError                 4   a server failed, refused or did not answer
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file, and if known line and column (both from 1) or a byte offset (from 0)."""

    file: str
    line: int | None = None
    column: int | None = None
    byte: int | None = None

    def __str__(self) -> str:
        """Write the place as compilers do: ``file:line:column``."""
        text = self.file
        if self.line is not None:
            text += f":{self.line}"
            if self.column is not None:
                text += f":{self.column}"
        if self.byte is not None:
            text += f" (byte {self.byte})"
        return text


class PartygraphError(Exception):
    """Something went wrong that a person can mend: what, where, and how."""

    exit_code = 3

    def __init__(self, what: str, *, where: Place | None = None, remedy: str | None = None) -> None:
        """Keep the three parts of the message apart, so that each caller can show them in its own way."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Put the three parts on one line: ``where: what. remedy``."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}. {self.remedy}" if self.remedy else text


class UsageError(PartygraphError):
    """The call itself is off: an unknown name, a missing parameter, options that exclude each other."""

    exit_code = 2


class InputError(PartygraphError):
    """A file cannot be read as what it should be."""


class DecodingError(InputError):
    """Bytes that are not the text they should be."""


class ArticleError(InputError):
    """Text that has not the form of an article."""


class RuleError(InputError):
    """A rule, shape, query or table of the project that is not well formed."""


class ProfileError(InputError):
    """A term or value that the publisher profile refuses."""


class FindingsError(PartygraphError):
    """The data is readable, and something is wrong with it."""

    exit_code = 1


class RemoteError(PartygraphError):
    """A server failed, refused, or did not answer in time."""

    exit_code = 4
