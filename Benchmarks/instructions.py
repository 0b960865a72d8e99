"""Counts the instructions of each work on a small graph, exactly: the same number on every run.

valgrind counts what a whole process executes; two runs of the work less one are the work alone. Threads are one.
valgrind knows AVX2 but not AVX-512, so what is counted is what such a processor would execute.

Usage: instructions.py PEER_KERNELS [WORK ...]. Prints a table; says so where valgrind is missing.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile

WORKS = "betweenness harmonic closeness clustering pagerank core components constraint degree read".split()


def instructions(tool: str, work: str, graph: str, runs: int) -> int:
    """What a process executes that does a work some times."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", tool, work, graph]
    process = subprocess.run([*command, "--threads", "1", "--runs", str(runs)], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", process.stderr)
    if process.returncode or not found:
        raise RuntimeError(f"{work}: {process.stderr[-400:]}")
    return int(found[1])


def write_sample(file) -> None:
    """A small two-mode graph, the same on every run: 1,500 organisations, the first in most, and 800 projects."""
    draw = random.Random(2)
    print("source,target", file=file)
    for project in range(1_500, 2_300):
        members = {int(draw.random() ** 3 * 1_500) for _ in range(draw.randint(3, 12))}
        for member in sorted(members):
            print(f"{member},{project}", file=file)
    file.flush()


def main() -> None:
    tool, works = sys.argv[1], sys.argv[2:] or WORKS
    if not shutil.which("valgrind"):
        print("instructions are not counted: valgrind is missing (apt-get install valgrind)")
        return
    print(f"{'work':<14}{'instructions':>16}")
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        write_sample(file)
        for work in works:
            once, twice = (instructions(tool, work, file.name, runs) for runs in (1, 2))
            print(f"{work:<14}{twice - once:>16,}", flush=True)


if __name__ == "__main__":
    main()
