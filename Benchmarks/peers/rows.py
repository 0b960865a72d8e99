"""What is measured: a row is one work on one graph, with the peers that can do it and the ratio that is aimed at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Peer:
    """A way in which a peer does a work."""

    # What tables call it.
    label: str
    # The runner beside this file, without `_runner.py`.
    runner: str
    # What the runner calls the work.
    work: str
    # Whether it can use several threads.
    is_parallel: bool = True
    # Whether it counts when the fastest and the leanest peer are looked for.
    counts: bool = True
    # How its result is checked; empty for the row's own way.
    check: str = ""


@dataclass(frozen=True)
class Row:
    """One work on one graph."""

    id: str
    title: str
    graph: str
    # What `peer-kernels` calls the work.
    work: str
    peers: tuple[Peer, ...]
    # How results are compared: a function of agreement.py.
    check: str
    # The fastest peer's time divided by ours should be at least this; None where nothing was promised.
    target: float | None = None
    # The file is this ending after the graph's name.
    ending: str = ".csv"


def _betweenness(graph: str, target: float) -> Row:
    peers = (
        Peer("igraph", "igraph", "betweenness", is_parallel=False),
        Peer("NetworKit", "networkit", "betweenness"),
        Peer("graph-tool", "graph_tool", "betweenness"),
        Peer("rustworkx", "rustworkx", "betweenness"),
    )
    return Row(f"betweenness-{graph}", "betweenness, exact", graph, "betweenness", peers, "values", target)


def _harmonic(graph: str, target: float) -> Row:
    peers = (
        Peer("igraph", "igraph", "harmonic", is_parallel=False),
        Peer("NetworKit", "networkit", "harmonic"),
        Peer("graph-tool", "graph_tool", "harmonic"),
    )
    return Row(f"harmonic-{graph}", "harmonic, exact, all vertices", graph, "harmonic", peers, "values", target)


def _communities(graph: str) -> Row:
    peers = (
        Peer("igraph Leiden", "igraph", "communities", is_parallel=False),
        Peer("NetworKit ParallelLeiden", "networkit", "communities"),
        Peer("NetworKit PLM", "networkit", "communities-plm"),
    )
    title = "communities at no less modularity"
    return Row(f"communities-{graph}", title, graph, "communities", peers, "modularity", 2)


def _reading(graph: str) -> tuple[Row, ...]:
    def peers(what: str) -> tuple[Peer, ...]:
        return (
            Peer("igraph", "igraph", f"read-{what}", is_parallel=False),
            Peer("NetworKit", "networkit", f"read-{what}", is_parallel=False),
        )

    def polars(what: str) -> Peer:
        return Peer("polars `read_csv` alone", "polars", f"read-{what}", check="edge_count")

    title = "read edge list with string names into a graph"
    return (
        Row(f"read-{graph}", title, graph, "read", peers("names"), "degrees", 10, "-names.csv"),
        Row(f"read-{graph}-polars", title, graph, "read", (polars("names"),), "edge_count", 1, "-names.csv"),
        Row(
            f"read-numbers-{graph}", "the same, names being numbers, which peers read as such", graph, "read",
            (*peers("numbers"), polars("numbers")), "degrees",
        ),
    )  # fmt: skip


ROWS: tuple[Row, ...] = (
    _betweenness("affil", 20),
    _betweenness("eunets", 40),
    _betweenness("rmat14", 8),
    _harmonic("affil", 60),
    _harmonic("rmat14", 60),
    Row(
        "clustering-rmat20", "local clustering of all", "rmat20", "clustering",
        (
            Peer("igraph", "igraph", "clustering", is_parallel=False),
            Peer("NetworKit", "networkit", "clustering"),
            Peer("graph-tool", "graph_tool", "clustering"),
        ),
        "values", 4,
    ),
    Row(
        "pagerank-rmat20", "PageRank to the same residual", "rmat20", "pagerank",
        (
            Peer("igraph prpack", "igraph", "pagerank", is_parallel=False),
            Peer("NetworKit", "networkit", "pagerank"),
            Peer("graph-tool", "graph_tool", "pagerank"),
        ),
        "pagerank", 2,
    ),
    Row(
        "core-rmat20", "core numbers", "rmat20", "core",
        (
            Peer("igraph", "igraph", "core", is_parallel=False),
            Peer("NetworKit", "networkit", "core"),
            Peer("NetworKit, bucket queue", "networkit", "core-sequential", is_parallel=False),
            Peer("graph-tool", "graph_tool", "core", is_parallel=False),
        ),
        "exact", 1.5,
    ),
    Row(
        "components-rmat20", "connected components", "rmat20", "components",
        (
            Peer("igraph", "igraph", "components", is_parallel=False),
            Peer("NetworKit", "networkit", "components", is_parallel=False),
            Peer("NetworKit, parallel", "networkit", "components-parallel"),
            Peer("graph-tool", "graph_tool", "components", is_parallel=False),
        ),
        "partition", 1.5,
    ),
    _communities("rmat20"),
    _communities("affilbig"),
    Row(
        "constraint-affilbig", "Burt's constraint, all vertices", "affilbig", "constraint",
        (Peer("igraph", "igraph", "constraint", is_parallel=False),), "values", 50,
    ),
    *_reading("rmat20"),
    *_reading("affilbig"),
    Row(
        "approximate-affilbig", "approximate betweenness, epsilon 0.005, delta 0.1", "affilbig",
        "approximate-betweenness", (Peer("NetworKit KADABRA", "networkit", "approximate-betweenness"),),
        "approximate", 3,
    ),
    Row(
        "projection-affil", "one-mode projection, Newman weights", "affil", "projection",
        (
            Peer("igraph, counts only", "igraph", "projection", is_parallel=False, check="edge_count"),
            Peer("NetworkX", "networkx", "projection", is_parallel=False),
            Peer("SciPy, by hand", "scipy", "projection", is_parallel=False, counts=False),
        ),
        "values", 5,
    ),
)  # fmt: skip
