"""Cores, triangles, cliques and cuts: NetworkX on the undirected graph, igraph beside it."""

from itertools import combinations

import networkx as nx

from provenance import NETWORKX, Column, must_agree
from readings import reading


def columns(sample):
    read = reading(sample)
    graph = read.graph
    vertices = range(len(graph))
    cores = nx.core_number(graph)
    must_agree([cores[v] for v in vertices], read.igraph().coreness() if len(graph) else [], "coreness")
    yield Column("coreness", {}, [cores[v] for v in vertices], NETWORKX, "core_number()")
    clustering, triangles = nx.clustering(graph), nx.triangles(graph)
    values = [clustering[v] if graph.degree(v) > 1 else None for v in vertices]
    yield Column("clustering", {}, values, NETWORKX, "clustering()", note="undefined below degree 2")
    yield Column("triangles", {}, [triangles[v] for v in vertices], NETWORKX, "triangles()")
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    numbers = {v: number for number, part in enumerate(parts, 1) for v in part}
    yield Column(
        "component", {}, [numbers[v] for v in vertices], NETWORKX, "connected_components()",
        note="numbered from 1 by falling size, equal ones by their first actor",
    )
    cuts = set(nx.articulation_points(graph))
    yield Column("articulation", {}, [int(v in cuts) for v in vertices], NETWORKX, "articulation_points()")
    bridges = list(nx.bridges(graph)) if len(graph) else []
    values = [sum(v in bridge for bridge in bridges) for v in vertices]
    yield Column("bridges", {}, values, NETWORKX, "bridges()", note="those that end at the actor")
    yield from cliques(graph)
    yield embeddedness(read)


def cliques(graph):
    found = list(nx.find_cliques(graph)) if len(graph) else []
    holding = [[len(clique) for clique in found if v in clique] for v in graph]
    yield Column("cliques", {}, [len(sizes) for sizes in holding], NETWORKX, "find_cliques()", note="isolates are cliques of 1")
    yield Column("largest-clique", {}, [max(sizes) for sizes in holding], NETWORKX, "find_cliques()", note="isolates 1")


def embeddedness(read):
    """The largest k for which a vertex is in a k-component, Moody and White 2003: k vertices must go to part it.

    Neither tool gives the definition: `k_components` of NetworkX 3.6.1 misses 3-components in `strong-8`, and
    `cohesive_blocks` of igraph 1.0.0 a member of the 2-component of `florentine-families`. All subsets of vertices
    settle it where they are few.
    """
    levels = [0] * len(read.graph)
    for part in nx.connected_components(read.graph):
        if len(part) > 1:
            raise_levels(read.graph.subgraph(part), levels)
    if len(levels) <= 8:
        must_agree(levels, levels_by_subsets(read.graph), "embeddedness")
    source = "node_connectivity and minimum_node_cut, by the definition in Moody, White 2003"
    return Column("embeddedness", {}, levels, NETWORKX, source, note="isolates 0; k_components and cohesive_blocks differ")


def levels_by_subsets(graph):
    levels = [0] * len(graph)
    for size in range(2, len(graph) + 1):
        for part in map(graph.subgraph, combinations(graph, size)):
            if nx.is_connected(part):
                connectivity = nx.node_connectivity(part)
                for v in part:
                    levels[v] = max(levels[v], connectivity)
    return levels


def raise_levels(graph, levels):
    """By the definition: what is connected more firmly than the whole lies on one side of a smallest cut, cut included."""
    connectivity = nx.node_connectivity(graph)
    for v in graph:
        levels[v] = max(levels[v], connectivity)
    if connectivity == len(graph) - 1:
        return
    cut = nx.minimum_node_cut(graph)
    rest = [v for v in graph if v not in cut]
    for side in nx.connected_components(graph.subgraph(rest)):
        part = graph.subgraph(side | cut)
        if nx.is_connected(part):
            raise_levels(part, levels)
        else:
            for piece in nx.connected_components(part):
                if len(piece) > 1:
                    raise_levels(part.subgraph(piece), levels)
