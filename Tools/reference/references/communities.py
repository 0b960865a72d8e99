"""What modularity a division reaches: igraph's Leiden of many seeds, and the optimum of small graphs."""

import random

import igraph

from provenance import IGRAPH, Column
from readings import readings


def columns(sample):
    for read in readings(sample, weights=(None, "strength")):
        if read.is_directed or read.graph.number_of_edges() == 0:
            continue
        graph, weights = read.igraph(), read.strengths()
        found = reached(graph, weights)
        facts = {"typical": found[len(found) // 2], "reached": found[-1]}
        call = "community_leiden(objective_function='modularity', n_iterations=-1) with ten seeds"
        if graph.vcount() <= 9:
            best = graph.community_optimal_modularity(weights=weights).membership
            facts["best"] = max(graph.modularity(best, weights=weights), facts["reached"])
        note = "modularity of the median and of the best seed; the optimum by community_optimal_modularity"
        yield Column("community", read.options, [], IGRAPH, call, note=note, facts=facts)


def reached(graph, weights):
    """Modularities that ten seeds lead to, ascending."""
    values = []
    for seed in range(10):
        igraph.set_random_number_generator(random.Random(seed))
        found = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1)
        values.append(graph.modularity(found.membership, weights=weights))
    igraph.set_random_number_generator(random)
    return sorted(values)
