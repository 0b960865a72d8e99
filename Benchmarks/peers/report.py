"""Writes RESULTS.md from the files in results/, whatever of them is there."""

from __future__ import annotations

import json
import pathlib
import statistics
from dataclasses import dataclass
from typing import Any

import report_extras
from rows import ROWS
from text import mebibytes, seconds, table

INTRODUCTION = """# Results

Written by the scripts of this folder from `results/*.json`; [README.md](README.md) says how each number is come by.
Ratios are a peer's time divided by Ecograph's in the same run, medians over pairs of runs that alternate: above 1,
Ecograph is faster. Absolute seconds depend on the machine and on what else it did; row by row it is said which machine.
"""


@dataclass(frozen=True)
class Ratio:
    """A peer's time by ours."""

    peer: str
    value: float
    # Whether the peer was ended before it was done, so that the true ratio is larger.
    is_bound: bool
    ours: float
    theirs: float
    # Whether it was never done, so that its time is larger as well.
    is_endless: bool
    pairs: int

    def __str__(self) -> str:
        return ("over " if self.is_bound else "") + _number(self.value)


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratios(row: dict[str, Any], threads: int) -> list[Ratio]:
    """The ratio to every peer, by pairs where there are some, else by the single run that it had."""
    found = []
    own = row["runs"].get(f"ecograph/{threads}")
    for peer in row["peers"]:
        label = peer["label"]
        pairs = [pair for pair in row["pairs"] if pair["peer"] == label and pair["threads"] == threads]
        if pairs:
            # Where the peer was ended its time is at least the limit, and the median of bounds is a bound.
            value = statistics.median(pair.get("theirs", pair.get("over")) / pair["ours"] for pair in pairs)
            ours = statistics.median(pair["ours"] for pair in pairs)
            whole = [pair["theirs"] for pair in pairs if "theirs" in pair]
            theirs = statistics.median(whole or [pair["over"] for pair in pairs])
            found.append(Ratio(label, value, len(whole) < len(pairs), ours, theirs, not whole, len(pairs)))
        elif (ours := peer.get("beside", {}).get(str(threads))) and "over" in peer:
            found.append(Ratio(label, peer["over"] / ours, True, ours, peer["over"], True, 0))
        elif own and (other := row["runs"].get(f"{label}/{threads if peer['parallel'] else 1}")):
            value = other["median"] / own["median"]
            found.append(Ratio(label, value, False, own["median"], other["median"], False, 0))
    return found


def fastest(row: dict[str, Any], threads: int) -> Ratio | None:
    """The ratio to the fastest peer that counts; a bound only where none was ever done."""
    counted = {peer["label"] for peer in row["peers"] if peer["counts"]}
    found = [ratio for ratio in ratios(row, threads) if ratio.peer in counted]
    return min(found, key=lambda ratio: (ratio.is_bound, ratio.value), default=None)


@dataclass(frozen=True)
class Lean:
    """The peer with the least memory, and ours beside it."""

    peer: str
    theirs: int
    ours: int
    # Whether it was ended, so that it may have come to hold more; both then include the loading of the graph.
    is_bound: bool

    def __str__(self) -> str:
        mark = "✓" if self.ours < self.theirs else "?" if self.is_bound else "✗"
        return f"{self.peer} {'over ' if self.is_bound else ''}{mebibytes(self.theirs)} {mark}"


def leanest(row: dict[str, Any], threads: int) -> Lean | None:
    """The peer that counts with the least memory: of those that finished, else of those that were ended."""
    own = row["runs"][f"ecograph/{threads}"]
    found = []
    for peer in row["peers"]:
        figures = row["runs"].get(f"{peer['label']}/{threads if peer['parallel'] else 1}")
        if peer["counts"] and figures:
            found.append(Lean(peer["label"], figures["peak"], own["peak"], False))
        elif peer["counts"] and "held" in peer:
            found.append(Lean(peer["label"], peer["held"], own["whole_peak"], True))
    return min(found, key=lambda lean: (lean.is_bound, lean.theirs), default=None)


def _verdict(row: dict[str, Any]) -> str:
    verdicts = [peer["verdict"] for peer in row["peers"] if "verdict" in peer]
    if not verdicts:
        return "not compared"
    if not all(verdict["agrees"] for verdict in verdicts):
        return "**do not agree**"
    # Results on a smaller graph, where none was to be had on this one.
    graphs = {verdict.get("graph", "") for verdict in verdicts}
    return "agree" if "" in graphs else f"agree on {', '.join(sorted(graphs))}"


def _comparison(rows: list[dict[str, Any]]) -> str:
    lines = []
    for row in rows:
        threads = row["threads"]
        best, alone = fastest(row, threads), fastest(row, 1)
        lean, own = leanest(row, threads), row["runs"][f"ecograph/{threads}"]
        target = row["target"]
        mark = ""
        if best and target:
            mark = " ✓" if best.value >= target else " ?" if best.is_bound else " ✗"
        fast = ""
        if best:
            fast = f"{best.peer} {'over ' if best.is_endless else ''}{seconds(best.theirs)}"
        lines.append([
            row["title"], row["graph"], f"{target:g}" if target else "", f"{best}{mark}" if best else "",
            str(alone) if alone else "", seconds(best.ours if best else own["median"]), fast,
            mebibytes(own["peak"]), str(lean) if lean else "", _verdict(row),
        ])  # fmt: skip
    titles = [
        "work", "graph", "at least", "ratio, all threads", "one thread", "Ecograph", "fastest peer", "peak memory",
        "leanest peer", "results",
    ]  # fmt: skip
    return table(titles, lines, right={2, 3, 4, 5, 7})


def _details(row: dict[str, Any]) -> str:
    text = f"### {row['title']}: {row['graph']}\n\n"
    text += f"{row['vertices']:,} vertices, {row['edges']:,} edges; commit {row['commit']}, {row['date']}, "
    text += f"{row['threads']} threads, {row['machine']['processor']}."
    if row["facts"]:
        text += " Ecograph: " + ", ".join(f"{name} {value:g}" for name, value in row["facts"].items()) + "."
    lines = []
    for key, figures in row["runs"].items():
        label, threads = key.rsplit("/", 1)
        by_peer = {ratio.peer: ratio for ratio in ratios(row, int(threads))}
        lines.append([
            label.replace("ecograph", "Ecograph"), threads, str(figures["runs"]), seconds(figures["median"]),
            f"{seconds(figures['least'])} to {seconds(figures['most'])}", seconds(figures["cpu"]),
            str(by_peer[label]) if label in by_peer else "", mebibytes(figures["peak"]),
            mebibytes(figures["growth"]), mebibytes(figures["whole_peak"]),
        ])  # fmt: skip
    titles = [
        "tool", "threads", "runs", "median", "range", "CPU", "ratio", "peak", "of it the work's", "with loading",
    ]  # fmt: skip
    text += "\n\n" + table(titles, lines, right=set(range(1, 10)))
    notes = []
    for peer in row["peers"]:
        if "over" in peer:
            held = f", when it had held {mebibytes(peer['held'])} with loading" if "held" in peer else ""
            notes.append(f"- {peer['label']} was ended after {peer['over']:g} s in its first run{held}.")
        ended = [pair for pair in row["pairs"] if pair["peer"] == peer["label"] and "over" in pair]
        for limit in sorted({pair["over"] for pair in ended}):
            count = sum(pair["over"] == limit for pair in ended)
            notes.append(f"- {peer['label']} was ended after {limit:g} s in {count} pairs, which give a bound each.")
        if "verdict" in peer:
            agrees = "agrees" if peer["verdict"]["agrees"] else "does **not** agree"
            apart = ", in a run of its own for which no time is kept" if "over" in peer else ""
            if "commit" in peer["verdict"]:
                apart = f", when the row was measured at commit {peer['verdict']['commit']}"
            apart += f", on {peer['verdict']['graph']}" if "graph" in peer["verdict"] else ""
            notes.append(f"- {peer['label']} {agrees}{apart}: {peer['verdict']['text']}.")
        if "missing" in peer:
            notes.append(f"- {peer['label']} did not take part: {peer['missing']}.")
    return text + "\n" + "\n".join(notes) + "\n"


def _machines(rows: list[dict[str, Any]]) -> str:
    """All machines that rows were measured on, the latest first, and the versions on it."""
    latest = sorted(rows, key=lambda row: row["date"], reverse=True)
    machines = dict.fromkeys(
        f"{row['machine']['processor']}, {row['machine']['cores']} cores, {row['machine']['memory'] / 2**30:.0f} GiB, "
        f"{row['machine']['system']}" for row in latest
    )  # fmt: skip
    versions = ", ".join(f"{name} {version}" for name, version in latest[0]["versions"].items())
    return f"Machines: {'; '.join(machines)}. Versions: {versions}.\n"


def write(results: pathlib.Path) -> None:
    """Writes RESULTS.md beside the folder of results."""
    found = {path.stem: json.loads(path.read_text()) for path in sorted(results.glob("*.json"))}
    rows = [found[row.id] for row in ROWS if row.id in found]
    parts = [INTRODUCTION]
    if rows:
        parts.append(_machines(rows))
        parts.append("## Against the targets\n\n" + _comparison([row for row in rows if row["target"]]))
        if others := [row for row in rows if not row["target"]]:
            parts.append("## Beside the targets\n\n" + _comparison(others))
    parts += report_extras.sections(found)
    if rows:
        parts.append("## Row by row\n")
        parts += [_details(row) for row in rows]
    (results.parent / "RESULTS.md").write_text("\n".join(parts))


if __name__ == "__main__":
    write(pathlib.Path(__file__).resolve().parents[1] / "results")
