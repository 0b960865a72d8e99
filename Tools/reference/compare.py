"""Compares `ecograph measure` with NetworkX and igraph, actor by actor, on every edge list in some folders.

Each measure is compared with the call that its passport names (`ecograph measures ID`). A value counts as equal
where the relative difference is at most 1e-9; below 1e-12 in absolute terms nothing is compared, because there the
reference tools themselves have no correct digits. Usage: compare.py ECOGRAPH FOLDER...
"""

import csv
import math
import pathlib
import subprocess
import sys

import igraph
import networkx as nx
import numpy as np

RELATIVE = 1e-9
ABSOLUTE = 1e-12


def read_edges(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    header = [name.strip().lower() for name in rows[0]]
    source, target = header.index("from"), header.index("to")
    weight = header.index("weight") if "weight" in header else None
    way = header.index("directed") if "directed" in header else None
    return [
        (
            row[source].strip(),
            row[target].strip(),
            float(row[weight] or 1) if weight is not None else 1.0,
            way is not None and row[way] == "false",
        )
        for row in rows[1:]
        if row
    ]


def simple(edges, directed, rule="sum"):
    """The simple graph: parallel edges merged, self-loops left out, two-way edges as two arcs where directed."""
    graph = nx.DiGraph() if directed else nx.Graph()
    for u, v, _, _ in edges:
        graph.add_node(u)
        graph.add_node(v)
    for u, v, w, runs_both_ways in edges:
        if u == v:
            continue
        for a, b in [(u, v), (v, u)] if directed and runs_both_ways else [(u, v)]:
            if graph.has_edge(a, b):
                known = graph[a][b]["weight"]
                graph[a][b]["weight"] = known + w if rule == "sum" else min(known, w)
            else:
                graph.add_edge(a, b, weight=w)
    return graph


def to_igraph(graph):
    names = list(graph)
    index = {name: i for i, name in enumerate(names)}
    return names, igraph.Graph(
        n=len(names), edges=[(index[u], index[v]) for u, v in graph.edges()], directed=graph.is_directed()
    )


def eigenvector(graph, weight=None):
    """Dense eigendecomposition of the component with the largest eigenvalue; None where two components tie."""
    best = None
    for component in nx.connected_components(graph):
        nodes = [v for v in graph if v in component]
        matrix = nx.to_numpy_array(graph, nodelist=nodes, weight=weight)
        values, vectors = np.linalg.eigh(matrix)
        if best is None or values[-1] > best[0] * (1 + 1e-12):
            best = (values[-1], nodes, np.abs(vectors[:, -1]))
    scores = dict.fromkeys(graph, 0.0)
    if best and best[0] > 0:
        scores.update(zip(best[1], best[2]))
    return scores



def pagerank(graph, weight=None):
    return nx.pagerank(graph, tol=1e-15, max_iter=100_000, weight=weight)


def katz(graph, weight=None):
    """With alpha from a dense eigendecomposition; None where directed without cycles, or without edges."""
    matrix = nx.to_numpy_array(graph, weight=weight)
    largest = max(abs(np.linalg.eigvals(matrix) if graph.is_directed() else np.linalg.eigvalsh(matrix)), default=0)
    # A nilpotent matrix has eigenvalue 0 alone, but rounding makes it a power of the precision.
    has_cycle = any(len(c) > 1 for c in nx.strongly_connected_components(graph)) if graph.is_directed() else largest > 0
    return nx.katz_centrality_numpy(graph, alpha=0.85 / largest, weight=weight) if has_cycle else None


def hits(graph, weight=None):
    """Leading singular vectors by dense decomposition, scaled to sums of 1; None where the largest value is shared."""
    matrix = nx.to_numpy_array(graph, weight=weight)
    left, values, right = np.linalg.svd(matrix)
    if len(values) == 0 or values[0] == 0 or (len(values) > 1 and values[1] > values[0] * (1 - 1e-9)):
        return None
    hubs, authorities = np.abs(left[:, 0]), np.abs(right[0])
    return dict(zip(graph, hubs / hubs.sum())), dict(zip(graph, authorities / authorities.sum()))


def known(references):
    return {measure: values for measure, values in references.items() if values is not None}


def harmonic(graph, distance=None):
    return nx.harmonic_centrality(graph, distance=distance)


def distances_to(graph, weight=None):
    """For each actor the distances from all others that have a path to it."""
    against = graph.reverse() if graph.is_directed() else graph
    return {
        v: [
            d
            for u, d in (
                nx.single_source_dijkstra_path_length(against, v, weight=weight)
                if weight
                else nx.single_source_shortest_path_length(against, v)
            ).items()
            if u != v
        ]
        for v in graph
    }


def eccentricity(graph, weight=None):
    """NetworkX on each component; where directed or weighted, the definition."""
    if graph.is_directed() or weight:
        return {v: max(found, default=None) for v, found in distances_to(graph, weight).items()}
    scores = {}
    for component in nx.connected_components(graph):
        scores.update(nx.eccentricity(graph.subgraph(component)) if len(component) > 1 else dict.fromkeys(component))
    return scores


def reach(graph, steps):
    return {v: sum(d <= steps for d in found) for v, found in distances_to(graph).items()}


def blank_isolates(graph, values):
    return {v: (values[v] if graph.degree(v) > 0 else None) for v in graph}


def holes(graph, weight=None):
    """Constraint and effective size: NetworkX, or the definition in matrices where NetworkX would take hours."""
    if graph.number_of_edges() <= 2_000:
        # Without `nodes`, NetworkX 3.6.1 takes its matrix form, which divides by the wrong maximum on weighted graphs:
        # it misses the published 5.47 of Borgatti's G.
        return nx.constraint(graph, weight=weight), nx.effective_size(graph, nodes=list(graph), weight=weight)
    matrix = nx.to_numpy_array(graph, weight=weight)
    mutual = matrix + matrix.T
    with np.errstate(invalid="ignore", divide="ignore"):
        share = mutual / mutual.sum(axis=1, keepdims=True)
        strongest = mutual / mutual.max(axis=1, keepdims=True)
    share, strongest = np.nan_to_num(share), np.nan_to_num(strongest)
    tied = mutual > 0
    constraint = (np.where(tied, share + share @ share, 0) ** 2).sum(axis=1)
    if weight is None and not graph.is_directed():
        degree = tied.sum(axis=1)
        triangles = np.einsum("ij,ij->i", tied.astype(float) @ tied.astype(float), tied.astype(float)) / 2
        with np.errstate(invalid="ignore", divide="ignore"):
            size = degree - 2 * triangles / degree
    else:
        size = np.where(tied, 1 - share @ strongest.T, 0).sum(axis=1)
    return dict(zip(graph, constraint)), dict(zip(graph, size))


def undirected_references(edges):
    graph = simple(edges, directed=False)
    names, ig = to_igraph(graph)
    lowest = {v for v in graph if graph.degree(v) < 2}
    clustering = nx.clustering(graph)
    constraint, size = holes(graph)
    articulation = set(nx.articulation_points(graph))
    references = {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "closeness": nx.closeness_centrality(graph, wf_improved=True),
        "harmonic": harmonic(graph),
        "eccentricity": eccentricity(graph),
        "reach-2": reach(graph, 2),
        "reach-3": reach(graph, 3),
        "pagerank": pagerank(graph),
        "eigenvector": eigenvector(graph),
        "katz": katz(graph),
        "coreness": nx.core_number(graph),
        "clustering": {v: None if v in lowest else clustering[v] for v in graph},
        "triangles": nx.triangles(graph),
        "articulation": {v: int(v in articulation) for v in graph},
        "constraint": blank_isolates(graph, constraint),
        "effective-size": blank_isolates(graph, size),
        "efficiency": {v: size[v] / graph.degree(v) if graph.degree(v) else None for v in graph},
    }
    references = known(references)
    second = {
        "betweenness": dict(zip(names, ig.betweenness(directed=False))),
        "coreness": dict(zip(names, ig.coreness())),
        "constraint": blank_isolates(graph, dict(zip(names, ig.constraint()))),
        "harmonic": dict(zip(names, [x * (len(names) - 1) for x in ig.harmonic_centrality()])),
        "eccentricity": {v: e if graph.degree(v) else None for v, e in zip(names, ig.eccentricity())},
        "reach-2": dict(zip(names, [size - 1 for size in ig.neighborhood_size(order=2)])),
        "reach-3": dict(zip(names, [size - 1 for size in ig.neighborhood_size(order=3)])),
    }
    return references, second


def directed_references(edges):
    graph = simple(edges, directed=True)
    names, ig = to_igraph(graph)
    references = {
        "in-degree": dict(graph.in_degree()),
        "out-degree": dict(graph.out_degree()),
        "in-strength": dict(graph.in_degree(weight="weight")),
        "out-strength": dict(graph.out_degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "closeness": nx.closeness_centrality(graph, wf_improved=True),
        "harmonic": harmonic(graph),
        "eccentricity": eccentricity(graph),
        "reach-2": reach(graph, 2),
        "reach-3": reach(graph, 3),
        "pagerank": pagerank(graph),
        "katz": katz(graph),
        "constraint": blank_isolates(graph, holes(graph)[0]),
    }
    references["hubs"], references["authorities"] = hits(graph) or (None, None)
    second = {"betweenness": dict(zip(names, ig.betweenness(directed=True)))}
    return known(references), second


def weighted_references(edges):
    """Weights as strengths for shares and scores, as lengths for paths."""
    strong = simple(edges, directed=False)
    long = simple(edges, directed=False, rule="min")
    constraint, size = holes(strong, weight="weight")
    return (
        {
            "pagerank": pagerank(strong, weight="weight"),
            "eigenvector": eigenvector(strong, weight="weight"),
            "katz": katz(strong, weight="weight"),
            "constraint": blank_isolates(strong, constraint),
            "effective-size": blank_isolates(strong, size),
        },
        {
            "betweenness": nx.betweenness_centrality(long, normalized=False, weight="weight"),
            "closeness": nx.closeness_centrality(long, distance="weight", wf_improved=True),
            "harmonic": harmonic(long, distance="weight"),
            "eccentricity": eccentricity(long, weight="weight"),
        },
    )


def ours(tool, path, measures, *options):
    command = [tool, "measure", str(path), "--measures", ",".join(measures), "--format", "csv", "--quiet", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.strip()}")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    return {
        measure: {row["id"]: (float(row[measure]) if row[measure] != "" else None) for row in rows}
        for measure in measures
    }


def worst(ours, theirs):
    """The largest relative difference, and the actor that has it; infinite where one side is undefined."""
    largest, where = 0.0, None
    if set(ours) != set(theirs):
        return math.inf, "the actors themselves"
    for actor, expected in theirs.items():
        value = ours[actor]
        if value is None and (expected is None or math.isnan(expected)):
            continue
        if value is None or expected is None or math.isnan(expected):
            return math.inf, actor
        scale = max(abs(value), abs(expected))
        gap = abs(value - expected)
        if gap > ABSOLUTE and gap / scale > largest:
            largest, where = gap / scale, actor
    return largest, where


def compare(tool, path):
    edges = read_edges(path)
    cases = [("", "NetworkX", undirected_references(edges)[0]), ("", "igraph", undirected_references(edges)[1])]
    directed = directed_references(edges)
    cases += [("--directed", "NetworkX", directed[0]), ("--directed", "igraph", directed[1])]
    if any(w != 1 for _, _, w, _ in edges) and all(w > 0 for _, _, w, _ in edges):
        strong, long = weighted_references(edges)
        cases += [("--weights strength", "NetworkX", strong), ("--weights length", "NetworkX", long)]
    compared, failures = 0, []
    for options, reference, expected in cases:
        got = ours(tool, path, list(expected), *options.split())
        for measure, values in expected.items():
            gap, where = worst(got[measure], values)
            compared += 1
            if gap > RELATIVE:
                failures.append(f"{measure} {options} against {reference}: {gap:.3g} at {where}")
    return compared, failures


def main():
    tool, folders = sys.argv[1], sys.argv[2:]
    paths = []
    for folder in map(pathlib.Path, folders):
        paths += sorted(folder.glob("*.edges.csv")) or sorted(folder.glob("*/ties.csv"))
    total, bad = 0, 0
    for path in paths:
        name = path.stem if path.name != "ties.csv" else path.parent.name
        try:
            compared, failures = compare(tool, path)
        except RuntimeError as error:
            compared, failures = 0, [str(error)]
        total += compared
        bad += len(failures)
        print(f"{'ok  ' if not failures else 'FAIL'} {name}: {compared} columns", *failures, sep="\n       ", flush=True)
    print(f"{total} columns compared on {len(paths)} graphs, {bad} differ")
    print(f"NetworkX {nx.__version__}, igraph {igraph.__version__}, relative difference at most {RELATIVE}")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
