"""Measures of shortest paths: NetworkX on exact lengths, igraph where a path may have at most some steps.

Lengths are fractions, so that paths are equally long exactly where the definition says so. A column is left out where
lengths added as doubles would tell paths apart, or not, other than the fractions do.
"""

import networkx as nx

from provenance import IGRAPH, NETWORKX, Ambiguous, Column, must_agree
from readings import readings


def columns(sample):
    for read in readings(sample):
        try:
            yield from of_reading(read)
        except Ambiguous as reason:
            yield reason


def of_reading(read):
    """The columns of one way to read the network."""
    note = "lengths are fractions" if read.length else ""
    scores = betweenness(read)
    yield Column("betweenness", read.options, scores, NETWORKX, "betweenness_centrality(normalized=False)", note=note)
    if not read.length:
        yield normalized_betweenness(read, scores)
        yield from limited_betweenness(read)
    yield Column(
        "closeness", read.options, listed(nx.closeness_centrality(read.graph, distance=read.length)),
        NETWORKX, "closeness_centrality(wf_improved=True)", note=note,
    )
    harmonic = listed(nx.harmonic_centrality(read.graph, distance=read.length))
    yield Column("harmonic", read.options, harmonic, NETWORKX, "harmonic_centrality()", note=note)
    found = distances_to(read)
    yield Column(
        "eccentricity", read.options, [float(max(ds)) if ds else None for ds in found],
        NETWORKX, "shortest_path_length to each vertex; the largest", note="undefined where no other has a path to it",
    )
    if not read.length:
        yield from reach(read, found)
        if len(read.graph) > 1:
            others = len(read.graph) - 1
            options = read.options | {"normalize": True}
            values = [value / others for value in harmonic]
            yield Column("harmonic", options, values, NETWORKX, "harmonic_centrality()", "1 / (n - 1)")


def listed(scores):
    """Values in the order of the vertices, as doubles."""
    return [float(scores[v]) for v in range(len(scores))]


def distances_to(read):
    """For each vertex the distances from others that have a path to it."""
    against = read.graph.reverse() if read.is_directed else read.graph
    found = []
    for v in read.graph:
        lengths = (
            nx.single_source_dijkstra_path_length(against, v, weight=read.length)
            if read.length
            else nx.single_source_shortest_path_length(against, v)
        )
        found.append([d for u, d in lengths.items() if u != v])
    return found


def betweenness(read):
    scores = listed(nx.betweenness_centrality(read.graph, normalized=False, weight=read.length))
    graph = read.graph.copy()
    for _, _, data in graph.edges(data=True):
        data["length"] = float(data["length"])
    rounded = listed(nx.betweenness_centrality(graph, normalized=False, weight=read.length))
    if any(abs(x - y) > 1e-9 for x, y in zip(scores, rounded)):
        raise Ambiguous("doubles cannot tell which of the path lengths are equal")
    if not read.length:
        must_agree(scores, read.igraph().betweenness(directed=read.is_directed), "betweenness")
    return scores


def normalized_betweenness(read, scores):
    others = len(read.graph) - 1
    pairs = others * (others - 1) / (1 if read.is_directed else 2)
    values = [score / pairs if pairs > 0 else None for score in scores]
    factor = "1 / ((n - 1)(n - 2))" if read.is_directed else "2 / ((n - 1)(n - 2))"
    call = "betweenness_centrality(normalized=False)"
    return Column(
        "betweenness", read.options | {"normalize": True}, values, NETWORKX, call, factor, "0 / 0 is undefined"
    )


def limited_betweenness(read):
    """Of shortest paths of at most some steps."""
    for steps in (2, 3):
        values = read.igraph().betweenness(directed=read.is_directed, cutoff=steps)
        yield Column("betweenness", read.options | {"cutoff": steps}, values, IGRAPH, f"betweenness(cutoff={steps})")


def reach(read, found):
    for steps in (2, 3):
        values = [sum(d <= steps for d in ds) for ds in found]
        sizes = read.igraph().neighborhood_size(order=steps, mode="in" if read.is_directed else "all") if values else []
        must_agree(values, [size - 1 for size in sizes], f"reach-{steps}")
        call = f"neighborhood_size(order={steps}, mode='in')"
        yield Column(f"reach-{steps}", read.options, values, IGRAPH, call, note="less 1, the vertex itself")
