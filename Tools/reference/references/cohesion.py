"""Cores, triangles, cliques and cuts: NetworkX on the undirected graph, igraph beside it."""

import networkx as nx

from provenance import NETWORKX, Ambiguous, Column, must_agree
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
    """The largest k for which a vertex is in a k-component, Moody and White 2003."""
    levels = [0] * len(read.graph)
    for k, parts in nx.k_components(read.graph).items() if len(levels) else ():
        for part in parts:
            for v in part:
                levels[v] = max(levels[v], k)
    blocks = read.igraph().cohesive_blocks()
    second = [max(0, x) for x in blocks.max_cohesions()] if len(levels) else []
    if levels != second:
        return Ambiguous(f"k-components: networkx gives {levels}, igraph cohesive_blocks {second}")
    return Column("k-components", {}, levels, NETWORKX, "k_components()", note="isolates 0; confirmed by igraph cohesive_blocks")
