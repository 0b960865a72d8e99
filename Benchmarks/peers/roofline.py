"""Sets what kernels move through memory beside what the memory can carry.

Usage: roofline.py [--millions 64] [--graph rmat20]. Writes results/roofline.json and RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import generate
import machine
import report
from processes import Run, run, whole


@dataclass(frozen=True)
class Kernel:
    """A kernel with the bytes it must move, from vertices n, arcs a (two an edge), and the size of the file f."""

    title: str
    work: str
    formula: str
    moved: Callable[[int, int, int], int]
    ending: str = ".csv"


KERNELS = (
    Kernel(
        "PageRank, a round",
        "pagerank",
        "the product of a round reads 2 bytes of source and 8 of that vertex' share for each arc, and for each vertex "
        "4 bytes of a segment, of which it may have several, and clears, reads and writes a sum, 8 bytes each: "
        "10 a + 28 n; what else a round does with vectors, and cutting the matrix into blocks beforehand, a quarter of "
        "the time, is not counted",
        lambda n, arcs, _: 10 * arcs + 28 * n,
    ),
    Kernel(
        "connected components",
        "components",
        "every arc once, 4 bytes of target and 4 of its label, and for each vertex 8 bytes of offset and 4 of label "
        "written: 8 a + 12 n; an algorithm that skips arcs moves less, and then the rate is one of progress",
        lambda n, arcs, _: 8 * arcs + 12 * n,
    ),
    Kernel(
        "loading",
        "read",
        "the file is read once; an edge's two numbers are written and read twice, 24 bytes; two counting sorts write "
        "and read 4 bytes an arc each, 16 bytes: f + 12 a + 16 a + 16 n. Looking names up is not counted",
        lambda n, arcs, file: file + 28 * arcs + 16 * n,
        "-names.csv",
    ),
)


def figures(kernel: Kernel, found: Run, file: int, bandwidth: float) -> dict[str, Any]:
    """What a run achieved."""
    told = found.told
    rounds = told.get("rounds", 1)
    seconds = found.seconds / rounds
    moved = kernel.moved(told["vertices"], 2 * told["edges"], file)
    return {
        "title": kernel.title,
        "threads": told["threads"],
        "seconds": seconds,
        "bytes_per_edge": moved / told["edges"],
        "rate": moved / seconds,
        "share": moved / seconds / bandwidth,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--millions", type=int, default=64, help="doubles in each array of the triad")
    parser.add_argument("--graph", default="rmat20")
    parser.add_argument("--repeats", type=int, default=3, help="the best of so many runs counts, as for the triad")
    parser.add_argument("--built", type=pathlib.Path, default=machine.ROOT / ".build-bench/swift/release")
    parser.add_argument("--graphs", type=pathlib.Path, default=machine.ROOT / ".build-bench/graphs")
    asked = parser.parse_args()
    _, _, output = whole([str(asked.built / "stream-triad"), str(asked.millions)])
    triad = [json.loads(line) for line in output.splitlines()]
    bandwidth = {found["threads"]: found["bytesPerSecond"] for found in triad}
    generate.generate(asked.graphs, asked.graph)
    runs = []
    for kernel in KERNELS:
        file = asked.graphs / f"{asked.graph}{kernel.ending}"
        for threads in sorted({1, os.cpu_count() or 1}):
            command = [str(asked.built / "peer-kernels"), kernel.work, str(file), "--threads", str(threads)]
            found = min((run(command) for _ in range(asked.repeats)), key=lambda found: found.seconds)
            told = figures(kernel, found, file.stat().st_size, bandwidth[threads])
            runs.append(told | {"graph": asked.graph})
            print(runs[-1], flush=True)
    results = machine.ROOT / "Benchmarks" / "results"
    results.mkdir(exist_ok=True)
    told = {
        "commit": machine.commit(),
        "machine": machine.description(),
        "triad": triad,
        "runs": runs,
        "formulas": {kernel.title: kernel.formula for kernel in KERNELS},
    }
    (results / "roofline.json").write_text(json.dumps(told, indent=1) + "\n")
    report.write(results)


if __name__ == "__main__":
    main()
