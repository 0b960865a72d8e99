"""What every peer's runner shares: arguments, loading, measuring, and the line of JSON that it prints.

A runner gives `WORKS`, from the name of a work to a function that prepares it: all that is not to be timed happens in
there, and it returns a function without arguments that does the work. That one's result goes to `Outcome`'s maker.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass
class Request:
    """The arguments of a run."""

    work: str
    path: pathlib.Path
    threads: int
    values: str | None
    tolerance: float
    epsilon: float
    delta: float

    def edges(self) -> np.ndarray:
        """The edges, a row of two vertices each."""
        return np.load(self.path.with_suffix(".npy"))


@dataclass
class Outcome:
    """What came of a work: a number per vertex where it gives such, and other facts by name."""

    values: np.ndarray | None = None
    facts: dict[str, float] = field(default_factory=dict)


@dataclass
class Work:
    """A work that is ready: `run` is timed, `outcome` makes numbers of its result afterwards."""

    run: Callable[[], Any]
    outcome: Callable[[Any], Outcome]


def from_values(run: Callable[[], Any]) -> Work:
    """A work whose result is a sequence of numbers, one per vertex."""
    return Work(run, lambda found: Outcome(np.asarray(found, dtype=np.float64)))


def peak_bytes() -> int:
    """Most memory held since the start or the last reset."""
    return _status("VmHWM:")


def resident_bytes() -> int:
    """Memory held now."""
    return _status("VmRSS:")


def reset_peak() -> None:
    """Makes the peak start again from what is held now, where the system can (Linux)."""
    try:
        pathlib.Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        pass


def _status(label: str) -> int:
    try:
        for line in pathlib.Path("/proc/self/status").read_text().splitlines():
            if line.startswith(label):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def request(threads_variable: str | None = None) -> Request:
    """Reads the arguments; sets a variable of the environment to the number of threads, before a library loads."""
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--values")
    parser.add_argument("--tolerance", type=float, default=1e-10)
    parser.add_argument("--epsilon", type=float, default=0.005)
    parser.add_argument("--delta", type=float, default=0.1)
    found = Request(**vars(parser.parse_args()))
    if threads_variable:
        os.environ[threads_variable] = str(found.threads)
    return found


def main(tool: str, works: dict[str, Callable[[Request], Work]], asked: Request) -> None:
    """Runs the work once and prints what it took."""
    if asked.work not in works:
        sys.exit(f"{tool} has no work `{asked.work}`; it has {', '.join(works)}")
    work = works[asked.work](asked)
    peak_before, resident_before = peak_bytes(), resident_bytes()
    reset_peak()
    if ready := os.environ.get("BENCH_READY"):
        os.write(int(ready), b"1")
    processor, start = time.process_time(), time.perf_counter()
    result = work.run()
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    peak_during = peak_bytes()
    outcome = work.outcome(result)
    told: dict[str, Any] = {"tool": tool, "work": asked.work, "threads": asked.threads, "seconds": seconds, "cpu": processor}
    told |= {"peakBefore": peak_before, "residentBefore": resident_before, "peakDuring": peak_during}
    told |= outcome.facts
    values = outcome.values
    if values is not None:
        told["sum"] = float(np.nansum(values))
        places = [place * len(values) // 100 for place in range(100)] if len(values) else []
        told["sample"] = [None if np.isnan(values[place]) else float(values[place]) for place in places]
        if asked.values:
            values.astype("<f8").tofile(asked.values)
    print(json.dumps(told))
