"""The simple graphs that the contract makes of a network: how direction, parallel ties and weights are read.

Self-ties are dropped. Parallel ties count once for structure; strengths add up; of lengths the smallest counts.
A strength s is a length of 1/s. An undirected tie runs both ways where direction is read.
"""

from dataclasses import dataclass
from fractions import Fraction

import igraph
import networkx as nx


@dataclass
class Reading:
    """A simple graph, and the options of `measure` that lead to it."""

    options: dict
    graph: nx.Graph
    #: The attribute that measures of strength take, None for 1 everywhere.
    weight: str | None = None
    #: The attribute that measures of paths take, None for steps.
    length: str | None = None

    @property
    def is_directed(self):
        return self.graph.is_directed()

    def igraph(self):
        """The same graph for igraph."""
        return igraph.Graph(n=len(self.graph), edges=list(self.graph.edges()), directed=self.is_directed)

    def strengths(self):
        """Weights in the order of the edges, None for 1 everywhere."""
        return [w for _, _, w in self.graph.edges(data="weight")] if self.weight else None

    def lengths(self):
        """Lengths in the order of the edges, None for steps."""
        return [float(w) for _, _, w in self.graph.edges(data="length")] if self.length else None

    def matrix(self):
        """The adjacency matrix in rows: entry [u][v] is the weight of the arc from u to v."""
        rows = [[0] * len(self.graph) for _ in self.graph]
        for u, v, data in self.graph.edges(data=True):
            weight = data["weight"] if self.weight else 1
            rows[u][v] = weight
            if not self.is_directed:
                rows[v][u] = weight
        return rows


def simple(sample, directed, rule="sum", edges=None):
    """The simple graph with weights merged by a rule, vertices in order."""
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(sample.size))
    for u, v, weight, one_way in sample.edges if edges is None else edges:
        if u == v:
            continue
        for a, b in [(u, v)] if one_way or not directed else [(u, v), (v, u)]:
            known = graph[a][b]["weight"] if graph.has_edge(a, b) else None
            merged = weight if known is None else known + weight if rule == "sum" else min(known, weight)
            graph.add_edge(a, b, weight=merged)
    for _, _, data in graph.edges(data=True):
        exact = Fraction(data["weight"])
        data["length"] = exact if rule == "min" else 1 / exact
    return graph


def reading(sample, directed=False, weights=None):
    """One way to read a network."""
    options = ({"directed": True} if directed else {}) | ({"weights": weights} if weights else {})
    graph = simple(sample, directed, "min" if weights == "length" else "sum")
    return Reading(
        options,
        graph,
        weight="weight" if weights == "strength" else None,
        length="length" if weights else None,
    )


def readings(sample, weights=(None, "strength", "length")):
    """All ways to read a network that differ."""
    for weight in weights:
        if weight and not sample.is_weighted:
            continue
        for directed in (False, True) if sample.is_directed else (False,):
            yield reading(sample, directed, weight)
