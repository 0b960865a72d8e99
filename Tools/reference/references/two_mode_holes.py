"""Structural holes among members that meet at venues: from the definitions, in fractions."""

from fractions import Fraction

import exact
from provenance import PYTHON, Column
from readings import reading


def columns(sample):
    if not sample.modes:
        return
    graph = reading(sample).graph
    members = [v for v in graph if sample.modes[v] == "actor"]
    constraints, sizes = [None] * len(graph), [None] * len(graph)
    shared = meetings(graph, members)
    efficiencies, hierarchies = [None] * len(graph), [None] * len(graph)
    for member in members:
        terms = constraint_terms(graph, member)
        constraints[member] = float(sum(terms)) if terms else None
        hierarchies[member] = hierarchy(terms)
        sizes[member] = effective_size(shared, member)
        if shared[member]:
            efficiencies[member] = sizes[member] / len(shared[member])
    yield Column(
        "two-mode-constraint", {}, constraints, PYTHON, "from the definition in Hollway, Morin, Pauwelyn 2020",
        note="ways of three steps over other members; undefined for venues and for members of none",
    )
    yield Column(
        "two-mode-effective-size", {}, sizes, PYTHON, "from the definition in Burt 1992, chapter 2",
        note="among members, weighted by the venues that they share; undefined for venues and for those who meet nobody",
    )
    yield Column(
        "two-mode-efficiency", {}, efficiencies, PYTHON, "effective size by the number of members met",
        note="undefined for venues and for those who meet nobody",
    )
    yield Column(
        "two-mode-hierarchy", {}, hierarchies, PYTHON, "from the definition in Burt 1992, chapter 2",
        note="of the terms of two-mode-constraint; 1 for members of a single venue, undefined for venues and members of none",
    )


def hierarchy(terms):
    """How unequal the terms are: 0 where all are alike, 1 with a single one."""
    if len(terms) < 2:
        return 1.0 if terms else None
    shares = [term * len(terms) / sum(terms) for term in terms]
    total = sum(exact.mpf(share.numerator) / share.denominator * exact.mp.log(exact.mpf(share.numerator) / share.denominator) for share in shares)
    value = total / (len(terms) * exact.mp.log(len(terms)))
    # Where all are alike 50 digits leave a trace of rounding.
    return float(value) if value > exact.mpf(10) ** -30 else 0.0


def constraint_terms(graph, member):
    venues = list(graph[member])
    terms = []
    for venue in venues:
        share = Fraction(1, len(venues))
        for other in venues:
            for colleague in graph[other]:
                if other != venue and colleague != member and graph.has_edge(colleague, venue):
                    share += Fraction(1, len(venues) * graph.degree(other) * graph.degree(colleague))
        terms.append(share**2)
    return terms


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
