"""Measures over missions and methods: from the definitions, on the simple undirected graph of each layer."""

import exact
from provenance import MPMATH, PYTHON, Column
from readings import simple

BATTISTON = "from the definition in Battiston, Nicosia, Latora 2014"
MULTINET = "from the definition in Berlingerio et al. 2011"


def columns(sample):
    if not sample.missions and not sample.methods:
        return
    missions, methods = layers(sample, sample.missions), layers(sample, sample.methods)
    for axis, found in (("missions", missions), ("methods", methods)):
        active = [sum(layer.degree(v) > 0 for layer in found.values()) for v in range(sample.size)]
        yield Column(axis, {}, active, PYTHON, "from the definition in Nicosia, Latora 2015")
        note = "undefined without ties on the axis, and where there are fewer than two layers"
        yield Column(f"participation-{axis}", {}, participation([*found.values()], sample.size), PYTHON, BATTISTON, note=note)
    everything = [*missions.values(), *methods.values()]
    note = "over the missions and the methods; undefined without ties on either, and with fewer than two layers"
    yield Column("participation-topics", {}, participation(everything, sample.size), PYTHON, BATTISTON, note=note)
    overlap = [sum(layer.degree(v) for layer in everything) for v in range(sample.size)]
    yield Column("overlap", {}, overlap, PYTHON, BATTISTON, note="over the missions and the methods")
    if not sample.methods and None not in sample.missions:
        yield from relevance(missions, sample.size)
        yield from versatility(missions, sample.size)


def layers(sample, topics):
    """The graph of each topic, in the order of their names, without those of which nobody has a tie to another."""
    found = {}
    for topic in sorted({topic for topic in topics if topic}):
        ties = [edge for edge, own in zip(sample.edges, topics) if own == topic]
        layer = simple(sample, directed=False, edges=ties)
        if layer.number_of_edges():
            found[topic] = layer
    return found


def participation(found, size):
    values = []
    for v in range(size):
        degrees = [layer.degree(v) for layer in found]
        total, count = sum(degrees), len(found)
        if total == 0 or count < 2:
            values.append(None)
        else:
            values.append(count * (total**2 - sum(k * k for k in degrees)) / ((count - 1) * total**2))
    return values


def relevance(found, size):
    """Shares of the neighbors that are reached on a layer, also or only; and how much layers repeat one another."""
    around = {topic: [set(layer[v]) for v in range(size)] for topic, layer in found.items()}
    everywhere = [set().union(*(around[topic][v] for topic in found)) for v in range(size)]
    for topic in found:
        also = [len(around[topic][v]) / len(everywhere[v]) if everywhere[v] else None for v in range(size)]
        elsewhere = [set().union(*(around[other][v] for other in found if other != topic)) for v in range(size)]
        only = [len(everywhere[v] - elsewhere[v]) / len(everywhere[v]) if everywhere[v] else None for v in range(size)]
        yield Column("relevance", {"layer": topic}, also, PYTHON, MULTINET, note="undefined without neighbors")
        yield Column("exclusive-relevance", {"layer": topic}, only, PYTHON, MULTINET, note="undefined without neighbors")
    degrees = [sum(layer.degree(v) for layer in found.values()) for v in range(size)]
    redundancy = [1 - len(everywhere[v]) / degrees[v] if degrees[v] else None for v in range(size)]
    yield Column("connective-redundancy", {}, redundancy, PYTHON, MULTINET, note="undefined without neighbors")


def versatility(found, size):
    """De Domenico et al. 2015: on all replicas at once, those of an actor tied with strength 1, pair by pair."""
    count = len(found)
    matrix = [[0] * (size * count) for _ in range(size * count)]
    for place, layer in enumerate(found.values()):
        for u, v in layer.edges():
            matrix[place * size + u][place * size + v] = matrix[place * size + v][place * size + u] = 1
        for other in range(count):
            if other != place:
                for v in range(size):
                    matrix[place * size + v][other * size + v] = 1
    if count < 2 or size * count > 36:
        return
    source = "from the definition in De Domenico et al. 2015"
    damping, total = exact.mpf(85) / 100, len(matrix)
    out = [sum(row) for row in matrix]
    rows = [[int(u == v) - damping * matrix[u][v] / out[u] for u in range(total)] for v in range(total)]
    ranks = exact.solve(rows, [(1 - damping) / total] * total)
    yield Column("versatility-pagerank", {}, summed(ranks, size), MPMATH, f"lu_solve; {source}", note="sums to 1")
    if has_one_leader(matrix):
        _, scores = exact.leading_pair(matrix)
        note = "the vector over all replicas has length 1"
        yield Column("versatility-eigenvector", {}, summed(scores, size), MPMATH, f"inverse iteration; {source}", note=note)


def summed(scores, size):
    return [float(sum(scores[v::size])) for v in range(size)]


def has_one_leader(matrix):
    values = sorted(exact.np.linalg.eigvalsh(exact.np.array(matrix, dtype=float)))
    return len(values) < 2 or values[-2] < values[-1] * (1 - 1e-9)
