"""Flows: of current, of information, and the largest there are, component by component."""

from itertools import combinations, permutations

import networkx as nx

import exact
from provenance import IGRAPH, MPMATH, Column, must_agree
from readings import readings


def columns(sample):
    for read in readings(sample, weights=(None, "strength")):
        if not read.is_directed:
            yield from currents(read)
        if len(read.graph) <= 24:
            yield largest_flows(read)


def currents(read):
    """Current-flow betweenness (Newman 2005) and information centrality (Stephenson, Zelen 1989)."""
    betweenness = [0.0] * len(read.graph)
    information = [None] * len(read.graph)
    for part in nx.connected_components(read.graph):
        part = sorted(part)
        if len(part) == 1:
            continue
        component = nx.convert_node_labels_to_integers(read.graph.subgraph(part).copy(), ordering="sorted")
        potentials = grounded_inverse(component, read.weight)
        for place, value in enumerate(information_values(potentials)):
            information[part[place]] = value
        if len(part) > 2:
            for place, value in enumerate(throughput(component, read.weight, potentials)):
                betweenness[part[place]] = value
        confirm(component, read.weight, [betweenness[v] for v in part], [information[v] for v in part])
    yield Column(
        "current-flow-betweenness", read.options, betweenness, MPMATH, "inverse of the grounded Laplacian",
        note="per component, unordered pairs, end points not counted; confirmed by networkx "
        "current_flow_betweenness_centrality(normalized=False)",
    )
    yield Column(
        "information", read.options, information, MPMATH, "inverse of the grounded Laplacian",
        note="1 / sum of effective resistances to the others of its component; isolates undefined; "
        "confirmed by networkx information_centrality of each component",
    )


def grounded_inverse(graph, weight):
    """Potentials at u for a unit of current put in at v, vertex 0 being grounded."""
    size = len(graph)
    rows = [[exact.mpf(0)] * (size - 1) for _ in range(size - 1)]
    for u, v, data in graph.edges(data=True):
        w = exact.mpf(data["weight"] if weight else 1)
        for a, b in ((u, v), (v, u)):
            if a:
                rows[a - 1][a - 1] += w
                if b:
                    rows[a - 1][b - 1] -= w
    inner = exact.inverse(rows)
    zero = exact.mpf(0)
    return [[inner[u - 1, v - 1] if u and v else zero for v in range(size)] for u in range(size)]


def information_values(potentials):
    size = len(potentials)
    for u in range(size):
        resistances = (potentials[u][u] + potentials[v][v] - 2 * potentials[u][v] for v in range(size))
        yield float(1 / sum(resistances))


def throughput(graph, weight, potentials):
    """Half of what flows along the ties of a vertex, for a unit from s to t, over pairs without the vertex."""
    size = len(graph)
    ties = [[(w, exact.mpf(data["weight"] if weight else 1)) for w, data in graph[v].items()] for v in range(size)]
    totals = [exact.mpf(0)] * size
    for s, t in combinations(range(size), 2):
        level = [potentials[v][s] - potentials[v][t] for v in range(size)]
        for v in range(size):
            if v != s and v != t:
                totals[v] += sum(w * abs(level[v] - level[u]) for u, w in ties[v]) / 2
    # What flows is 0 exactly where potentials are equal; 50 digits leave a trace of rounding.
    return [float(total) if total > exact.mpf(10) ** -30 else 0.0 for total in totals]


def confirm(graph, weight, betweenness, information):
    size = len(graph)
    tool = nx.information_centrality(graph, weight=weight, solver="full")
    must_agree(information, [tool[v] for v in range(size)], "information")
    if size > 2:
        tool = nx.current_flow_betweenness_centrality(graph, normalized=False, weight=weight, solver="full")
        must_agree(betweenness, [tool[v] for v in range(size)], "current-flow-betweenness", absolute=1e-9)


def largest_flows(read):
    """Freeman, Borgatti, White 1991: what the largest flows between others lose without the vertex."""
    graph = read.igraph()
    weights = read.strengths() or [1] * graph.ecount()
    graph.es["capacity"] = weights
    pairs = list((permutations if read.is_directed else combinations)(range(graph.vcount()), 2))
    whole = {pair: graph.maxflow_value(*pair, capacity="capacity") for pair in pairs}
    values = []
    for v in range(graph.vcount()):
        rest = graph.copy()
        rest.delete_edges([edge.index for edge in rest.es if v in edge.tuple])
        lost = (whole[s, t] - rest.maxflow_value(s, t, capacity="capacity") for s, t in pairs if v not in (s, t) and whole[s, t])
        values.append(float(sum(lost)))
    return Column(
        "flow-betweenness", read.options, values, IGRAPH, "maxflow_value between all pairs, with and without the vertex",
        note="ordered pairs" if read.is_directed else "unordered pairs",
    )
