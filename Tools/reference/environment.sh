#!/bin/sh
# Makes the virtual environment of the reference tools, anew where requirements.txt has changed; prints its Python.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
environment=$root/.venv-reference
wanted=$root/Tools/reference/requirements.txt
if ! cmp -s "$wanted" "$environment/installed.txt"; then
  rm -rf "$environment"
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --requirement "$wanted" >&2
  cp "$wanted" "$environment/installed.txt"
fi
echo "$environment/bin/python"
