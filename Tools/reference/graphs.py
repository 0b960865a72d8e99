"""The fixture graphs, class by class. Each class becomes one file."""

from itertools import combinations

import networkx as nx

from draws import Draws
from sample import Sample

COUNTRIES = ["BR", "DE", "FR", "GB", "KE"]
MISSIONS = ["clean-air", "clean-water", "warm-homes", "zero-waste"]
METHODS = ["data", "finance", "procurement"]
#: Powers of two: 1/s is exact, sums of lengths are too, and ties between paths are plenty.
DYADIC = [0.25, 0.5, 1, 1, 2, 2, 4]


def build(name, size, pairs, *, seed=None, recipe=None, weights=None, directed=False, blank=0.0):
    """A sample of pairs of vertices; countries, and weights where a list of them is given, are drawn.

    `directed` is False, True, or the share of ties that run one way.
    """
    draws = Draws(f"{name} {seed}")
    edges = []
    for u, v in pairs:
        weight = draws.choice(weights) if weights else 1
        one_way = directed if isinstance(directed, bool) else draws.chance(directed)
        edges.append((u, v, weight, one_way))
    groups = [None if draws.chance(blank) else draws.choice(COUNTRIES[: 2 + size // 6]) for _ in range(size)]
    return Sample(name, recipe or name, size, edges, groups=groups, seed=seed)


def random_pairs(draws, size, count, loops=False, repeats=False):
    """Ordered pairs; without repeats no two of them join the same vertices."""
    pairs, seen = [], set()
    limit = size * (size - 1) // 2
    while len(pairs) < (count if repeats else min(count, limit)):
        u, v = draws.below(size), draws.below(size)
        if (u == v and not loops) or (not repeats and frozenset((u, v)) in seen):
            continue
        seen.add(frozenset((u, v)))
        pairs.append((u, v))
    return pairs


def random_tree(draws, size, reach=None):
    """Each vertex is tied to an earlier one, of the last `reach`; names are shuffled."""
    names = draws.shuffled(range(size))
    return [(names[v], names[v - 1 - draws.below(min(v, reach or v))]) for v in range(1, size)]


def joined(*parts):
    """Disjoint union of (size, pairs)."""
    pairs, size = [], 0
    for count, part in parts:
        pairs += [(u + size, v + size) for u, v in part]
        size += count
    return size, pairs


def complete(size):
    return size, list(combinations(range(size), 2))


def cycle(size):
    return size, [(v, (v + 1) % size) for v in range(size)]


def path(size):
    return size, [(v, v + 1) for v in range(size - 1)]


def star(size):
    return size, [(0, v) for v in range(1, size)]


def tiny():
    yield build("empty", 0, [])
    yield build("one-vertex", 1, [])
    yield build("self-tie", 1, [(0, 0)])
    yield build("two-isolates", 2, [])
    yield build("five-isolates", 5, [])
    yield build("one-tie", 2, [(0, 1)])
    yield build("one-arc", 2, [(0, 1)], directed=True)
    yield build("mutual-arcs", 2, [(0, 1), (1, 0)], directed=True)
    yield build("tie-and-isolate", 3, [(0, 2)])
    yield build("two-ties-apart", 4, [(1, 3), (0, 2)])
    yield build("triangle", 3, [(0, 1), (1, 2), (2, 0)])
    yield build("path-of-three", 3, [(0, 1), (1, 2)])


def trees():
    for size in (4, 7, 12, 20):
        yield build(f"star-{size}", *star(size))
    for size in (7, 15, 31):
        yield build(f"binary-{size}", size, [((v - 1) // 2, v) for v in range(1, size)])
    for spine in (3, 5, 8):
        pairs = [(v, v + 1) for v in range(spine - 1)] + [(v % spine, spine + v) for v in range(2 * spine)]
        yield build(f"caterpillar-{spine}", 3 * spine, pairs)
    for seed, size in enumerate((5, 6, 8, 9, 11, 13, 16, 18, 22, 25, 27, 30)):
        pairs = random_tree(Draws(f"tree {seed}"), size, reach=None if seed % 2 else 4)
        yield build(f"tree-{size}", size, pairs, seed=seed, recipe="random tree", blank=0.2 if seed % 3 == 0 else 0)


def paths_cycles():
    for size in (4, 5, 8, 13, 22):
        yield build(f"path-{size}", *path(size))
    for size in (4, 5, 6, 9, 12, 17, 24):
        yield build(f"cycle-{size}", *cycle(size))
    for size, chord in ((8, 3), (11, 4), (16, 5)):
        yield build(f"cycle-{size}-chords-{chord}", size, cycle(size)[1] + [(v, v + chord) for v in range(0, size - chord, 3)])
    for ring, tail in ((5, 4), (8, 7)):
        yield build(f"tadpole-{ring}-{tail}", ring + tail, cycle(ring)[1] + [(ring - 1 + v, ring + v) for v in range(tail)])
    yield build("wheel-9", 9, [(0, v) for v in range(1, 9)] + [(v, v % 8 + 1) for v in range(1, 9)])


def grids():
    for rows, columns in ((2, 2), (2, 5), (3, 3), (3, 4), (4, 4), (3, 7), (5, 5), (5, 6), (2, 12)):
        across = [(r * columns + c, r * columns + c + 1) for r in range(rows) for c in range(columns - 1)]
        down = [(r * columns + c, (r + 1) * columns + c) for r in range(rows - 1) for c in range(columns)]
        yield build(f"grid-{rows}x{columns}", rows * columns, across + down)
    for side in (3, 4, 5):
        right = [(r * side + c, r * side + (c + 1) % side) for r in range(side) for c in range(side)]
        below = [(r * side + c, (r + 1) % side * side + c) for r in range(side) for c in range(side)]
        yield build(f"torus-{side}", side * side, right + below)
    for size in (8, 16):
        pairs = [(u, v) for u, v in combinations(range(size), 2) if (u ^ v).bit_count() == 1]
        yield build(f"hypercube-{size}", size, pairs)


def cliques():
    for size in (4, 5, 6, 8, 12):
        yield build(f"clique-{size}", *complete(size))
    for left, right in ((2, 3), (3, 3), (2, 7), (4, 6)):
        yield build(f"bipartite-{left}-{right}", left + right, [(u, left + v) for u in range(left) for v in range(right)])
    for size, bridge in ((4, 0), (4, 1), (5, 3)):
        pairs = complete(size)[1] + [(size + bridge + u, size + bridge + v) for u, v in complete(size)[1]]
        pairs += [(v, v + 1) for v in range(size - 1, size + bridge)]
        yield build(f"barbell-{size}-{bridge}", 2 * size + bridge, pairs)
    for size, shared in ((5, 1), (5, 3), (6, 2)):
        first, second = range(size), range(size - shared, 2 * size - shared)
        pairs = sorted({*combinations(first, 2), *combinations(second, 2)})
        yield build(f"cliques-{size}-sharing-{shared}", 2 * size - shared, pairs)
    yield build("lollipop-5-4", 9, complete(5)[1] + [(v, v + 1) for v in range(4, 8)])
    yield build("octahedron", 6, [(u, v) for u, v in combinations(range(6), 2) if v - u != 3])


def random_sparse():
    for seed in range(24):
        draws = Draws(f"sparse {seed}")
        size = 6 + seed
        pairs = random_pairs(draws, size, size + draws.below(size // 2 + 1))
        yield build(f"sparse-{size}", size, pairs, seed=seed, recipe="uniform pairs", blank=0.15 if seed % 4 == 0 else 0)


def random_dense():
    for seed in range(18):
        draws = Draws(f"dense {seed}")
        size = 5 + seed
        share = 0.35 + 0.5 * draws.random.random()
        pairs = [pair for pair in combinations(range(size), 2) if draws.chance(share)]
        yield build(f"dense-{size}", size, pairs, seed=seed, recipe="each pair with one probability")


def classics():
    kite = "01 02 03 05 13 14 16 23 25 34 35 36 46 56 57 67 78 89"
    yield build("krackhardt-kite", 10, [(int(pair[0]), int(pair[1])) for pair in kite.split()], recipe="Krackhardt 1990, figure 1")
    families = nx.florentine_families_graph()
    number = {name: place for place, name in enumerate(sorted(families))}
    pairs = sorted(tuple(sorted((number[u], number[v]))) for u, v in families.edges())
    yield build("florentine-families", 15, pairs, recipe="Padgett: marriages, families in alphabetical order")
    club = nx.karate_club_graph()
    sample = build("karate-club", 34, [], recipe="Zachary 1977, weights as counts of contexts")
    sample.edges = [(u, v, club[u][v]["weight"], False) for u, v in sorted(club.edges())]
    sample.groups = ["BR" if club.nodes[v]["club"] == "Mr. Hi" else "DE" for v in club]
    yield sample
    holes = {"AB": 2, "AF": 3, "AG": 5, "AE": 2, "EG": 8, "FG": 3, "BG": 4, "BD": 1, "DG": 3, "GC": 10}
    sample = build("borgatti-holes", 7, [], recipe="Borgatti 1997")
    sample.edges = [(ord(a) - 65, ord(b) - 65, weight, False) for (a, b), weight in holes.items()]
    sample.groups = ["BR"] * 3 + ["DE"] * 4
    yield sample
    sample = build("roles", 7, [], recipe="one of each brokerage role; country is the first letter of a1 a2 a3 b1 b2 c1 c2")
    sample.groups = ["BR"] * 3 + ["DE"] * 2 + ["FR"] * 2
    arcs = [(0, 1), (1, 2), (1, 3), (3, 2), (3, 4), (3, 5), (5, 6), (6, 0)]
    sample.edges = [(u, v, 1, True) for u, v in arcs]
    yield sample
    yield build("petersen", 10, sorted(nx.petersen_graph().edges()))
    yield build("frucht", 12, sorted(nx.frucht_graph().edges()))


def two_mode(name, actors, venues, pairs, **options):
    """Actors first, then venues; each tie runs from an actor to a venue."""
    sample = build(name, actors + venues, [(actor, actors + venue) for actor, venue in pairs], **options)
    sample.modes = ["actor"] * actors + ["venue"] * venues
    return sample


def two_modes():
    davis = nx.davis_southern_women_graph()
    women, events = davis.graph["top"], davis.graph["bottom"]
    pairs = [(women.index(w), events.index(e)) for w in women for e in events if davis.has_edge(w, e)]
    yield two_mode("southern-women", 18, 14, pairs, recipe="Davis, Gardner, Gardner 1941")
    yield two_mode("one-venue", 6, 1, [(v, 0) for v in range(6)])
    yield two_mode("two-venues-sharing-one", 7, 2, [(v, 0) for v in range(4)] + [(v, 1) for v in range(3, 7)])
    for seed in range(12):
        draws = Draws(f"venues {seed}")
        actors, venues = 6 + seed, 2 + seed // 3
        # Venue k draws about half as many as the one before it: few large, many small; each actor joins one.
        pairs = {(v, 0 if draws.chance(0.6) else draws.below(venues)) for v in range(actors)}
        pairs |= {(v, k) for v in range(actors) for k in range(venues) if draws.chance(0.8 * 0.6**k)}
        yield two_mode(f"venues-{actors}-{venues}", actors, venues, sorted(pairs), seed=seed, recipe="few large venues")
    for seed in range(5):
        draws = Draws(f"scattered venues {seed}")
        actors, venues = 7 + seed, 5
        pairs = [(v, k) for v in range(actors) for k in range(venues) if draws.chance(0.18)]
        yield two_mode(f"scattered-venues-{actors}", actors, venues, pairs, seed=seed, recipe="disconnected, with isolates")


def weighted():
    for seed in range(12):
        draws = Draws(f"dyadic {seed}")
        size = 6 + seed
        pairs = random_pairs(draws, size, 2 * size)
        yield build(f"dyadic-{size}", size, pairs, seed=seed, recipe="weights with many equal path lengths", weights=DYADIC)
    for seed in range(6):
        draws = Draws(f"dyadic arcs {seed}")
        size = 6 + 2 * seed
        pairs = random_pairs(draws, size, 2 * size, repeats=True)
        yield build(f"dyadic-arcs-{size}", size, pairs, seed=seed, recipe="parallel, some one way", weights=DYADIC, directed=0.7)
    for seed in range(6):
        draws = Draws(f"decimal {seed}")
        size = 7 + 2 * seed
        pairs = random_pairs(draws, size, 2 * size)
        weights = [(101 + draws.below(9000)) / 1000 for _ in range(50)]
        directed = bool(seed % 2)
        yield build(f"decimal-{size}", size, pairs, seed=seed, recipe="three decimals", weights=weights, directed=directed)
    yield build("weighted-star", *star(9), weights=[1, 2, 4, 8])
    yield build("weighted-cycle", *cycle(10), weights=[1, 2])


def acyclic():
    for seed in range(14):
        draws = Draws(f"acyclic {seed}")
        size = 5 + seed
        names = draws.shuffled(range(size))
        pairs = [(names[u], names[v]) for u, v in combinations(range(size), 2) if draws.chance(min(1, 3.5 / size))]
        yield build(f"acyclic-{size}", size, pairs, seed=seed, recipe="arcs from earlier to later", directed=True)
    yield build("directed-path", *path(7), directed=True)
    yield build("out-star", *star(8), directed=True)
    yield build("in-star", 8, [(v, 0) for v in range(1, 8)], directed=True)


def directed_cycles():
    for size in (3, 5, 8):
        yield build(f"directed-cycle-{size}", *cycle(size), directed=True)
    yield build("two-cycles-one-way", 7, cycle(3)[1] + [(3, 4), (4, 5), (5, 6), (6, 3), (1, 4)], directed=True)
    for seed in range(12):
        draws = Draws(f"arcs {seed}")
        size = 6 + seed
        chosen = [(u, v) for u in range(size) for v in range(size) if u != v and draws.chance(2.4 / size)]
        yield build(f"arcs-{size}", size, chosen, seed=seed, recipe="each ordered pair with one probability", directed=True)
    for seed in range(6):
        draws = Draws(f"ring and arcs {seed}")
        size = 6 + 2 * seed
        pairs = cycle(size)[1] + random_pairs(draws, size, size)
        yield build(f"strong-{size}", size, pairs, seed=seed, recipe="strongly connected: a cycle and more", directed=True)
    for seed in range(4):
        draws = Draws(f"mixed {seed}")
        size = 8 + 3 * seed
        pairs = random_pairs(draws, size, 2 * size)
        yield build(f"mixed-{size}", size, pairs, seed=seed, recipe="half of the ties one way", directed=0.5, blank=0.1)


def disconnected():
    yield build("two-triangles", *joined(complete(3), complete(3)))
    yield build("clique-and-cycle", *joined(complete(4), cycle(5), (2, [])))
    yield build("stars-and-isolates", *joined(star(5), (1, []), star(5), star(3), (1, [])))
    for seed in range(13):
        draws = Draws(f"apart {seed}")
        sizes = [3 + draws.below(6), 2 + draws.below(6), 1, 1 + draws.below(3)]
        parts = [(size, random_pairs(draws, size, size + draws.below(3))) for size in sizes]
        size, pairs = joined(*parts)
        names = draws.shuffled(range(size))
        pairs = [(names[u], names[v]) for u, v in pairs]
        yield build(f"apart-{seed}", size, pairs, seed=seed, recipe="components and isolates", blank=0.1 if seed % 2 else 0)
    for seed in range(3):
        draws = Draws(f"arcs apart {seed}")
        size, pairs = joined((5, random_pairs(draws, 5, 6)), (2, []), (7, random_pairs(draws, 7, 9)))
        yield build(f"arcs-apart-{seed}", size, pairs, seed=seed, recipe="components and isolates", directed=True)


def multigraphs():
    for seed in range(10):
        draws = Draws(f"parallel {seed}")
        size = 5 + seed
        pairs = random_pairs(draws, size, 2 * size + 4, loops=seed % 2 == 0, repeats=True)
        pairs += [pairs[draws.below(len(pairs))][::-1] for _ in range(4)]
        yield build(f"parallel-{size}", size, pairs, seed=seed, recipe="parallel ties, in even seeds self-ties", blank=0.1)
    for seed in range(12):
        draws = Draws(f"parallel arcs {seed}")
        size = 5 + seed
        pairs = random_pairs(draws, size, 2 * size + 3, loops=True, repeats=True)
        pairs += [pairs[draws.below(len(pairs))][::-1] for _ in range(3)]
        weights = DYADIC if seed % 2 else None
        directed = (True, 0.5)[seed // 6]
        yield build(f"parallel-arcs-{size}", size, pairs, seed=seed, recipe="parallel ties and self-ties", weights=weights, directed=directed)


def layers():
    for seed in range(12):
        draws = Draws(f"missions {seed}")
        size = 5 + seed % 8
        pairs = random_pairs(draws, size, 2 * size + 2, repeats=True)
        sample = build(f"missions-{seed}", size, pairs, seed=seed, recipe="every tie has a mission")
        sample.missions = [draws.choice(MISSIONS[: 2 + seed % 3]) for _ in pairs]
        yield sample
    for seed in range(10):
        draws = Draws(f"axes {seed}")
        size = 6 + seed
        pairs = random_pairs(draws, size, 2 * size + 4, repeats=True)
        sample = build(f"axes-{seed}", size, pairs, seed=seed, recipe="missions, methods, both or none", directed=0.4)
        sample.missions = [draws.choice(MISSIONS) if draws.chance(0.75) else None for _ in pairs]
        sample.methods = [draws.choice(METHODS) if draws.chance(0.6) else None for _ in pairs]
        yield sample
    sample = build("one-mission", 4, path(4)[1])
    sample.missions = [MISSIONS[0]] * 3
    yield sample


#: Each class by the name of its file.
CLASSES = {
    "tiny": tiny,
    "trees": trees,
    "paths-cycles": paths_cycles,
    "grids": grids,
    "cliques": cliques,
    "random-sparse": random_sparse,
    "random-dense": random_dense,
    "classics": classics,
    "two-mode": two_modes,
    "weighted": weighted,
    "acyclic": acyclic,
    "directed-cycles": directed_cycles,
    "disconnected": disconnected,
    "multigraphs": multigraphs,
    "layers": layers,
}
