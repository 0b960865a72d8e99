"""Core and periphery (Borgatti, Everett 2000): the best fit there is, by looking at every division.

A search may settle for less, and divisions may tie, so that the fit is what can be compared.
"""

import math
from itertools import combinations

from provenance import PYTHON, Column
from readings import reading

#: All divisions are looked at, so that graphs are small.
LARGEST = 10


def columns(sample):
    graph = reading(sample).graph
    size, ties = len(graph), graph.number_of_edges()
    if size > LARGEST or size == 0:
        return
    source = "from the definition in Borgatti, Everett 2000"
    if size < 3 or ties in (0, size * (size - 1) // 2):
        note = "undefined below three actors, without ties, and where all are tied"
        yield Column("core-periphery", {}, [None] * size, PYTHON, source, note=note)
        return
    best = max(fit(graph, set(core)) for count in range(1, size) for core in combinations(range(size), count))
    note = "the best of all divisions; core and periphery are to be tied"
    yield Column("core-periphery", {}, [], PYTHON, source, note=note, facts={"best": best})


def fit(graph, core):
    """The correlation between ties and those wanted, those with an end in the core, over pairs; all counts are whole."""
    size = len(graph)
    pairs, ties = size * (size - 1) // 2, graph.number_of_edges()
    outside = size - len(core)
    wanted = pairs - outside * (outside - 1) // 2
    both = sum(u in core or v in core for u, v in graph.edges())
    spread = ties * (pairs - ties) * wanted * (pairs - wanted)
    return (pairs * both - ties * wanted) / math.sqrt(spread) if spread else -1.0
