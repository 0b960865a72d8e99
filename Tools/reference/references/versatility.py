"""Betweenness versatility (Sole-Ribalta et al. 2014): every shortest path over layers is walked, shares are fractions."""

from fractions import Fraction
from itertools import combinations

from provenance import PYTHON, Column

from .layers import layers


def columns(sample):
    if not sample.missions and not sample.methods:
        return
    found = [*layers(sample, sample.missions).values(), *layers(sample, sample.methods).values()]
    if not found:
        return
    totals = [Fraction(0)] * sample.size
    for source, target in combinations(range(sample.size), 2):
        paths = list(shortest_paths(found, source, target))
        for v in range(sample.size):
            if v not in (source, target) and paths:
                totals[v] += Fraction(sum(v in path for path in paths), len(paths))
    yield Column(
        "versatility-betweenness", {}, [float(total) for total in totals], PYTHON,
        "from the definition in Sole-Ribalta, De Domenico, Gomez, Arenas 2014",
        note="unordered pairs; a change of layer is as long as a tie; paths start and end on any layer",
    )


def shortest_paths(found, source, target):
    """The vertices of each shortest path of replicas, from any of the source to any of the target."""
    steps = {}
    for place, layer in enumerate(found):
        for v in layer:
            others = ((other, v) for other in range(len(found)) if other != place)
            steps[place, v] = [*((place, u) for u in layer[v]), *others]
    ends = [(place, source) for place in range(len(found))]
    distance = dict.fromkeys(ends, 0)
    for replica in ends:
        for next in steps[replica]:
            if next not in distance:
                distance[next] = distance[replica] + 1
                ends.append(next)
    goals = [(place, target) for place in range(len(found)) if (place, target) in distance]
    length = min((distance[goal] for goal in goals), default=None)

    def walk(replica):
        """Back to the source."""
        if distance[replica] == 0:
            yield {replica[1]}
        for before in steps[replica]:
            if distance.get(before) == distance[replica] - 1:
                for path in walk(before):
                    yield path | {replica[1]}

    for goal in goals:
        if distance[goal] == length:
            yield from walk(goal)
