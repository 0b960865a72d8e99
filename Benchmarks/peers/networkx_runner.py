"""One work by NetworkX, which uses one thread."""

from __future__ import annotations

import numpy as np
import runner
from runner import Outcome, Request, Work

asked = runner.request()
import networkx as nx  # noqa: E402


def projection(request: Request) -> Work:
    """Newman's weights; the values are the sums of squared weights at each organisation."""
    edges = request.edges()
    made = nx.Graph()
    made.add_edges_from(edges.tolist())
    members = list(range(int(edges[:, 1].min())))
    made.add_nodes_from(members)

    def outcome(found: nx.Graph) -> Outcome:
        squares = np.zeros(len(members))
        for left, right, weight in found.edges(data="weight"):
            squares[left] += weight * weight
            squares[right] += weight * weight
        return Outcome(squares, {"vertices": len(found), "edges": found.number_of_edges()})

    return Work(lambda: nx.bipartite.collaboration_weighted_projected_graph(made, members), outcome)


WORKS = {"projection": projection}

if __name__ == "__main__":
    runner.main("networkx", WORKS, asked)
