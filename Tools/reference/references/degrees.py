"""Degrees and strengths: igraph on the simple graph."""

from provenance import IGRAPH, Column
from readings import reading


def columns(sample):
    ties, arcs = reading(sample), reading(sample, directed=True)
    yield from degrees(ties.igraph(), arcs.igraph(), len(ties.graph) - 1)
    for id, read, mode in (("strength", ties, "all"), ("in-strength", arcs, "in"), ("out-strength", arcs, "out")):
        weights = [weight for _, _, weight in read.graph.edges(data="weight")]
        values = read.igraph().strength(mode=mode, weights=weights) if weights else [0] * sample.size
        yield Column(id, {}, values, IGRAPH, f"simplify(combine_edges=sum); strength(mode={mode!r})")


def degrees(ties, arcs, others):
    for id, graph, mode in (("degree", ties, "all"), ("in-degree", arcs, "in"), ("out-degree", arcs, "out")):
        call = f"simplify(); degree(mode={mode!r})"
        values = graph.degree(mode=mode)
        yield Column(id, {}, values, IGRAPH, call)
        if others >= 0:
            share = [value / others if others else None for value in values]
            yield Column(id, {"normalize": True}, share, IGRAPH, call, "1 / (n - 1)", "0 / 0 is undefined")
