"""Overlapping groups: chains of cliques, and groups in which everybody misses one other at most."""

import networkx as nx

from provenance import NETWORKX, PYTHON, Column
from readings import reading

#: All subsets are looked at, so that graphs are small.
LARGEST = 14
#: Fewest members of a plex, and how many of it, itself included, a member may miss.
MEMBERS, MISSED = 5, 2


def columns(sample):
    graph = reading(sample).graph
    groups = list(nx.community.k_clique_communities(graph, 3)) if len(graph) else []
    folds = [sum(v in group for group in groups) for v in graph]
    yield Column("folds", {}, folds, NETWORKX, "community.k_clique_communities(k=3)", note="those that the actor is in")
    if len(graph) <= LARGEST:
        note = "2-plexes of 5 members or more to which nobody can be added; all subsets were looked at"
        source = "from the definition in Seidman, Foster 1978"
        yield Column("plexes", {}, plexes(graph), PYTHON, source, note=note)


def plexes(graph):
    """Numbers of maximal plexes; a set of vertices is a number with a bit for each."""
    around = [sum(1 << u for u in graph[v]) for v in graph]
    found = {members for members in range(1 << len(graph)) if is_plex(members, around)}
    counts = [0] * len(graph)
    for members in found:
        # What a plex has as a part is a plex, so that one more member is all that maximality has to ask about.
        if any(members | 1 << v in found for v in graph if not members >> v & 1):
            continue
        for v in graph:
            counts[v] += members >> v & 1
    return counts


def is_plex(members, around):
    size = members.bit_count()
    if size < MEMBERS:
        return False
    return all((around[v] & members).bit_count() >= size - MISSED for v in range(len(around)) if members >> v & 1)
