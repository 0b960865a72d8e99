"""Burt's structural holes, from the definitions in Burt 1992 in double loops; NetworkX and igraph beside them.

With z the weights of the ties between two actors, both directions added, and p the shares that an actor spends.
"""

import math

import networkx as nx

from provenance import NETWORKX, PYTHON, Column, must_agree
from readings import readings

BURT = "from the definition in Burt 1992, chapter 2"


def columns(sample):
    for read in readings(sample, weights=(None, "strength")):
        if len(read.graph) == 0:
            continue
        ties = mutual(read)
        terms = [dyadic(ties, i) for i in range(len(ties))]
        constraint = [math.fsum(row.values()) if row else None for row in terms]
        sizes = [effective_size(ties, i) for i in range(len(ties))]
        tools = confirm(read, constraint, sizes)
        yield Column("constraint", read.options, constraint, NETWORKX, "constraint()", note="isolates undefined")
        yield Column("effective-size", read.options, sizes, *tools)
        efficiency = [size / len(row) if row else None for size, row in zip(sizes, ties)]
        yield Column("efficiency", read.options, efficiency, *tools, "1 / number of contacts", "isolates undefined")
        yield Column("hierarchy", read.options, [hierarchy(row) for row in terms], PYTHON, BURT, note="1 with one contact")


def mutual(read):
    """For each actor its contacts, in or out, and the weight to and from them."""
    matrix = read.matrix()
    size = len(matrix)
    both = read.is_directed
    pairs = [{j: matrix[i][j] + matrix[j][i] * both for j in range(size) if matrix[i][j] or matrix[j][i]} for i in range(size)]
    return pairs


def share(ties, i, j):
    return ties[i].get(j, 0) / sum(ties[i].values())


def dyadic(ties, i):
    """The terms of the constraint of i: what each contact j adds, directly and through the others q."""
    return {
        j: (share(ties, i, j) + math.fsum(share(ties, i, q) * share(ties, q, j) for q in ties[i] if q != j)) ** 2
        for j in ties[i]
    }


def effective_size(ties, i):
    """Contacts less what they have in common: p of i to q times the tie of j to q beside the strongest of j."""
    if not ties[i]:
        return None
    redundancy = (
        share(ties, i, q) * ties[j].get(q, 0) / max(ties[j].values()) for j in ties[i] for q in ties[i] if q != j
    )
    return len(ties[i]) - math.fsum(redundancy)


def hierarchy(terms):
    """The Coleman-Theil index of the terms."""
    count = len(terms)
    if count < 2:
        return 1.0 if count else None
    mean = math.fsum(terms.values()) / count
    index = math.fsum(c / mean * math.log(c / mean) for c in terms.values()) / (count * math.log(count))
    return index if abs(index) > 1e-15 else 0.0


def confirm(read, constraint, sizes):
    """Asks NetworkX, and says which source the effective size has: NetworkX, where it gives Burt's values."""
    graph = read.graph
    tied = [v for v in graph if constraint[v] is not None]
    tool = nx.constraint(graph, weight=read.weight)
    must_agree([constraint[v] for v in tied], [tool[v] for v in tied], "constraint")
    if not read.is_directed:
        tool = read.igraph().constraint(weights=read.strengths())
        must_agree([constraint[v] for v in tied], [tool[v] for v in tied], "constraint by igraph")
        # Given no vertices, NetworkX 3.6.1 divides by the strongest tie of another actor.
        tool = nx.effective_size(graph, nodes=list(graph), weight=read.weight)
        must_agree([sizes[v] for v in tied], [tool[v] for v in tied], "effective-size")
        return NETWORKX, "effective_size(nodes=list(G))"
    return PYTHON, BURT
