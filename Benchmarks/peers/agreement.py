"""Whether two results of one work agree. Each function gives a verdict with its reason, for the table's reader."""

from __future__ import annotations

import functools
import pathlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import scipy.sparse

# Exact measures in `Double`: sums in another order differ by rounding alone.
TOLERANCE = 1e-9


@dataclass
class Verdict:
    """What a comparison found."""

    agrees: bool
    text: str
    figures: dict[str, float] = field(default_factory=dict)


@dataclass
class Result:
    """What one tool gave: its values, where it gives any, and the other facts it told."""

    values: np.ndarray | None
    told: dict[str, Any]


def values(ours: Result, theirs: Result, _: pathlib.Path) -> Verdict:
    """Equal but for rounding. Where ours is undefined theirs is too, or 0."""
    left, right = ours.values, theirs.values
    if left is None or right is None or len(left) != len(right):
        return Verdict(False, "different numbers of vertices")
    undefined = np.isnan(left)
    if np.any(np.isnan(right) & ~undefined) or np.any(np.nan_to_num(right[undefined]) != 0):
        return Verdict(False, "undefined at different vertices")
    left, right = left[~undefined], right[~undefined]
    # Values far below the largest carry its rounding.
    scale = np.maximum(np.maximum(np.abs(left), np.abs(right)), 1e-9 * np.max(np.abs(left), initial=1e-300))
    worst = float(np.max(np.abs(left - right) / scale, initial=0))
    return Verdict(worst <= TOLERANCE, f"largest relative difference {worst:.1e}", {"difference": worst})


def exact(ours: Result, theirs: Result, _: pathlib.Path) -> Verdict:
    """Equal whole numbers."""
    same = ours.values is not None and theirs.values is not None and np.array_equal(ours.values, theirs.values)
    return Verdict(same, "equal" if same else "different")


def partition(ours: Result, theirs: Result, _: pathlib.Path) -> Verdict:
    """The same groups, whatever their names."""
    if ours.values is None or theirs.values is None or len(ours.values) != len(theirs.values):
        return Verdict(False, "different numbers of vertices")
    same = np.array_equal(_by_first(ours.values), _by_first(theirs.values))
    count = len(np.unique(ours.values))
    return Verdict(same, f"the same {count:,} groups" if same else "different groups")


def _by_first(labels: np.ndarray) -> np.ndarray:
    """Each vertex' group, named by the group's first vertex."""
    _, first, group = np.unique(labels, return_index=True, return_inverse=True)
    return first[group]


def degrees(ours: Result, theirs: Result, _: pathlib.Path) -> Verdict:
    """The same degrees, in whatever order vertices were met; peers that read numbers have vertices without ties."""
    if ours.values is None:
        return Verdict(False, "no degrees")
    if theirs.values is None:
        return edge_count(ours, theirs, _)
    left, right = (np.sort(found[found > 0]) for found in (ours.values, theirs.values))
    same = np.array_equal(left, right)
    return Verdict(same, f"the same degrees of {len(left):,} vertices" if same else "different degrees")


def edge_count(ours: Result, theirs: Result, _: pathlib.Path) -> Verdict:
    """As many edges: all that can be compared."""
    left, right = ours.told["edges"], theirs.told["edges"]
    return Verdict(left == right, f"{left:,} edges" if left == right else f"{left:,} and {right:,} edges")


def modularity(ours: Result, theirs: Result, path: pathlib.Path) -> Verdict:
    """Communities at no less modularity, by one formula for both."""
    if ours.values is None or theirs.values is None:
        return Verdict(False, "no communities")
    left, right = (_modularity(found.values, path) for found in (ours, theirs))
    return Verdict(left >= right, f"modularity {left:.4f}, theirs {right:.4f}", {"ours": left, "theirs": right})


def _modularity(labels: np.ndarray, path: pathlib.Path) -> float:
    """Newman and Girvan's: the share of edges within groups, less what random ties with these degrees would give."""
    edges = _edges(path)
    _, group = np.unique(labels, return_inverse=True)
    within = np.mean(group[edges[:, 0]] == group[edges[:, 1]])
    degree = np.bincount(edges.ravel(), minlength=len(labels))
    shares = np.bincount(group, weights=degree) / degree.sum()
    return float(within - np.sum(shares**2))


def pagerank(ours: Result, theirs: Result, path: pathlib.Path) -> Verdict:
    """Ours has no larger residual, and both are as near to each other as their residuals say."""
    if ours.values is None or theirs.values is None:
        return Verdict(False, "no scores")
    damping = 0.85
    left, right = residual(ours.values, path, damping), residual(theirs.values, path, damping)
    distance = float(np.abs(ours.values - theirs.values).sum())
    # The error of scores with residual r is at most r/(1 - d); 1e-13 is left for rounding of a million terms.
    near = distance <= (left + right) / (1 - damping) + 1e-13
    text = f"residual {left:.1e}, theirs {right:.1e}; sum of differences {distance:.1e}"
    figures = {"ours": left, "theirs": right, "distance": distance}
    return Verdict(near and left <= right, text, figures)


def residual(scores: np.ndarray, path: pathlib.Path, damping: float = 0.85) -> float:
    """How much one more round would change scores that sum to 1, summed over vertices."""
    adjacency = _adjacency(path, len(scores))
    degree = np.asarray(adjacency.sum(axis=0)).ravel()
    shares = np.divide(scores, degree, out=np.zeros_like(scores), where=degree > 0)
    n = len(scores)
    dangling = scores[degree == 0].sum()
    updated = (1 - damping + damping * dangling) / n + damping * (adjacency @ shares)
    return float(np.abs(updated - scores).sum())


def approximate(ours: Result, theirs: Result, _: pathlib.Path) -> Verdict:
    """Two values with an error of at most 0.005 each differ by at most 0.01."""
    if ours.values is None or theirs.values is None:
        return Verdict(False, "no values")
    worst = float(np.max(np.abs(ours.values - theirs.values)))
    return Verdict(worst <= 0.01, f"largest difference {worst:.1e}", {"difference": worst})


@functools.lru_cache(maxsize=1)
def _edges(path: pathlib.Path) -> np.ndarray:
    return np.load(path)


@functools.lru_cache(maxsize=1)
def _adjacency(path: pathlib.Path, n: int) -> scipy.sparse.csr_array:
    edges = _edges(path)
    half = scipy.sparse.csr_array((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=(n, n))
    return (half + half.T).tocsr()


CHECKS = {
    check.__name__: check
    for check in (values, exact, partition, degrees, edge_count, modularity, pagerank, approximate)
}
