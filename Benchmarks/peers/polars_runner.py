"""Reading a table by polars, on some threads: columns only, no names made into numbers and no graph."""

from __future__ import annotations

import runner
from runner import Outcome, Request, Work

asked = runner.request("POLARS_MAX_THREADS")
import polars as pl  # noqa: E402


def reading(request: Request) -> Work:
    return Work(lambda: pl.read_csv(request.path), lambda found: Outcome(facts={"edges": found.height}))


WORKS = {"read-names": reading, "read-numbers": reading}

if __name__ == "__main__":
    runner.main("polars", WORKS, asked)
