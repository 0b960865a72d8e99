"""Structural holes among members that meet at venues: from the definitions, in fractions."""

from fractions import Fraction

from provenance import PYTHON, Column
from readings import reading


def columns(sample):
    if not sample.modes:
        return
    graph = reading(sample).graph
    members = [v for v in graph if sample.modes[v] == "actor"]
    constraints, sizes = [None] * len(graph), [None] * len(graph)
    shared = meetings(graph, members)
    for member in members:
        constraints[member] = constraint(graph, member)
        sizes[member] = effective_size(shared, member)
    yield Column(
        "two-mode-constraint", {}, constraints, PYTHON, "from the definition in Hollway, Morin, Pauwelyn 2020",
        note="ways of three steps over other members; undefined for venues and for members of none",
    )
    yield Column(
        "two-mode-effective-size", {}, sizes, PYTHON, "from the definition in Burt 1992, chapter 2",
        note="among members, weighted by the venues that they share; undefined for venues and for those who meet nobody",
    )


def constraint(graph, member):
    venues = list(graph[member])
    if not venues:
        return None
    total = Fraction(0)
    for venue in venues:
        share = Fraction(1, len(venues))
        for other in venues:
            for colleague in graph[other]:
                if other != venue and colleague != member and graph.has_edge(colleague, venue):
                    share += Fraction(1, len(venues) * graph.degree(other) * graph.degree(colleague))
        total += share**2
    return float(total)


def meetings(graph, members):
    """For each member those that it meets, and at how many venues."""
    return {
        i: {j: len(common) for j in members if j != i and (common := set(graph[i]) & set(graph[j]))} for i in members
    }


def effective_size(shared, member):
    met = shared[member]
    if not met:
        return None
    redundancy = sum(Fraction(met[q], sum(met.values())) for j in met for q in met if q != j and q in shared[j])
    return float(len(met) - redundancy)
