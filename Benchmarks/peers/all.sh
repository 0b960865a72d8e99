#!/bin/sh
# Measures everything that RESULTS.md shows, or with --rows some rows; further arguments go to run.py.
# BENCH is the folder of the build and the graphs, TOOL the built ecograph.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
bench=${BENCH:-.build-bench}
tool=${TOOL:-.build/release/ecograph}
environment=.venv-bench
requirements=Benchmarks/peers/requirements.txt

if ! cmp -s "$requirements" "$environment/requirements.txt"; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --requirement "$requirements"
  cp "$requirements" "$environment/requirements.txt"
fi
if [ -z "${ECOGRAPH_EXTRA_DATA:-}" ] && [ -d ../shared/data ]; then
  ECOGRAPH_EXTRA_DATA=$(cd ../shared/data && pwd)
  export ECOGRAPH_EXTRA_DATA
fi

python() { "$environment/bin/python" "$@"; }

python Benchmarks/peers/run.py --kernels "$bench/swift/release/peer-kernels" --graphs "$bench/graphs" "$@"
case " $* " in *" --rows "* | *" --list "*) exit 0 ;; esac
python Benchmarks/peers/startup.py "$tool"
python Benchmarks/peers/scaling.py --kernels "$bench/swift/release/peer-kernels" --graphs "$bench/graphs"
python Benchmarks/peers/roofline.py --built "$bench/swift/release" --graphs "$bench/graphs"
python Benchmarks/peers/hundred_million.py --tool "$tool" --folder "$bench"
echo "Benchmarks/RESULTS.md is written"
