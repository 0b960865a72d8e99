"""Measures rows of the table: Ecograph and its peers in turn, in one run, and writes results/ROW.json and RESULTS.md.

Usage: run.py [--rows ID,ID] [--pairs 5] [--timeout SECONDS] [--pair-timeout SECONDS] [--only PEER,PEER]
[--fastest-only] [--compare-only] [--list].
`make bench-peers` calls it.

For each row every peer first runs once, then ours: results are compared, this is the first pair, and who is over the
limit is left out from then on, unless nobody was below it. Then come the other pairs, A B A B: ours with all threads,
the peer with all threads, ours with one, the peer with one. A peer that knows only one thread runs once for both. The
ratio is the median over pairs of the peer's time by ours, a bound where the peer was ended in one of them.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import agreement
import generate
import machine
import report
from agreement import Result, Verdict
from processes import Missing, OverTime, Run, run
from rows import ROWS, Peer, Row

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE.parent / "results"
# The fewest runs of ours for a median.
OWN_RUNS = 5


@dataclass
class Options:
    """How to measure."""

    kernels: pathlib.Path
    graphs: pathlib.Path
    pairs: int
    timeout: float
    # The limit of the pairs after the first.
    pair_timeout: float
    fastest_only: bool
    one_thread: bool
    threads: int = field(default_factory=lambda: os.cpu_count() or 1)


class Measuring:
    """The measuring of one row."""

    def __init__(self, row: Row, options: Options, scratch: pathlib.Path) -> None:
        self.row = row
        self.options = options
        self.path = options.graphs / f"{row.graph}{row.ending}"
        self.array = options.graphs / f"{row.graph}.npy"
        self.scratch = scratch
        # PageRank: what ours is to reach beside each peer.
        self.tolerances: dict[str, float] = {}
        self.runs: dict[str, list[Run]] = {}

    def ours(self, threads: int, peer: Peer | None = None, values: pathlib.Path | None = None) -> Run:
        command = [str(self.options.kernels), self.row.work, str(self.path), "--threads", str(threads)]
        tolerance = self.tolerances.get(peer.label) if peer else None
        if tolerance:
            command += ["--tolerance", str(tolerance)]
        return self._kept(f"ecograph/{threads}", run(command, None, values))

    def theirs(self, peer: Peer, threads: int, limit: float, values: pathlib.Path | None = None) -> Run:
        # graph-tool comes with the system's Python alone.
        python = "/usr/bin/python3" if peer.runner == "graph_tool" else sys.executable
        threads = threads if peer.is_parallel else 1
        command = [python, str(HERE / f"{peer.runner}_runner.py"), peer.work, str(self.path)]
        found = run([*command, "--threads", str(threads)], limit, values)
        return self._kept(f"{peer.label}/{threads}", found)

    def _kept(self, key: str, found: Run) -> Run:
        self.runs.setdefault(key, []).append(found)
        print(f"  {key:<28}{found.seconds:10.3f} s {found.peak / 2**20:10.0f} MiB", flush=True)
        return found

    def measure(self) -> dict[str, Any]:
        """All of it, as what goes into the file of the row."""
        pairs: list[dict[str, Any]] = []
        trials = {peer.label: self.trial(peer, pairs) for peer in self.row.peers}
        chosen = self.chosen(trials)
        for turn in range(self.options.pairs):
            for peer, settings in chosen:
                # Its first run made some pairs already.
                made = {pair["threads"] for pair in pairs if pair["peer"] == peer.label}
                pairs += self.pair(peer, [threads for threads in settings if turn or threads not in made])
        # Where nobody is to be paired with, and where there is but one pair, ours runs alone.
        for threads in self.settings:
            while len(self.runs.get(f"ecograph/{threads}", [])) < OWN_RUNS:
                self.ours(threads)
        return self.summary(trials, pairs)

    @property
    def settings(self) -> list[int]:
        return sorted({self.options.threads, 1} if self.options.one_thread else {self.options.threads}, reverse=True)

    def chosen(self, trials: dict[str, Any]) -> list[tuple[Peer, list[int]]]:
        """The peers to pair with and the numbers of threads: all, or only those that may be the fastest.

        With all threads it is the quickest of the first runs, which had all; with one the one that took the least
        processor time in them. Where every peer was ended, each gives a bound in every pair.
        """
        finished = [peer for peer in self.row.peers if "seconds" in trials[peer.label]]
        if not finished:
            return [(peer, self.settings) for peer in self.row.peers if "over" in trials[peer.label]]
        if not self.options.fastest_only:
            return [(peer, self.settings) for peer in finished]
        counted = [peer for peer in finished if peer.counts]
        quickest = min(counted, key=lambda peer: trials[peer.label]["seconds"], default=None)
        least_work = min(counted, key=lambda peer: trials[peer.label]["cpu"], default=None)
        chosen = []
        for peer in finished:
            settings = [threads for threads in self.settings if peer is (least_work if threads == 1 else quickest)]
            if settings:
                chosen.append((peer, settings))
        return chosen

    def trial(self, peer: Peer, pairs: list[dict[str, Any]]) -> dict[str, Any]:
        """Runs a peer once, and ours, compares their results, and adds the pair that this makes."""
        print(f"  {peer.label}: first run", flush=True)
        try:
            ours, theirs, verdict = self.compare(peer)
        except OverTime as error:
            print(f"  {peer.label} is over {self.options.timeout:.0f} s, {error.held / 2**20:.0f} MiB", flush=True)
            return {"over": self.options.timeout, "held": error.held}
        except Missing as error:
            print(f"  {peer.label} is left out: {error}", flush=True)
            return {"missing": str(error)}
        for threads in self.settings:
            if threads == self.options.threads:
                pairs.append(self._paired(peer, threads, ours, theirs))
            elif not peer.is_parallel:
                pairs.append(self._paired(peer, threads, self.ours(threads, peer), theirs))
        return {"seconds": theirs.seconds, "cpu": theirs.cpu, "verdict": dataclasses.asdict(verdict)}

    def compare(self, peer: Peer) -> tuple[Run, Run, Verdict]:
        """Runs ours and a peer once each and compares their results."""
        theirs_path, ours_path = self.scratch / "theirs", self.scratch / "ours"
        for path in (theirs_path, ours_path):
            path.unlink(missing_ok=True)
        theirs = self.theirs(peer, self.options.threads, self.options.timeout, theirs_path)
        result = Result(self.values(theirs_path), theirs.told)
        if self.row.check == "pagerank" and result.values is not None:
            self.tolerances[peer.label] = agreement.residual(result.values, self.array)
        ours = self.ours(self.options.threads, peer, ours_path)
        verdict = agreement.CHECKS[peer.check or self.row.check](
            Result(self.values(ours_path), ours.told), result, self.array
        )
        print(f"  {'agrees' if verdict.agrees else 'DOES NOT AGREE'}: {verdict.text}", flush=True)
        return ours, theirs, verdict

    def _paired(self, peer: Peer, threads: int, ours: Run, theirs: Run) -> dict[str, Any]:
        return {"peer": peer.label, "threads": threads, "ours": ours.seconds, "theirs": theirs.seconds}

    def values(self, path: pathlib.Path) -> np.ndarray | None:
        return np.fromfile(path, "<f8") if path.exists() else None

    def pair(self, peer: Peer, settings: list[int]) -> list[dict[str, Any]]:
        """One pair for each of these numbers of threads; a peer that knows only one thread runs once for all."""
        found = []
        theirs: Run | OverTime | None = None
        for threads in settings:
            ours = self.ours(threads, peer)
            if theirs is None or peer.is_parallel:
                try:
                    theirs = self.theirs(peer, threads, self.options.pair_timeout)
                except OverTime as error:
                    theirs = error
            if isinstance(theirs, OverTime):
                over = self.options.pair_timeout
                found.append({"peer": peer.label, "threads": threads, "ours": ours.seconds, "over": over})
            else:
                found.append(self._paired(peer, threads, ours, theirs))
        return found

    def with_ours(self, trial: dict[str, Any]) -> dict[str, Any]:
        """A first run and, where the peer was ended in it, ours of the same run by threads: what the bound is beside.

        The file of the row may come to have newer ones of ours, made beside other peers.
        """
        if "over" not in trial:
            return trial
        ours = {threads: self.runs.get(f"ecograph/{threads}") for threads in self.settings}
        medians = {threads: statistics.median(one.seconds for one in runs) for threads, runs in ours.items() if runs}
        return {**trial, "beside": medians}

    def summary(self, trials: dict[str, Any], pairs: list[dict[str, Any]]) -> dict[str, Any]:
        ours = self.runs.get(f"ecograph/{self.options.threads}", [])
        if not ours:
            ours = [self.ours(self.options.threads)]
        return {
            "row": self.row.id,
            "title": self.row.title,
            "graph": self.row.graph,
            "target": self.row.target,
            "vertices": ours[-1].told["vertices"],
            "edges": ours[-1].told["edges"],
            "facts": {name: ours[-1].told[name] for name in ("rounds", "residual", "components", "communities", "samples") if name in ours[-1].told},
            "threads": self.options.threads,
            "date": datetime.date.today().isoformat(),
            "commit": machine.commit(),
            "versions": machine.versions(),
            "machine": machine.description(),
            "peers": [
                {
                    "label": peer.label, "parallel": peer.is_parallel, "counts": peer.counts,
                    **self.with_ours(trials[peer.label]),
                }
                for peer in self.row.peers
            ],
            "runs": {key: _figures(runs) for key, runs in self.runs.items()},
            "pairs": pairs,
        }


def _figures(runs: list[Run]) -> dict[str, Any]:
    """What the table shows of the runs of one tool with one number of threads."""
    seconds = [found.seconds for found in runs]
    return {
        "runs": len(runs),
        "median": statistics.median(seconds),
        "least": min(seconds),
        "most": max(seconds),
        "cpu": statistics.median(found.cpu for found in runs),
        "peak": max(found.peak for found in runs),
        "growth": max(found.growth for found in runs),
        "whole_peak": max(found.whole_peak for found in runs),
    }


def with_verdicts(before: dict[str, Any], measuring: Measuring) -> dict[str, Any]:
    """What a row's file has, with verdicts also on peers that were ended when time was taken."""
    entries = {entry["label"]: entry for entry in before["peers"]}
    for peer in measuring.row.peers:
        entry = entries.get(peer.label, {})
        if "over" in entry and ("verdict" not in entry or {"graph", "commit"} & entry["verdict"].keys()):
            try:
                _, _, verdict = measuring.compare(peer)
                entry["verdict"] = dataclasses.asdict(verdict)
                if measuring.row.graph != before["graph"]:
                    entry["verdict"]["graph"] = measuring.row.graph
            except OverTime:
                print(f"  {peer.label} is over {measuring.options.timeout:.0f} s", flush=True)
    return before


def with_earlier_verdicts(found: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """What was found, and of peers that were ended the verdicts that an earlier commit had."""
    earlier = {entry["label"]: entry["verdict"] for entry in before["peers"] if "verdict" in entry}
    for entry in found["peers"]:
        if "over" in entry and entry["label"] in earlier:
            entry["verdict"] = {"commit": before["commit"], **earlier[entry["label"]]}
    return found


def with_others(found: dict[str, Any], before: dict[str, Any], row: Row) -> dict[str, Any]:
    """What was found with some of a row's peers, and what its file has of the others."""
    entries = {entry["label"]: entry for entry in before["peers"] + found["peers"]}
    measured = {entry["label"] for entry in found["peers"]} | {"ecograph"}
    found["peers"] = [entries[peer.label] for peer in row.peers if peer.label in entries]
    found["runs"] |= {key: runs for key, runs in before["runs"].items() if key.rsplit("/", 1)[0] not in measured}
    found["pairs"] += [pair for pair in before["pairs"] if pair["peer"] not in measured]
    return found


def arguments() -> argparse.Namespace:
    root = machine.ROOT
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", help="ids, or beginnings of ids, separated by commas; all by default")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--timeout", type=float, default=900, help="seconds that a peer may take")
    parser.add_argument("--pair-timeout", type=float, help="the same for the pairs after the first; as --timeout by default")
    parser.add_argument("--only", help="labels of peers, separated by commas; of others the rows' files keep what they have")
    parser.add_argument("--fastest-only", action="store_true", help="pair with the fastest peer only; others run once")
    parser.add_argument(
        "--compare-only", action="store_true",
        help="add to the rows' files whether results agree with peers that were ended, however long they take; times "
        "are not kept, so that the machine may be busy",
    )  # fmt: skip
    parser.add_argument("--all-threads-only", action="store_true", help="leave out runs with one thread")
    parser.add_argument("--graph", help="another graph for all rows: to try things out, give --results as well; with "
                        "--compare-only a smaller one of the kind, on which peers get done")
    parser.add_argument("--results", type=pathlib.Path, default=RESULTS)
    parser.add_argument("--kernels", type=pathlib.Path, default=root / ".build-bench/swift/release/peer-kernels")
    parser.add_argument("--graphs", type=pathlib.Path, default=root / ".build-bench/graphs")
    parser.add_argument("--list", action="store_true", help="list the rows and stop")
    return parser.parse_args()


def rows_named(name: str) -> list[Row]:
    """The row with this id, or else those whose ids begin so."""
    return [row for row in ROWS if row.id == name] or [row for row in ROWS if row.id.startswith(name)]


def with_peers(row: Row, labels: str | None) -> Row:
    """The row with the peers of these labels alone, or with all."""
    if labels is None:
        return row
    wanted, known = set(labels.split(",")), {peer.label for peer in row.peers}
    if unknown := wanted - known:
        sys.exit(f"no such peer in {row.id}: {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}")
    return dataclasses.replace(row, peers=tuple(peer for peer in row.peers if peer.label in wanted))


def main() -> None:
    asked = arguments()
    rows = [row for name in (asked.rows or "").split(",") for row in rows_named(name)]
    if asked.list or not rows:
        print("\n".join(f"{row.id:<26}{row.title}" for row in ROWS))
        sys.exit(0 if asked.list else "no such row")
    options = Options(
        asked.kernels, asked.graphs, asked.pairs, asked.timeout, asked.pair_timeout or asked.timeout,
        asked.fastest_only, not asked.all_threads_only,
    )  # fmt: skip
    asked.results.mkdir(parents=True, exist_ok=True)
    for row in rows:
        row = dataclasses.replace(row, graph=asked.graph) if asked.graph else row
        print(f"{row.id}: {row.title}", flush=True)
        if not generate.generate(options.graphs, row.graph):
            continue
        path = asked.results / f"{row.id}.json"
        before = json.loads(path.read_text()) if path.exists() else None
        if asked.compare_only and before is None:
            print("  skipped: nothing was measured yet that a verdict could be added to", flush=True)
            continue
        try:
            with tempfile.TemporaryDirectory() as scratch:
                measuring = Measuring(with_peers(row, asked.only), options, pathlib.Path(scratch))
                found = with_verdicts(before, measuring) if asked.compare_only else measuring.measure()
        except Missing as error:
            print(f"  skipped: {error}", flush=True)
            continue
        if before and not asked.compare_only:
            found = with_earlier_verdicts(found, before)
            found = with_others(found, before, row) if asked.only else found
        path.write_text(json.dumps(found, indent=1) + "\n")
        report.write(asked.results)
    report.write(asked.results)


if __name__ == "__main__":
    main()
