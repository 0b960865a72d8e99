#!/bin/sh
# Writes the fixtures of the reference tests anew, and fails where they are not what is committed.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
python=$("$root/Tools/reference/environment.sh")
# Matrices are small: threads only wait for one another.
export OMP_NUM_THREADS=1
"$python" "$root/Tools/reference/fixtures.py" "$root/Tests/ReferenceTests/Fixtures"
cd "$root"
git diff --stat --exit-code -- Tests/ReferenceTests/Fixtures || {
  echo "the fixtures differ from the committed ones: git diff Tests/ReferenceTests/Fixtures" >&2
  exit 1
}
