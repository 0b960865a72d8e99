"""Times reading an edge list: `ecograph measure --measures degree` and igraph's Read_Edgelist, in turn, in one run.

Ecograph is timed as a whole process: start, reading with names, checks, building the graph, degrees. igraph is timed
from opening the file to the finished graph, without the start of Python; it reads numbers only, from a file without
header, separated by spaces, which this script makes beforehand.

Usage: loading.py ECOGRAPH EDGES.csv [PAIRS]. Needs igraph (Tools/reference/requirements.txt).
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

READ = """
import sys, time, resource, igraph
start = time.perf_counter()
graph = igraph.Graph.Read_Edgelist(sys.argv[1], directed=False)
print(time.perf_counter() - start, graph.vcount(), graph.ecount(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main():
    tool, edges = sys.argv[1], pathlib.Path(sys.argv[2])
    pairs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "edges.txt"
        with open(edges, encoding="utf-8") as source, open(plain, "w", encoding="utf-8") as target:
            next(source)
            for line in source:
                target.write(line.replace(",", " "))
        ours, theirs, memory = [], [], []
        for _ in range(pairs):
            start = time.perf_counter()
            process = subprocess.Popen(
                [tool, "measure", str(edges), "--measures", "degree", "--top", "3", "--quiet"], stdout=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(process.pid, 0)
            ours.append(time.perf_counter() - start)
            memory.append(usage.ru_maxrss / 1024**2)
            assert status == 0
            line = subprocess.run([sys.executable, "-c", READ, str(plain)], capture_output=True, text=True, check=True)
            seconds, vertices, count, peak = line.stdout.split()
            theirs.append(float(seconds))
    print(f"{edges.name}: {count} edges, {vertices} vertices, {pairs} pairs of runs, medians")
    print(f"ecograph: {statistics.median(ours):.2f} s, {max(memory):.2f} GiB")
    print(f"igraph:   {statistics.median(theirs):.2f} s, {int(peak) / 1024**2:.2f} GiB")
    print(f"ratio:    {statistics.median(b / a for a, b in zip(ours, theirs)):.1f}")


if __name__ == "__main__":
    main()
