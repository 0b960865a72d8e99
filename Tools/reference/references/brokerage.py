"""Who stands between others: measures of ties, of pairs of contacts, and of pairs out of reach.

All on the undirected graph, unless it says otherwise; from the definitions, betweenness being that of NetworkX.
"""

import math
from itertools import combinations

import networkx as nx

from provenance import NETWORKX, PYTHON, Column
from readings import readings


def columns(sample):
    read = next(iter(readings(sample, weights=(None,))))
    graph = read.graph
    if len(graph) == 0:
        return
    betweenness = nx.betweenness_centrality(graph, normalized=False)
    yield Column(
        "brokerage", {}, [everett_valente(graph, betweenness, flows, v) for flows in [tie_betweenness(graph)] for v in graph],
        NETWORKX, "edge_betweenness_centrality(normalized=False); the mean over the ties of an actor",
        note="Everett, Valente 2016; 0 where betweenness is 0",
    )
    yield Column(
        "bridging", {}, bridging(graph), PYTHON, "from the definition in Valente, Fujimoto 2010",
        note="mean over ties e of (C - C_e) / 2, C the mean of 1/d over pairs; isolates undefined",
    )
    yield Column(
        "bridging-centrality", {}, [hwang(graph, betweenness, v) for v in graph], PYTHON,
        "from the definition in Hwang et al. 2008", note="raw betweenness times bridging coefficient; isolates undefined",
    )
    yield Column(
        "bridgeness", {}, bridgeness(graph), PYTHON, "from the definition in Jensen et al. 2016",
        note="unordered pairs, neither of them a neighbor",
    )


def tie_betweenness(graph):
    return nx.edge_betweenness_centrality(graph, normalized=False)


def everett_valente(graph, betweenness, flows, v):
    if abs(betweenness[v]) < 1e-12:
        return 0.0
    return math.fsum(flows[tuple(sorted((u, v)))] for u in graph[v]) / graph.degree(v)


def cohesion(graph):
    """The mean of 1/d over ordered pairs, 0 where there is no path."""
    size = len(graph)
    inverses = (1 / d for _, row in nx.all_pairs_shortest_path_length(graph) for d in row.values() if d)
    return math.fsum(inverses) / (size * (size - 1))


def bridging(graph):
    if graph.number_of_edges() == 0:
        return [None] * len(graph)
    whole = cohesion(graph)
    drops = {}
    for edge in graph.edges():
        rest = graph.copy()
        rest.remove_edge(*edge)
        drops[frozenset(edge)] = whole - cohesion(rest)
    return [
        math.fsum(drops[frozenset((u, v))] for u in graph[v]) / (2 * graph.degree(v)) if graph.degree(v) else None
        for v in graph
    ]


def hwang(graph, betweenness, v):
    if graph.degree(v) == 0:
        return None
    return betweenness[v] * (1 / graph.degree(v)) / math.fsum(1 / graph.degree(u) for u in graph[v])


def bridgeness(graph):
    """By counting paths between all pairs: shares of those through v, from the counts on either side of it."""
    size = len(graph)
    distance = dict(nx.all_pairs_shortest_path_length(graph))
    counts = [path_counts(graph, s, distance[s]) for s in range(size)]
    totals = []
    for v in range(size):
        remote = [u for u in distance[v] if u != v and u not in graph[v]]
        shares = (
            counts[s][v] * counts[v][t] / counts[s][t]
            for s, t in combinations(sorted(remote), 2)
            if distance[s][v] + distance[v][t] == distance[s][t]
        )
        totals.append(math.fsum(shares))
    return totals


def path_counts(graph, source, distance):
    counts = {source: 1}
    for v in sorted(distance, key=distance.get):
        if v != source:
            counts[v] = sum(counts[u] for u in graph[v] if distance[u] == distance[v] - 1)
    return counts
