"""Linear algebra with 50 digits, rounded to doubles once: the same bytes on every machine.

Dense libraries for doubles use what vector units a processor has, and their last digits differ. Where a tool relies
on them, it confirms to nine digits the value that is solved for here.
"""

import numpy as np
from mpmath import mp, mpf

mp.dps = 50


def vector(values):
    return mp.matrix([mpf(x.numerator) / x.denominator if hasattr(x, "denominator") else mpf(x) for x in values])


def square(rows):
    """A matrix of rows of numbers, fractions included."""
    matrix = mp.matrix(len(rows), len(rows))
    for i, row in enumerate(rows):
        for j, x in enumerate(row):
            if x:
                matrix[i, j] = mpf(x.numerator) / x.denominator if hasattr(x, "denominator") else mpf(x)
    return matrix


def solve(rows, right):
    """The solution of a system of equations."""
    return list(mp.lu_solve(square(rows), vector(right)))


def inverse(rows):
    return square(rows) ** -1


def doubles(values):
    return [float(x) for x in values]


def radius(rows):
    """The largest absolute eigenvalue, as a double: a first guess."""
    if not rows:
        return 0.0
    return float(max(abs(np.linalg.eigvals(np.array(rows, dtype=float)))))


def leading_pair(rows):
    """The largest eigenvalue of a non-negative matrix and its non-negative vector of length 1; it must be simple.

    Inverse iteration a little beside the guess of NumPy.
    """
    size = len(rows)
    matrix = square(rows)
    guess = mpf(radius(rows)) * (1 + mpf(10) ** -12)
    shifted = matrix - guess * mp.eye(size)
    factors, order = mp.LU_decomp(shifted)
    x = mp.matrix([1] * size)
    for _ in range(12):
        y = mp.U_solve(factors, mp.L_solve(factors, x, order))
        length = mp.sqrt(sum(value * value for value in y))
        x, before = y / length, x
        if min(mp.norm(x - before), mp.norm(x + before)) < mpf(10) ** -38:
            break
    if sum(x) < 0:
        x = -x
    image = matrix * x
    value = sum(image[i] * x[i] for i in range(size))
    largest = max(abs(image[i] - value * x[i]) for i in range(size))
    if largest > mpf(10) ** -30 * value:
        raise ArithmeticError("the leading eigenvector did not settle; is the eigenvalue simple?")
    return value, [abs(x[i]) if abs(x[i]) > mpf(10) ** -40 else mpf(0) for i in range(size)]
