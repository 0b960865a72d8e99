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
        facts = {"reached": reached(graph, weights)}
        call = "community_leiden(objective_function='modularity', n_iterations=-1), the best of 10 seeds"
        if graph.vcount() <= 9:
            best = graph.community_optimal_modularity(weights=weights).membership
            facts["best"] = max(graph.modularity(best, weights=weights), facts["reached"])
        note = "modularity reached, and the largest there is where it was found by community_optimal_modularity"
        yield Column("community", read.options, [], IGRAPH, call, note=note, facts=facts)


def reached(graph, weights):
    best = -1.0
    for seed in range(10):
        igraph.set_random_number_generator(random.Random(seed))
        found = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1)
        best = max(best, graph.modularity(found.membership, weights=weights))
    igraph.set_random_number_generator(random)
    return best
