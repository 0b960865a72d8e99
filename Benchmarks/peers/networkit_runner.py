"""One work by NetworKit, on some threads."""

from __future__ import annotations

import numpy as np
import runner
from runner import Outcome, Request, Work

asked = runner.request("OMP_NUM_THREADS")
import networkit as nk  # noqa: E402

nk.setNumberOfThreads(asked.threads)
# As its documentation asks of KADABRA; the community searches are random too.
nk.setSeed(1, True)


def graph(request: Request) -> nk.Graph:
    edges = request.edges().astype(np.uint64)
    return nk.GraphFromCoo((edges[:, 0].copy(), edges[:, 1].copy()), n=int(edges.max()) + 1)


def algorithm(make, values=lambda done: done.scores()):
    """A work that is one algorithm's `run`."""

    def prepare(request: Request) -> Work:
        made = graph(request)
        return Work(lambda: make(made, request).run(), lambda done: Outcome(np.array(values(done), float)))

    return prepare


def pagerank(graph: nk.Graph, request: Request) -> nk.centrality.PageRank:
    found = nk.centrality.PageRank(
        graph, 0.85, request.tolerance, distributeSinks=nk.centrality.SinkHandling.DistributeSinks
    )
    found.norm = nk.centrality.Norm.L1_NORM
    return found


def scaled(done: nk.centrality.PageRank) -> np.ndarray:
    """Scores that sum to 1: in undirected graphs what reaches vertices without ties is lost, which scales all alike."""
    scores = np.array(done.scores())
    return scores / scores.sum()


def labels(partition: nk.Partition) -> list[int]:
    return partition.getVector()


def reading(are_numbers: bool):
    """A work that makes a graph of a file."""

    def prepare(request: Request) -> Work:
        path = str(request.path.with_suffix(".txt"))
        return Work(
            lambda: nk.graphio.EdgeListReader(" ", 0, continuous=are_numbers).read(path),
            lambda found: Outcome(
                np.array([found.degree(vertex) for vertex in found.iterNodes()], float),
                {"vertices": found.numberOfNodes(), "edges": found.numberOfEdges()},
            ),
        )

    return prepare


WORKS = {
    # Ordered pairs are counted in undirected graphs too, hence the half.
    "betweenness": algorithm(
        lambda graph, _: nk.centrality.Betweenness(graph), lambda done: np.array(done.scores()) / 2
    ),
    # Shares of pairs, likewise twice as large in undirected graphs.
    "approximate-betweenness": algorithm(
        lambda graph, request: nk.centrality.KadabraBetweenness(graph, request.epsilon, request.delta),
        lambda done: np.array(done.scores()) / 2,
    ),
    "harmonic": algorithm(lambda graph, _: nk.centrality.HarmonicCloseness(graph, normalized=False)),
    "clustering": algorithm(lambda graph, _: nk.centrality.LocalClusteringCoefficient(graph, turbo=True)),
    "pagerank": algorithm(pagerank, scaled),
    "core": algorithm(lambda graph, _: nk.centrality.CoreDecomposition(graph)),
    "core-sequential": algorithm(
        lambda graph, _: nk.centrality.CoreDecomposition(graph, enforceBucketQueueAlgorithm=True)
    ),
    "components": algorithm(
        lambda graph, _: nk.components.ConnectedComponents(graph), lambda done: labels(done.getPartition())
    ),
    "components-parallel": algorithm(
        lambda graph, _: nk.components.ParallelConnectedComponents(graph),
        lambda done: labels(done.getPartition()),
    ),
    "communities": algorithm(
        lambda graph, _: nk.community.ParallelLeiden(graph), lambda done: labels(done.getPartition())
    ),
    "communities-plm": algorithm(
        lambda graph, _: nk.community.PLM(graph), lambda done: labels(done.getPartition())
    ),
    "read-names": reading(are_numbers=False),
    "read-numbers": reading(are_numbers=True),
}

if __name__ == "__main__":
    runner.main("networkit", WORKS, asked)
