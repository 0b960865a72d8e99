"""Measures of walks: PageRank, eigenvector, Katz, hubs and authorities.

Solved for with 50 digits and rounded once; NetworkX confirms nine digits where it can be asked.
"""

import networkx as nx

import exact
from provenance import MPMATH, Ambiguous, Column, must_agree
from readings import readings

DAMPING = exact.mpf(85) / 100


def columns(sample):
    for read in readings(sample, weights=(None, "strength")):
        if len(read.graph) == 0:
            continue
        yield pagerank(read)
        yield from personal_pagerank(read)
        yield from attempted(eigenvector, read)
        yield katz(read)
    for read in readings(sample, weights=(None, "strength")):
        if len(read.graph) == 0 or (sample.is_directed and not read.is_directed):
            continue
        yield from attempted(hits, read)


def attempted(measure, read):
    """The columns of a measure, or the reason for which there are none."""
    try:
        yield from measure(read)
    except Ambiguous as reason:
        yield reason


def transition(read, start):
    """The equations of PageRank: score of v less what it is handed over ties, for walkers who jump by `start`.

    Score of vertices without ties out is spread evenly.
    """
    matrix = read.matrix()
    size = len(matrix)
    out = [sum(row) for row in matrix]
    rows = [[exact.mpf(int(u == v)) for u in range(size)] for v in range(size)]
    for v in range(size):
        for u in range(size):
            share = exact.mpf(matrix[u][v]) / out[u] if out[u] else exact.mpf(1) / size
            rows[v][u] -= DAMPING * share
    return rows, [(1 - DAMPING) * exact.mpf(share) for share in start]


def pagerank(read):
    size = len(read.graph)
    values = exact.doubles(exact.solve(*transition(read, [exact.mpf(1) / size] * size)))
    tool = nx.pagerank(read.graph, tol=1e-15, max_iter=100_000, weight=read.weight)
    must_agree(values, [tool[v] for v in range(size)], "pagerank")
    return Column("pagerank", read.options, values, MPMATH, "lu_solve of the equations", note="confirmed by networkx pagerank")


def personal_pagerank(read):
    """Jumps lead to one actor only; where all have ties out, so that dangling score is no question."""
    size = len(read.graph)
    if min(sum(row) for row in read.matrix()) == 0:
        yield Ambiguous("personalized PageRank: tools differ in where the score of actors without ties out goes")
        return
    start = size // 2
    values = exact.doubles(exact.solve(*transition(read, [int(v == start) for v in range(size)])))
    tool = nx.pagerank(read.graph, tol=1e-15, max_iter=100_000, weight=read.weight, personalization={start: 1})
    must_agree(values, [tool[v] for v in range(size)], "personalized pagerank")
    note = "confirmed by networkx pagerank(personalization=...)"
    yield Column("pagerank", read.options | {"from": [start]}, values, MPMATH, "lu_solve of the equations", note=note)


def components_by_radius(read):
    """Strong components that have cycles, with their largest eigenvalues, the largest first."""
    matrix = read.matrix()
    parts = nx.strongly_connected_components(read.graph) if read.is_directed else nx.connected_components(read.graph)
    found = []
    for part in (sorted(part) for part in parts):
        if len(part) > 1:
            found.append((exact.radius([[matrix[u][v] for v in part] for u in part]), part))
    return sorted(found, key=lambda entry: -entry[0])


def leading_vector(read):
    """The eigenvalue and the scores that come along arcs."""
    parts = components_by_radius(read)
    if not parts:
        raise Ambiguous("eigenvector: no positive eigenvalue, so every vector belongs to it or none")
    ties = [part for radius, part in parts if radius > parts[0][0] * (1 - 1e-9)]
    matrix = read.matrix()
    size = len(matrix)
    if read.is_directed:
        if len(ties) > 1:
            raise Ambiguous("eigenvector: strong components tie, and the contract settles ties of undirected ones")
        value, scores = exact.leading_pair([[matrix[u][v] for u in range(size)] for v in range(size)])
        return value, scores
    part = min(ties)
    value, scores = exact.leading_pair([[matrix[u][v] for u in part] for v in part])
    spread = [exact.mpf(0)] * size
    for v, score in zip(part, scores):
        spread[v] = score
    return value, spread


def eigenvector(read):
    _, scores = leading_vector(read)
    values = exact.doubles(scores)
    note = "of components that tie, that of the smallest actor"
    if not read.is_directed and nx.is_connected(read.graph) and len(values) > 2:
        tool = nx.eigenvector_centrality_numpy(read.graph, weight=read.weight)
        must_agree(values, [tool[v] for v in range(len(values))], "eigenvector")
        note = "confirmed by networkx eigenvector_centrality_numpy"
    yield Column("eigenvector", read.options, values, MPMATH, "inverse iteration by LU_decomp", note=note)


def largest_eigenvalue(read):
    """With 50 digits: of one strong component, in which it is simple. None without cycles."""
    parts = components_by_radius(read)
    if not parts:
        return None
    matrix, part = read.matrix(), parts[0][1]
    return exact.leading_pair([[matrix[u][v] for u in part] for v in part])[0]


def katz(read):
    matrix = read.matrix()
    size = len(matrix)
    largest = largest_eigenvalue(read)
    note = "alpha = 0.85 / largest eigenvalue"
    if largest is None:
        largest = max(max(sum(row[v] for row in matrix) for v in range(size)), 0) or 1
        note = "without cycles the largest in-strength takes the place of the eigenvalue, as the passport says"
    alpha = DAMPING / largest
    rows = [[int(u == v) - alpha * exact.mpf(matrix[u][v]) for u in range(size)] for v in range(size)]
    scores = exact.solve(rows, [1] * size)
    length = exact.mp.sqrt(sum(score * score for score in scores))
    values = exact.doubles(score / length for score in scores)
    if size > 1:  # NetworkX fails on one vertex.
        tool = nx.katz_centrality_numpy(read.graph, alpha=float(alpha), weight=read.weight)
        must_agree(values, [tool[v] for v in range(size)], "katz")
    call = "lu_solve of x = 1 + alpha A^T x"
    return Column("katz", read.options, values, MPMATH, call, note=note + "; confirmed by networkx katz_centrality_numpy")


def hits(read):
    """Leading singular vectors; direction is always read, so that the option of it makes no difference."""
    matrix = read.matrix()
    size = len(matrix)
    options = {name: value for name, value in read.options.items() if name != "directed"}
    if all(matrix[u][v] == matrix[v][u] for u in range(size) for v in range(size)):
        _, scores = leading_vector(undirected(read))
        values = exact.doubles(score / sum(scores) for score in scores)
        note = "all ties run both ways: both are the eigenvector, of components that tie that of the smallest actor"
        yield Column("hubs", options, values, MPMATH, "inverse iteration by LU_decomp", "1 / sum", note)
        yield Column("authorities", options, values, MPMATH, "inverse iteration by LU_decomp", "1 / sum", note)
        return
    singular = sorted(exact.np.linalg.svd(exact.np.array(matrix, dtype=float), compute_uv=False))
    if len(singular) > 1 and singular[-2] > singular[-1] * (1 - 1e-9):
        raise Ambiguous("hubs, authorities: the largest singular value is shared")
    products = [[sum(matrix[w][u] * matrix[w][v] for w in range(size)) for v in range(size)] for u in range(size)]
    _, authorities = exact.leading_pair(products)
    hubs = [sum(matrix[u][v] * authorities[v] for v in range(size)) for u in range(size)]
    note = "confirmed by networkx hits" if confirmed(read, hubs, authorities) else "from the definition in Kleinberg 1999"
    for id, scores in (("hubs", hubs), ("authorities", authorities)):
        values = exact.doubles(score / sum(scores) for score in scores)
        yield Column(id, options, values, MPMATH, "inverse iteration on A^T A", "1 / sum", note)


def undirected(read):
    """The same ties without direction, each of the weight that it has both ways."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(read.graph)))
    graph.add_edges_from(read.graph.edges(data=True))
    return type(read)(read.options, graph, read.weight, read.length)


def confirmed(read, hubs, authorities):
    """Whether NetworkX was asked: it reads the attribute `weight`, and needs three vertices."""
    graph = read.graph.copy()
    if len(graph) < 3:
        return False
    if not read.weight:
        for _, _, data in graph.edges(data=True):
            del data["weight"]
    tool_hubs, tool_authorities = nx.hits(graph, tol=1e-14, max_iter=100_000)
    for ours, tool in ((hubs, tool_hubs), (authorities, tool_authorities)):
        total = sum(ours)
        must_agree(exact.doubles(x / total for x in ours), [tool[v] for v in range(len(graph))], "hits", 1e-7, 1e-7)
    return True
