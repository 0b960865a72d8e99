"""Numbers and tables as Markdown shows them."""

from __future__ import annotations


def seconds(value: float) -> str:
    """A time with about three digits."""
    if value < 0.1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.0f} s" if value >= 100 else f"{value:.1f} s" if value >= 10 else f"{value:.2f} s"


def mebibytes(value: float) -> str:
    """Memory, in MiB or GiB."""
    return f"{value / 2**30:.2f} GiB" if value >= 2**30 else f"{value / 2**20:.0f} MiB"


def table(titles: list[str], lines: list[list[str]], right: set[int]) -> str:
    """A table; the columns in `right` are set to the right."""
    rules = ["--:" if place in right else "---" for place in range(len(titles))]
    rows = [titles, rules, *lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"
