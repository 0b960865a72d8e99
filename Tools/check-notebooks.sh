#!/bin/sh
# Writes notebooks-output again and compares: byte for byte where Graphviz is of the version that made the
# committed maps, else texts alike and positions within a tolerance.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
Tools/notebooks.sh "$fresh"
if cmp -s "$fresh/graphviz-version" notebooks-output/graphviz-version; then
  diff -r "$fresh" notebooks-output > "$fresh.diff" \
    || { head -c 4000 "$fresh.diff" >&2; rm -f "$fresh.diff"; echo "notebooks-output differs; run make demo and commit it" >&2; exit 1; }
  rm -f "$fresh.diff"
  echo "notebooks-output is reproduced byte for byte"
else
  python3 Tools/compare-maps.py notebooks-output "$fresh"
fi
