"""Times the tool from start to finish on a shipped dataset: medians of 11 runs of whole processes.

Usage: startup.py [ECOGRAPH]. Writes results/startup.json and RESULTS.md.
"""

from __future__ import annotations

import json
import pathlib
import statistics
import sys
import tempfile

import machine
import report
from processes import whole

REPEATS = 11
DATASET = machine.ROOT / "datasets" / "innovation-networks"
# What is run, and the seconds that it should stay below.
COMMANDS = {"orchestrators": 0.15, "map": 0.5}


def main() -> None:
    tool = sys.argv[1] if len(sys.argv) > 1 else str(machine.ROOT / ".build/release/ecograph")
    runs = []
    for name, limit in COMMANDS.items():
        with tempfile.TemporaryDirectory() as folder:
            written = {"orchestrators": "ranking.csv", "map": "map.svg"}[name]
            command = [tool, name, str(DATASET), "--quiet", "-o", str(pathlib.Path(folder) / written)]
            found = [whole(command) for _ in range(REPEATS + 1)][1:]
        times = [seconds for seconds, _, _ in found]
        runs.append({
            "command": f"ecograph {name} datasets/{DATASET.name}",
            "limit": limit,
            "median": statistics.median(times),
            "least": min(times),
            "most": max(times),
            "peak": max(peak for _, peak, _ in found),
        })  # fmt: skip
        print(runs[-1], flush=True)
    results = machine.ROOT / "Benchmarks" / "results"
    results.mkdir(exist_ok=True)
    told = {"repeats": REPEATS, "commit": machine.commit(), "machine": machine.description(), "runs": runs}
    (results / "startup.json").write_text(json.dumps(told, indent=1) + "\n")
    report.write(results)


if __name__ == "__main__":
    main()
