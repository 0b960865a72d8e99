"""How one corner of a 600 x 600 grid depends on some vertices, in whole numbers.

Between opposite corners there are C(1198, 599) shortest paths, more than a double can hold. The dependency of source s
on v is the sum over targets t of the share of the shortest paths from s to t that pass through v.
"""

from math import comb

SIDE = 600
#: Columns and rows of the vertices.
PLACES = [(1, 0), (1, 1), (0, 300), (17, 5), (100, 100), (300, 299), (598, 598), (599, 0), (599, 598), (450, 20)]
#: Binary digits behind the point in sums of shares.
DIGITS = 300


def dependency(column, row):
    """On the vertex in a column and a row, of the corner in column and row 0; shares cut off after 300 digits."""
    before = comb(column + row, row)
    total = 0
    for across in range(SIDE - column):
        # Paths on from the vertex to the target, and from the corner to the target, from one target to the next.
        beyond, whole = 1, comb(column + across + row, row)
        for up in range(SIDE - row):
            if across or up:
                total += (before * beyond << DIGITS) // whole
            beyond = beyond * (across + up + 1) // (up + 1)
            whole = whole * (column + across + row + up + 1) // (row + up + 1)
    return total / (1 << DIGITS)


def fixture():
    """The values, vertices being numbered row by row."""
    return {
        "side": SIDE,
        "note": "dependency of vertex 0 by whole numbers: sum over targets t of paths(0, v) paths(v, t) / paths(0, t)",
        "vertices": [row * SIDE + column for column, row in PLACES],
        "dependencies": [dependency(column, row) for column, row in PLACES],
    }
