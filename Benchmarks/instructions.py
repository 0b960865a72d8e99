"""Counts the instructions of each work on a small graph, exactly: the same number on every run.

valgrind counts what a whole process executes; two runs of the work less one are the work alone. Threads are one.
valgrind knows AVX2 but not AVX-512, so what is counted is what such a processor would execute.

Usage: instructions.py PEER_KERNELS GRAPH.csv [WORK ...]. Prints a table; says so where valgrind is missing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

WORKS = "betweenness harmonic closeness clustering pagerank core components constraint degree read".split()


def instructions(tool: str, work: str, graph: str, runs: int) -> int:
    """What a process executes that does a work some times."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", tool, work, graph]
    process = subprocess.run([*command, "--threads", "1", "--runs", str(runs)], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", process.stderr)
    if process.returncode or not found:
        raise RuntimeError(f"{work}: {process.stderr[-400:]}")
    return int(found[1])


def main() -> None:
    tool, graph, works = sys.argv[1], sys.argv[2], sys.argv[3:] or WORKS
    if not shutil.which("valgrind"):
        print("instructions are not counted: valgrind is missing (apt-get install valgrind)")
        return
    print(f"{'work':<14}{'instructions':>16}")
    for work in works:
        once, twice = (instructions(tool, work, graph, runs) for runs in (1, 2))
        print(f"{work:<14}{twice - once:>16,}", flush=True)


if __name__ == "__main__":
    main()
