"""Continuous coreness (Borgatti, Everett 2000, MINRES): the least error that SciPy finds, from many starts.

Values settle to fewer digits than the error does, so that the error is what is compared: nothing has a smaller one,
and where all starts lead to the same error, so does any descent that ends at an optimum. A network with symmetries
has optima that are images of one another, which have the same error too.
"""

import numpy as np
from scipy.optimize import minimize

from draws import Draws
from provenance import SCIPY, Ambiguous, Column
from readings import readings

#: Starts from values at random, and vertices at most.
STARTS, LARGEST = 24, 10
#: Of values that no optimum has, where weights are scaled to 1 at most: one of them grows without end, as in a star.
ENDLESS = 8


def columns(sample):
    if not 3 <= sample.size <= LARGEST:
        return
    for read in readings(sample, weights=(None, "strength")):
        if read.is_directed or read.graph.number_of_edges() == 0:
            continue
        matrix = np.array(read.matrix(), dtype=float)
        ends = []
        for seed in range(STARTS):
            found, values = descent(matrix, sample.size, seed)
            if max(values) > ENDLESS * np.sqrt(matrix.max()):
                break
            ends.append(found)
        if len(ends) < STARTS:
            yield Ambiguous("continuous-coreness: from some starts, one value grows without end")
            continue
        facts = {"least": twelve_digits(min(ends))}
        if max(ends) <= min(ends) + 1e-9 * max(1, min(ends)):
            facts["only"] = facts["least"]
        call = "optimize.minimize(method='L-BFGS-B') from 24 starts"
        note = "least squared error over unordered pairs, and the same where all starts lead there; 12 digits"
        yield Column("continuous-coreness", read.options, [], SCIPY, call, note=note, facts=facts)


def descent(matrix, size, seed):
    """The error that a start leads to, and the values there."""
    draws = Draws(f"coreness {seed}")
    start = [0.1 + draws.random.random() for _ in range(size)]
    limits = [(0, None)] * size
    settings = {"ftol": 1e-16, "gtol": 1e-10, "maxiter": 500}
    end = minimize(error, np.array(start), args=(matrix,), jac=True, method="L-BFGS-B", bounds=limits, options=settings)
    return float(end.fun), end.x


def error(values, matrix):
    """The squared error over unordered pairs, and its slope."""
    gap = matrix - np.outer(values, values)
    np.fill_diagonal(gap, 0)
    return (gap**2).sum() / 2, -2 * gap @ values


def twelve_digits(number):
    """Further digits depend on the machine."""
    return float(f"{number:.11e}") if number > 1e-9 else 0.0
