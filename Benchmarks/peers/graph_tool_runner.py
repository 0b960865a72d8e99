"""One work by graph-tool, on some threads, with the system's Python: no package of it can be pinned."""

from __future__ import annotations

import numpy as np
import runner
from runner import Outcome, Request, Work

asked = runner.request("OMP_NUM_THREADS")
import graph_tool.all as gt  # noqa: E402

gt.openmp_set_num_threads(asked.threads)


def graph(request: Request) -> gt.Graph:
    edges = request.edges()
    made = gt.Graph(directed=False)
    made.add_vertex(int(edges.max()) + 1)
    made.add_edge_list(edges)
    return made


def of_graph(call, values=lambda graph, found: found.a):
    """A work that is one call on the graph, which gives a property of vertices."""

    def prepare(request: Request) -> Work:
        made = graph(request)
        return Work(lambda: call(made, request), lambda found: Outcome(np.array(values(made, found), float)))

    return prepare


def unscaled(graph: gt.Graph, closeness: gt.VertexPropertyMap) -> np.ndarray:
    return np.nan_to_num(closeness.a) * (graph.num_vertices() - 1)


WORKS = {
    "betweenness": of_graph(
        lambda graph, _: gt.betweenness(graph, norm=False), lambda graph, found: found[0].a
    ),
    "harmonic": of_graph(lambda graph, _: gt.closeness(graph, harmonic=True), unscaled),
    "pagerank": of_graph(lambda graph, request: gt.pagerank(graph, epsilon=request.tolerance)),
    "core": of_graph(lambda graph, _: gt.kcore_decomposition(graph)),
    "components": of_graph(lambda graph, _: gt.label_components(graph)[0]),
    "clustering": of_graph(lambda graph, _: gt.local_clustering(graph)),
}

if __name__ == "__main__":
    runner.main("graph-tool", WORKS, asked)
