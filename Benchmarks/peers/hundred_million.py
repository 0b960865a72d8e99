"""Has the tool read 100 million edges and say what it makes of them, and records time and peak memory.

The file is generated, some 3 GB, and deleted afterwards. Generating takes about 3 GB of memory by itself.

Usage: hundred_million.py [--edges 100000000] [--scale 23] [--folder FOLDER]. Writes results/hundred-million.json.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import tempfile

import numpy as np
import polars as pl

import machine
import report
from processes import whole

LIMIT = 10_000_000_000
CHUNK = 4_000_000
COMMANDS = (
    ["measure", "--measures", "degree,pagerank,coreness", "--top", "10", "--quiet"],
    ["describe", "--quiet"],
)


def edges(scale: int, count: int, seed: int = 5) -> np.ndarray:
    """Distinct edges of a recursive matrix graph in random order, each as one number: source · 2^32 + target."""
    random = np.random.default_rng(seed)
    order = random.permutation(1 << scale)
    pairs = np.empty(0, np.int64)
    while len(pairs) < count:
        wanted = int((count - len(pairs)) * 1.15) + 1_000
        drawn = [_draw(scale, min(CHUNK, wanted - start), random, order) for start in range(0, wanted, CHUNK)]
        pairs = np.unique(np.concatenate([pairs, *drawn]))
    random.shuffle(pairs)
    return pairs[:count]


def _draw(scale: int, count: int, random: np.random.Generator, order: np.ndarray) -> np.ndarray:
    source, target = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for _ in range(scale):
        corner = random.random(count)
        source = (source << 1) | (corner >= 0.76)
        target = (target << 1) | (((corner >= 0.57) & (corner < 0.76)) | (corner >= 0.95))
    source, target = order[source], order[target]
    kept = source != target
    source, target = source[kept], target[kept]
    return np.minimum(source, target) << 32 | np.maximum(source, target)


def write(pairs: np.ndarray, path: pathlib.Path) -> int:
    """Writes the edges with names, a chunk at a time; returns the number of vertices that have any."""
    largest = max(int((pairs >> 32).max()), int((pairs & 0xFFFF_FFFF).max()))
    is_present = np.zeros(largest + 1, bool)
    with open(path, "wb") as file:
        for start in range(0, len(pairs), CHUNK):
            part = pairs[start : start + CHUNK]
            source, target = part >> 32, part & 0xFFFF_FFFF
            is_present[source] = True
            is_present[target] = True
            table = pl.DataFrame({"source": source, "target": target})
            names = table.select(pl.format("actor-{}", pl.col(name)).alias(name) for name in table.columns)
            names.write_csv(file, include_header=start == 0)
    return int(is_present.sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edges", type=int, default=100_000_000)
    parser.add_argument("--scale", type=int, default=23, help="the graph has at most 2^SCALE vertices")
    parser.add_argument("--folder", type=pathlib.Path, default=machine.ROOT / ".build-bench")
    parser.add_argument("--tool", default=str(machine.ROOT / ".build/release/ecograph"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        path = pathlib.Path(folder) / "edges.csv"
        vertices = write(edges(asked.scale, asked.edges), path)
        size = path.stat().st_size
        print(f"{vertices:,} vertices, {asked.edges:,} edges, {size / 2**30:.2f} GiB", flush=True)
        runs = []
        for command in COMMANDS:
            seconds, peak, output = whole([asked.tool, command[0], str(path), *command[1:]])
            shown = " ".join(["ecograph", command[0], "edges.csv", *command[1:]])
            runs.append({"command": shown, "seconds": seconds, "peak": peak, "output": output.splitlines()[:12]})
            print(f"{shown}: {seconds:.1f} s, {peak / 1e9:.2f} GB", flush=True)
    results = machine.ROOT / "Benchmarks" / "results"
    results.mkdir(exist_ok=True)
    told = {
        "vertices": vertices, "edges": asked.edges, "bytes": size, "limit": LIMIT, "threads": os.cpu_count() or 1,
        "commit": machine.commit(), "machine": machine.description(), "runs": runs,
    }  # fmt: skip
    (results / "hundred-million.json").write_text(json.dumps(told, indent=1) + "\n")
    report.write(results)


if __name__ == "__main__":
    main()
