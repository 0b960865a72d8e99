"""Brokerage of open pairs, and the positions that follow (Hamilton, Hileman, Bodin 2020): from the definition."""

from provenance import PYTHON, Column
from readings import readings

SOURCE = "from the definition in Hamilton, Hileman, Bodin 2020"


def columns(sample):
    for read in readings(sample, weights=(None,)):
        if len(read.graph) == 0:
            continue
        brokers = open_pairs(read)
        activity, exclusivity = [0] * len(read.graph), [0] * len(read.graph)
        for between in brokers.values():
            for v in between:
                activity[v] += 1
                exclusivity[v] += len(between) == 1
        pairs = "ordered pairs" if read.is_directed else "unordered pairs"
        yield Column("brokerage-activity", read.options, activity, PYTHON, SOURCE, note=pairs)
        yield Column("brokerage-exclusivity", read.options, exclusivity, PYTHON, SOURCE, note=f"{pairs} without another broker")
        names = [position(*place) for place in zip(above_mean(activity), above_mean(exclusivity))]
        note = f"{pairs}; much is more than the mean over all actors"
        yield Column("brokerage-position", read.options, names, PYTHON, SOURCE, note=note, is_named=True)


def open_pairs(read):
    """The pairs that have no tie and have brokers, and who these are."""
    graph = read.graph
    into = graph.predecessors if read.is_directed else graph.neighbors
    found = {}
    for v in graph:
        for u in into(v):
            for w in graph[v]:
                if u != w and not graph.has_edge(u, w) and (read.is_directed or u < w):
                    found.setdefault((u, w), []).append(v)
    return found


def above_mean(counts):
    return [count * len(counts) > sum(counts) for count in counts]


def position(is_active, is_exclusive):
    if is_active:
        return "powerhouse" if is_exclusive else "connector"
    return "linchpin" if is_exclusive else "sideliner"
