"""Writes the fixtures of the reference tests: small graphs, and values that other tools or definitions give.

Usage: fixtures.py FOLDER. The same bytes each time.
"""

import json
import pathlib
import sys

import grid
from graphs import CLASSES
from references import columns


def plain(value):
    """A value as JSON has it; whole numbers without a point, no negative zero."""
    if value is None:
        return None
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("values are finite; undefined is None")
    return int(value) if value == int(value) and abs(value) < 2**53 else float(value)


class Fixture:
    """The file of one class of graphs."""

    def __init__(self, name):
        self.name = name
        self.sources = []
        self.graphs = []
        self.left_out = {}

    def add(self, sample):
        found, reasons = columns(sample)
        entry = sample.json() | {"columns": [self.column(column) for column in found]}
        self.graphs.append(entry)
        for reason in dict.fromkeys(reasons):
            self.left_out.setdefault(reason, []).append(sample.name)

    def column(self, column):
        if column.reference not in self.sources:
            self.sources.append(column.reference)
        entry = {"id": column.id, "source": self.sources.index(column.reference)}
        if column.options:
            entry["options"] = column.options
        if column.facts:
            return entry | {"facts": {name: plain(value) for name, value in column.facts.items()}}
        if column.is_named:
            return entry | {"labels": column.values}
        return entry | {"values": [plain(value) for value in column.values]}

    def text(self):
        """JSON with a line for each source, each graph's description and each column."""
        head = {
            "class": self.name,
            "notes": [f"{reason}: left out for {', '.join(names)}" for reason, names in sorted(self.left_out.items())],
        }
        lines = [line(head)[:-1] + ',"sources":[', ",\n".join(map(line, self.sources)), '],"graphs":[']
        graphs = []
        for graph in self.graphs:
            description = {key: value for key, value in graph.items() if key != "columns"}
            graphs.append(line(description)[:-1] + ',"columns":[\n' + ",\n".join(map(line, graph["columns"])) + "\n]}")
        return "\n".join([*lines, ",\n".join(graphs), "]}"]) + "\n"


def line(value):
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    count = 0
    for name, samples in CLASSES.items():
        fixture = Fixture(name)
        for sample in samples():
            fixture.add(sample)
        text = fixture.text()
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
        count += len(fixture.graphs)
        print(f"{name}: {len(fixture.graphs)} graphs, {len(text) // 1024} KiB", flush=True)
    (folder / "grid.json").write_text(line(grid.fixture()) + "\n", encoding="utf-8")
    print(f"{count} graphs")


if __name__ == "__main__":
    main()
