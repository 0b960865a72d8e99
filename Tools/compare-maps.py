"""Compares two folders of outputs made with different Graphviz versions.

Everything but the maps must be equal byte for byte. Maps must hold the same texts; their numbers may differ by
the tolerance, in points, where both have the same shapes in the same order.
"""

import pathlib
import re
import sys

TOLERANCE = 40.0
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def texts(svg: str) -> list[str]:
    return sorted(re.findall(r">([^<>]+)<", svg))


def main() -> int:
    old, new = map(pathlib.Path, sys.argv[1:3])
    names = {path.relative_to(old) for path in old.rglob("*") if path.is_file()}
    others = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    problems = [f"only on one side: {name}" for name in sorted(names ^ others)]
    for name in sorted(names & others):
        if name.name == "graphviz-version":
            continue
        a, b = (old / name).read_text(), (new / name).read_text()
        if name.suffix != ".svg":
            if a != b:
                problems.append(f"differs: {name}")
        elif texts(a) != texts(b):
            problems.append(f"shows other texts: {name}")
        elif NUMBER.sub("#", a) == NUMBER.sub("#", b):
            gap = max((abs(float(x) - float(y)) for x, y in zip(NUMBER.findall(a), NUMBER.findall(b))), default=0)
            if gap > TOLERANCE:
                print(f"note: {name}: positions differ by up to {gap:.0f} points")
    print("\n".join(problems) or "notebooks-output is reproduced up to positions")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
