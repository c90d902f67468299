"""Time two things in turn, so that a slow moment of the machine falls on both."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage
from statistics import median


@dataclass(frozen=True)
class Ratio:
    """``ours`` and ``theirs`` are medians in seconds or kB; ``value`` is the median of the paired ratios."""

    name: str
    value: float
    ours: float
    theirs: float
    limit: float | None = None

    @property
    def holds(self) -> bool:
        """Tell whether the ratio keeps to its limit (true without one)."""
        return self.limit is None or self.value <= self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"  at most {self.limit:g}{'' if self.holds else '  MISSED'}"
        return f"{self.name:64}{self.value:8.2f}{self.ours:12.4g}{self.theirs:12.4g}{limit}"


def paired(
    name: str,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    runs: int,
    limit: float | None = None,
) -> Ratio:
    """Time two functions in turn, after one uncounted run of each."""
    ours(), theirs()
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(runs)]
    return _ratio(name, pairs, limit)


def paired_processes(
    name: str, ours: Sequence[str], theirs: Sequence[str], *, runs: int, limits: tuple[float, float]
) -> tuple[Ratio, Ratio]:
    """Run two commands in turn, compiled by an uncounted run: the ratio of their times, and of their peak memory."""
    _process(ours), _process(theirs)
    pairs = [(_process(ours), _process(theirs)) for _ in range(runs)]
    return (
        _ratio(f"{name}: time", [(a[0], b[0]) for a, b in pairs], limits[0]),
        _ratio(f"{name}: peak memory (kB)", [(a[1], b[1]) for a, b in pairs], limits[1]),
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _process(command: Sequence[str]) -> tuple[float, float]:
    """Give seconds and peak resident kB of a finished process."""
    start = time.perf_counter()
    usage = finished(command)
    return time.perf_counter() - start, float(usage.ru_maxrss)


def finished(command: Sequence[str]) -> struct_rusage:
    """Run a command to its end, letting it keep what it compiles; give what it used."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        assert child.stderr
        sys.exit(f"{' '.join(command)} failed: {child.stderr.read().decode()}")
    return usage


def _ratio(name: str, pairs: Sequence[tuple[float, float]], limit: float | None) -> Ratio:
    return Ratio(
        name,
        median(a / b for a, b in pairs),
        median(a for a, _ in pairs),
        median(b for _, b in pairs),
        limit,
    )


ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "evaluation" / "dev").glob("*.txt"))
FOUNDING = ARTICLES[0]
