"""Writes the graphs that Ecograph and its peers are measured on.

Each graph comes as NAME.csv (`source,target`, numbers), for Ecograph; as NAME.npy (one row of int32 an edge), which
Python reads at once; and, where reading itself is measured, as NAME-names.csv with names in place of numbers, and as
.txt of both, without a header and separated by spaces, as some peers want it.

Usage: generate.py FOLDER [NAME ...]. Graphs that are there already are left as they are.
"""

from __future__ import annotations

import csv
import functools
import gzip
import os
import pathlib
import sys
from collections.abc import Callable

import numpy as np
import polars as pl

Edges = tuple[np.ndarray, np.ndarray]


def rmat(scale: int, edges_per_vertex: int, seed: int) -> Edges:
    """A recursive matrix graph (Chakrabarti, Zhan, Faloutsos 2004), skewed, its vertices in random order."""
    a, b, c = 0.57, 0.19, 0.19
    random = np.random.default_rng(seed)
    n = 1 << scale
    m = edges_per_vertex * n
    source, target = np.zeros(m, np.int64), np.zeros(m, np.int64)
    for _ in range(scale):
        corner = random.random(m)
        source = (source << 1) | (corner >= a + b)
        target = (target << 1) | (((corner >= a) & (corner < a + b)) | (corner >= a + b + c))
    order = random.permutation(n)
    source, target = order[source], order[target]
    kept = source != target
    source, target = source[kept], target[kept]
    pairs = np.unique(np.minimum(source, target) * n + np.maximum(source, target))
    return pairs // n, pairs % n


def affiliation(organisations: int, projects: int, seed: int, mean: int = 6) -> Edges:
    """Organisations in projects: sizes of projects are geometric, organisations are chosen by Zipf's law."""
    random = np.random.default_rng(seed)
    weights = 1 / np.arange(1, organisations + 1) ** 0.85
    weights /= weights.sum()
    sizes = 2 + random.geometric(1 / (mean - 1), projects)
    members = random.choice(organisations, sizes.sum(), p=weights)
    pairs = np.unique(members * np.int64(projects) + np.repeat(np.arange(projects), sizes))
    return pairs // projects, organisations + pairs % projects


def horizon() -> Edges | None:
    """Organisations in the European research projects of Horizon 2020; nothing where the data are not there."""
    folder = os.environ.get("ECOGRAPH_EXTRA_DATA")
    path = pathlib.Path(folder or "") / "eunets-h2020" / "h2020.csv.gz"
    if not folder or not path.exists():
        print(f"eunets is skipped: there is no {path}" if folder else "eunets is skipped: set ECOGRAPH_EXTRA_DATA")
        return None
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        pairs = {(row["pic"], row["rcn"]) for row in csv.DictReader(file)}
    number = {name: place for place, name in enumerate(sorted({pic for pic, _ in pairs}))}
    project = {name: place for place, name in enumerate(sorted({rcn for _, rcn in pairs}), start=len(number))}
    edges = np.array(sorted((number[pic], project[rcn]) for pic, rcn in pairs))
    return edges[:, 0], edges[:, 1]


GRAPHS: dict[str, Callable[[], Edges | None]] = {
    "rmat14": functools.partial(rmat, 14, 16, 1),
    "affil": functools.partial(affiliation, 15_000, 8_000, 2),
    "rmat20": functools.partial(rmat, 20, 16, 3),
    "affilbig": functools.partial(affiliation, 400_000, 900_000, 4, 8),
    "eunets": horizon,
    # For the scaling table: the same density at five sizes.
    **{f"rmat{scale}": functools.partial(rmat, scale, 16, scale) for scale in (9, 10, 11, 12, 13, 15, 16, 17, 18, 19)},
    **{f"affil{size}k": functools.partial(affiliation, size * 1_000, size * 533, size) for size in (1, 2, 4, 8, 16, 32)},
    **{
        f"affilbig{part}": functools.partial(affiliation, 400_000 // part, 900_000 // part, part, 8)
        for part in (16, 8, 4, 2)
    },
}

# The graphs on which reading is measured.
READ = {name for name in GRAPHS if name in ("rmat16", "rmat17", "rmat18", "rmat19", "rmat20") or "affilbig" in name}


def generate(folder: pathlib.Path, name: str) -> bool:
    """Writes a graph in all its forms, unless it is there; returns whether it can be had."""
    done = folder / f"{name}.npy"
    if done.exists():
        return True
    edges = GRAPHS[name]()
    if edges is None:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    table = pl.DataFrame({"source": edges[0].astype(np.int32), "target": edges[1].astype(np.int32)})
    table.write_csv(folder / f"{name}.csv")
    if name in READ:
        names = table.select(pl.format("actor-{}", pl.col(column)).alias(column) for column in table.columns)
        names.write_csv(folder / f"{name}-names.csv")
        names.write_csv(folder / f"{name}-names.txt", include_header=False, separator=" ")
        table.write_csv(folder / f"{name}.txt", include_header=False, separator=" ")
    np.save(done, np.column_stack([table["source"].to_numpy(), table["target"].to_numpy()]))
    vertices = int(max(edges[0].max(), edges[1].max())) + 1
    print(f"{name}: {vertices:,} vertices, {len(edges[0]):,} edges", flush=True)
    return True


if __name__ == "__main__":
    for wanted in sys.argv[2:] or ["rmat14", "affil", "rmat20", "affilbig", "eunets"]:
        generate(pathlib.Path(sys.argv[1]), wanted)
