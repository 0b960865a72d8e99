"""One work by rustworkx, on some threads."""

from __future__ import annotations

import numpy as np
import runner
from runner import Outcome, Request, Work

asked = runner.request("RAYON_NUM_THREADS")
import rustworkx as rx  # noqa: E402


def graph(request: Request) -> rx.PyGraph:
    edges = request.edges()
    made = rx.PyGraph(multigraph=False)
    made.add_nodes_from([None] * (int(edges.max()) + 1))
    made.add_edges_from_no_data(list(map(tuple, edges.tolist())))
    return made


def by_vertex(call):
    """A work that is one call on the graph, which gives a mapping from vertices to numbers."""

    def prepare(request: Request) -> Work:
        made = graph(request)

        def outcome(found) -> Outcome:
            return Outcome(np.array([found[vertex] for vertex in range(made.num_nodes())], float))

        return Work(lambda: call(made), outcome)

    return prepare


WORKS = {
    "betweenness": by_vertex(
        lambda graph: rx.betweenness_centrality(graph, normalized=False, parallel_threshold=1)
    ),
    "core": by_vertex(rx.core_number),
}

if __name__ == "__main__":
    runner.main("rustworkx", WORKS, asked)
