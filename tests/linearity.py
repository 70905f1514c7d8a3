"""Tells whether work takes time in proportion to its input, on a machine that others use, too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

TURNS = 3


def holds(work: Callable[[str], object], unit: str | Callable[[int], str], count: int) -> None:
    """Fail unless four times the input takes about four times as long; sixteen times would mean that it is quadratic.

    ``unit`` is repeated ``count`` times, or makes an input of that many parts.

    The processor's time counts, without the collector of garbage, which goes through what other tests have left; and of
    three turns one undisturbed one is enough.
    """
    few, many = (unit(times) if callable(unit) else unit * times for times in (count, 4 * count))
    turns: list[tuple[float, float]] = []
    for _ in range(TURNS):
        small, large = _seconds(work, few), _seconds(work, many)
        if large < 10 * small + 0.5:
            return
        turns.append((small, large))
    pytest.fail(f"seconds for {count:,} and {4 * count:,} times {few[:40]!r}: {turns}")


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()
