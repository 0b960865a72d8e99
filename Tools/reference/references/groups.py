"""Ties within and between groups: countries, and in two-mode networks the kinds of actors."""

import math

import bct
import numpy as np

from provenance import BCTPY, PYTHON, Column, must_agree
from readings import readings

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


def columns(sample):
    for by, groups in (("country", sample.groups), ("kind", sample.modes)):
        if any(groups):
            yield from by_groups(sample, {"by": by}, groups)


def by_groups(sample, by, groups):
    ways = list(readings(sample, weights=(None,)))
    yield from mixing(ways[0].graph, by, groups)
    if None in groups:
        return
    yield within_module_z(ways[0].graph, by, groups)
    for read in ways:
        yield from roles(read, by, groups)


def mixing(graph, by, groups):
    """E-I index and participation; contacts whose group is blank are not counted."""
    known = [[groups[u] for u in graph[v] if groups[u] is not None] for v in graph]
    ei = [
        sum(1 if other != own else -1 for other in others) / len(others) if others and own is not None else None
        for own, others in zip(groups, known)
    ]
    yield Column("ei", by, ei, PYTHON, "from the definition in Krackhardt, Stern 1988", note="blank groups not counted")
    # By whole numbers, so that the order in which a set is walked makes no difference.
    participation = [
        1 - sum(others.count(name) ** 2 for name in sorted(set(others))) / len(others) ** 2 if others else None
        for others in known
    ]
    if None not in groups and graph.number_of_edges():
        tied = [v for v in graph if participation[v] is not None]
        with np.errstate(all="ignore"):  # 0 / 0 at isolates
            tool = bct.participation_coef(dense(graph), numbered(groups))
        must_agree([participation[v] for v in tied], [float(tool[v]) for v in tied], "participation")
    yield Column(
        "participation", by, participation, BCTPY, "participation_coef(W, ci)",
        note="undefined without contacts; blank groups, which the tool does not know, are not counted",
    )


def dense(graph):
    matrix = np.zeros((len(graph), len(graph)))
    for u, v in graph.edges():
        matrix[u, v] = matrix[v, u] = 1
    return matrix


def numbered(groups):
    names = sorted(set(groups))
    return np.array([names.index(name) + 1 for name in groups])


def within_module_z(graph, by, groups):
    """Guimera, Amaral 2005: how many contacts in the own group, beside the others of it, in standard deviations."""
    inside = [sum(groups[u] == groups[v] for u in graph[v]) for v in graph]
    values = []
    for v in graph:
        peers = [inside[u] for u in graph if groups[u] == groups[v]]
        mean = sum(peers) / len(peers)
        spread = math.sqrt(math.fsum((x - mean) ** 2 for x in peers) / len(peers))
        values.append((inside[v] - mean) / spread if max(peers) > min(peers) else 0.0)
    with np.errstate(all="ignore"):  # 0 / 0 where the standard deviation is 0
        tool = bct.module_degree_zscore(dense(graph), numbered(groups))
    must_agree(values, [float(x) for x in tool], "within-module-z")
    note = "standard deviation of the population; 0 where it is 0"
    return Column("within-module-z", by, values, BCTPY, "module_degree_zscore(W, ci)", note=note)


def roles(read, by, groups):
    """Gould, Fernandez 1989: ordered pairs i, k of others with i -> v -> k and no arc i -> k."""
    arcs = {(u, v) for u, v in read.graph.edges()}
    if not read.is_directed:
        arcs |= {(v, u) for u, v in arcs}
    counts = {role: [0] * len(groups) for role in ROLES}
    for i, v in arcs:
        for k in range(len(groups)):
            if k != i and (v, k) in arcs and (i, k) not in arcs:
                counts[role_of(groups[i], groups[v], groups[k])][v] += 1
    options = read.options | by
    source = "from the definition in Gould, Fernandez 1989"
    for role in ROLES:
        yield Column(f"gf-{role}", options, counts[role], PYTHON, source, note="ordered pairs; undirected ties run both ways")
    total = [sum(counts[role][v] for role in ROLES) for v in range(len(groups))]
    yield Column("gf-total", options, total, PYTHON, source, note="ordered pairs; undirected ties run both ways")


def role_of(first, broker, last):
    if first == broker:
        return "coordinator" if last == broker else "representative"
    if last == broker:
        return "gatekeeper"
    return "itinerant" if first == last else "liaison"
