"""Two-mode centrality (Borgatti, Everett 1997): NetworkX's bipartite measures."""

import networkx as nx

from provenance import NETWORKX, Ambiguous, Column
from readings import reading


def columns(sample):
    if not sample.modes:
        return
    graph = reading(sample).graph
    actors = [v for v in graph if sample.modes[v] == "actor"]

    def listed(scores):
        return [float(scores[v]) for v in graph]

    yield Column(
        "two-mode-degree", {}, listed(nx.bipartite.degree_centrality(graph, actors)), NETWORKX, "bipartite.degree_centrality()"
    )
    if nx.is_connected(graph):
        scores = nx.bipartite.closeness_centrality(graph, actors)
        yield Column("two-mode-closeness", {}, listed(scores), NETWORKX, "bipartite.closeness_centrality()")
    else:
        yield Ambiguous("two-mode-closeness: the largest possible value is that of a connected network")
    try:
        scores = nx.bipartite.betweenness_centrality(graph, actors)
    except ZeroDivisionError:
        yield Ambiguous("two-mode-betweenness: the largest possible value is 0 for one of the modes")
        return
    yield Column("two-mode-betweenness", {}, listed(scores), NETWORKX, "bipartite.betweenness_centrality()")
