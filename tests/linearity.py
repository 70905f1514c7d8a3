"""Tells whether work takes time in proportion to its input, on a machine that others use, too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

TURNS = 3


def holds(work: Callable[[str], object], unit: str, count: int) -> None:
    """Fail unless four times the input takes about four times as long; sixteen times would mean that it is quadratic.

    The processor's time counts, without the collector of garbage, which goes through what other tests have left; and of
    three turns one undisturbed one is enough.
    """
    turns: list[tuple[float, float]] = []
    for _ in range(TURNS):
        small, large = _seconds(work, unit * count), _seconds(work, unit * (4 * count))
        if large < 10 * small + 0.5:
            return
        turns.append((small, large))
    pytest.fail(f"seconds for {count:,} and {4 * count:,} times {unit!r}: {turns}")


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()
