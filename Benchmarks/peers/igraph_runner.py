"""One work by igraph, which uses one thread."""

from __future__ import annotations

import numpy as np
import runner
from runner import Outcome, Request, Work, from_values

asked = runner.request()
import igraph  # noqa: E402


def graph(request: Request) -> igraph.Graph:
    edges = request.edges().astype(np.int64)
    return igraph.Graph(n=int(edges.max()) + 1, edges=edges)


def of_graph(call):
    """A work that is one call on the graph."""

    def prepare(request: Request) -> Work:
        made = graph(request)
        return from_values(lambda: call(made, request))

    return prepare


def projection(request: Request) -> Work:
    """Counts of shared projects: igraph's projection knows no other weights, so it does less than is asked."""
    made = graph(request)
    types = np.zeros(made.vcount(), bool)
    types[request.edges()[:, 1]] = True
    made.vs["type"] = types.tolist()
    run = lambda: made.bipartite_projection(multiplicity=True, which=0)  # noqa: E731
    return Work(run, lambda found: Outcome(facts={"vertices": found.vcount(), "edges": found.ecount()}))


def reading(read):
    """A work that makes a graph of a file."""

    def prepare(request: Request) -> Work:
        path = str(request.path.with_suffix(".txt"))
        return Work(
            lambda: read(path),
            lambda found: Outcome(
                np.array(found.degree(), float), {"vertices": found.vcount(), "edges": found.ecount()}
            ),
        )

    return prepare


WORKS = {
    "betweenness": of_graph(lambda graph, _: graph.betweenness(directed=False)),
    "harmonic": of_graph(lambda graph, _: graph.harmonic_centrality(normalized=False)),
    "clustering": of_graph(lambda graph, _: graph.transitivity_local_undirected(mode="nan")),
    "pagerank": of_graph(lambda graph, _: graph.pagerank(implementation="prpack")),
    "core": of_graph(lambda graph, _: graph.coreness()),
    "components": of_graph(lambda graph, _: igraph.GraphBase.connected_components(graph, mode="weak")),
    "constraint": of_graph(lambda graph, _: graph.constraint()),
    "communities": of_graph(
        lambda graph, _: graph.community_leiden(objective_function="modularity", n_iterations=2).membership
    ),
    "projection": projection,
    "read-names": reading(
        lambda path: igraph.Graph.Read_Ncol(path, names=True, weights=False, directed=False)
    ),
    "read-numbers": reading(lambda path: igraph.Graph.Read_Edgelist(path, directed=False)),
}

if __name__ == "__main__":
    runner.main("igraph", WORKS, asked)
