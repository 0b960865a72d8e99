"""The sections of RESULTS.md that are not about peers."""

from __future__ import annotations

from typing import Any

from text import mebibytes, seconds, table


def sections(found: dict[str, Any]) -> list[str]:
    """Those whose files are there."""
    known = {"startup": _startup, "hundred-million": _hundred_million, "scaling": _scaling, "roofline": _roofline}
    return [write(found[name]) for name, write in known.items() if name in found]


def _startup(found: dict[str, Any]) -> str:
    lines = [
        [
            f"`{run['command']}`", seconds(run["limit"]),
            seconds(run["median"]) + (" ✓" if run["median"] < run["limit"] else " ✗"),
            f"{seconds(run['least'])} to {seconds(run['most'])}", mebibytes(run["peak"]),
        ]
        for run in found["runs"]
    ]  # fmt: skip
    return (
        f"## Start to finish\n\nWhole processes, medians of {found['repeats']} runs; commit {found['commit']}.\n\n"
        + table(["command", "below", "median", "range", "peak memory"], lines, right={1, 2, 3, 4})
    )


def _hundred_million(found: dict[str, Any]) -> str:
    lines = [
        [
            f"`{run['command']}`", seconds(run["seconds"]),
            mebibytes(run["peak"]) + (" ✓" if run["peak"] < found["limit"] else " ✗"),
        ]
        for run in found["runs"]
    ]  # fmt: skip
    return (
        f"## {found['edges']:,} edges\n\n{found['vertices']:,} vertices with string names, a file of "
        f"{found['bytes'] / 2**30:.2f} GiB; the limit is {mebibytes(found['limit'])}. Whole processes, one run, "
        f"{found['threads']} threads; commit {found['commit']}.\n\n"
        + table(["command", "time", "peak memory"], lines, right={1, 2})
    )


def _scaling(found: dict[str, Any]) -> str:
    text = (
        "## Time against size\n\nFive sizes, four doublings at the same density; medians of "
        f"{found['repeats']} runs with {found['threads']} threads; commit {found['commit']}. The exponent is the slope "
        "of least squares through the logarithms of time and edges. Vertices double with the edges, so that a "
        "measure in *n*·*m* steps should have 2 and one in *m* steps 1; caches that no longer hold the graph add to it, "
        "what a graph saves (reductions, many sources at once, fixed costs of small ones) takes off.\n\n"
    )
    lines = []
    for series in found["series"]:
        points = ", ".join(f"{point['edges']:,}: {seconds(point['seconds'])}" for point in series["points"])
        lines.append([
            series["title"], series["family"], points, f"{series['theory']:g}", f"{series['exponent']:.2f}",
            f"{series['last']:.2f}",
        ])  # fmt: skip
    titles = ["work", "graphs", "edges: time", "theory", "exponent", "last doubling"]
    return text + table(titles, lines, right={3, 4, 5})


def _roofline(found: dict[str, Any]) -> str:
    bandwidth = ", ".join(
        f"{run['bytesPerSecond'] / 1e9:.1f} GB/s with {run['threads']} thread{'s' if run['threads'] > 1 else ''}"
        for run in found["triad"]
    )
    text = (
        f"## Roofline\n\nMemory bandwidth by the triad a = b + 3c over {found['triad'][0]['elements']:,} doubles an "
        f"array, best of ten: {bandwidth}. Commit {found['commit']}.\n\nBytes are what a kernel must read and write, by "
        "the formulas below, each access to another vertex counted at its own size although memory moves whole lines "
        "of 64 bytes; where the vertices' array fits into a cache those accesses need no memory at all. The share "
        "therefore says how near the kernel comes to a machine that is held up by bandwidth alone.\n\n"
    )
    lines = [
        [
            run["title"], run["graph"], str(run["threads"]), seconds(run["seconds"]), f"{run['bytes_per_edge']:.1f}",
            f"{run['rate'] / 1e9:.1f} GB/s", f"{100 * run['share']:.0f} %",
        ]
        for run in found["runs"]
    ]  # fmt: skip
    titles = ["kernel", "graph", "threads", "time", "bytes an edge", "achieved", "of the triad"]
    text += table(titles, lines, right={2, 3, 4, 5, 6}) + "\n"
    return text + "\n".join(f"- {name}: {formula}." for name, formula in found["formulas"].items()) + "\n"
