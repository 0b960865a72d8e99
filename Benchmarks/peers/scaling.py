"""Measures how time grows with size: five sizes, four doublings, and the exponent that fits them.

Usage: scaling.py [--repeats 3] [--only WORK,WORK] [--sizes 5]. Writes results/scaling.json and RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import statistics
from dataclasses import dataclass
from typing import Any

import numpy as np

import generate
import machine
import report
from processes import run


@dataclass(frozen=True)
class Series:
    """A work on graphs of one family, the smallest first."""

    title: str
    family: str
    work: str
    graphs: tuple[str, ...]
    # The exponent of the edges in the time, where vertices grow with the edges.
    theory: float
    ending: str = ".csv"


def _rmat(first: int) -> tuple[str, ...]:
    return tuple(f"rmat{scale}" for scale in range(first, first + 5))


SERIES = (
    Series("betweenness, exact", "R-MAT", "betweenness", _rmat(10), 2),
    Series(
        "betweenness, exact", "affiliation", "betweenness", tuple(f"affil{size}k" for size in (2, 4, 8, 16, 32)), 2
    ),
    Series("harmonic, exact", "R-MAT", "harmonic", _rmat(12), 2),
    Series("harmonic, exact", "affiliation", "harmonic", tuple(f"affil{size}k" for size in (2, 4, 8, 16, 32)), 2),
    Series("loading, names to graph", "R-MAT", "read", _rmat(16), 1, "-names.csv"),
    Series(
        "loading, names to graph", "affiliation", "read",
        (*(f"affilbig{part}" for part in (16, 8, 4, 2)), "affilbig"), 1, "-names.csv",
    ),
)  # fmt: skip


def exponent(points: list[dict[str, Any]]) -> float:
    """The slope of least squares through the logarithms of edges and seconds."""
    edges, times = (np.log([point[name] for point in points]) for name in ("edges", "seconds"))
    return float(np.polyfit(edges, times, 1)[0])


def measure(series: Series, kernels: pathlib.Path, graphs: pathlib.Path, repeats: int, sizes: int) -> dict[str, Any]:
    """Runs the work on every graph of a series."""
    points = []
    for name in series.graphs[:sizes]:
        generate.generate(graphs, name)
        command = [str(kernels), series.work, str(graphs / f"{name}{series.ending}")]
        runs = [run(command) for _ in range(repeats)]
        seconds = statistics.median(found.seconds for found in runs)
        told = runs[0].told
        points.append({"graph": name, "vertices": told["vertices"], "edges": told["edges"], "seconds": seconds})
        print(f"{series.title}: {points[-1]}", flush=True)
    return {
        "title": series.title,
        "family": series.family,
        "work": series.work,
        "theory": series.theory,
        "exponent": exponent(points),
        "last": exponent(points[-2:]),
        "points": points,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", default="", help="works, separated by commas; all by default")
    parser.add_argument("--sizes", type=int, default=5, help="fewer sizes, for trying it out")
    parser.add_argument("--kernels", type=pathlib.Path, default=machine.ROOT / ".build-bench/swift/release/peer-kernels")
    parser.add_argument("--graphs", type=pathlib.Path, default=machine.ROOT / ".build-bench/graphs")
    asked = parser.parse_args()
    results = machine.ROOT / "Benchmarks" / "results"
    results.mkdir(exist_ok=True)
    path = results / "scaling.json"
    known = json.loads(path.read_text())["series"] if path.exists() else []
    done = {(series["work"], series["family"]): series for series in known}
    for series in SERIES:
        if not asked.only or series.work in asked.only.split(","):
            found = measure(series, asked.kernels, asked.graphs, asked.repeats, asked.sizes)
            done[series.work, series.family] = found
    told = {
        "repeats": asked.repeats,
        "threads": os.cpu_count() or 1,
        "commit": machine.commit(),
        "machine": machine.description(),
        "series": [done[key] for series in SERIES if (key := (series.work, series.family)) in done],
    }
    path.write_text(json.dumps(told, indent=1) + "\n")
    report.write(results)


if __name__ == "__main__":
    main()
