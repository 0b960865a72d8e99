#!/bin/sh
# Compares Ecograph with NetworkX and igraph on a folder of edge lists, in a virtual environment of its own.
# Usage: Tools/reference/run.sh [FOLDER ...]; without a folder, the shipped datasets and, where
# ECOGRAPH_EXTRA_DATA names one, the classic graphs of the extra data.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
tool=${ECOGRAPH:-$root/.build/release/ecograph}
python=$("$root/Tools/reference/environment.sh")
if [ $# -eq 0 ]; then
  set -- "$root/datasets"
  if [ -n "${ECOGRAPH_EXTRA_DATA:-}" ]; then set -- "$@" "$ECOGRAPH_EXTRA_DATA/classic-networkdata/csv"; fi
fi
exec "$python" "$root/Tools/reference/compare.py" "$tool" "$@"
