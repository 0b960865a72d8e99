"""One work by SciPy's sparse matrices, which use one thread: what someone who knows the algebra would write."""

from __future__ import annotations

import numpy as np
import runner
import scipy.sparse
from runner import Outcome, Request, Work

asked = runner.request()


def projection(request: Request) -> Work:
    """Newman's weights as a product: members by projects, each project divided by its members less one."""
    edges = request.edges()
    n = int(edges[:, 1].min())
    rows, columns = edges[:, 0], edges[:, 1] - n
    incidence = scipy.sparse.csr_array((np.ones(len(edges)), (rows, columns)), shape=(n, int(columns.max()) + 1))

    def run() -> scipy.sparse.csr_array:
        sizes = np.asarray(incidence.sum(axis=0)).ravel()
        shares = np.divide(1, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
        made = (incidence * shares) @ incidence.T
        made.setdiag(0)
        made.eliminate_zeros()
        return made

    def outcome(found: scipy.sparse.csr_array) -> Outcome:
        return Outcome(np.asarray(found.power(2).sum(axis=1)).ravel(), {"vertices": n, "edges": found.nnz // 2})

    return Work(run, outcome)


WORKS = {"projection": projection}

if __name__ == "__main__":
    runner.main("scipy", WORKS, asked)
