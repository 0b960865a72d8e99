#!/bin/sh
# Runs every `ecograph` command that the README shows, in a folder of its own, and fails where one fails.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "${ECOGRAPH:-$root/.build/release/ecograph}" "$work/bin/ecograph"
ln -s "$root/datasets" "$work/datasets"
PATH="$work/bin:$PATH"
export PATH
awk '/^```sh/ { inside = 1; next } /^```/ { inside = 0 } inside && /(^|[|] )ecograph / { print }' "$root/README.md" > "$work/commands"
[ -s "$work/commands" ] || { echo "the README shows no ecograph command" >&2; exit 1; }
cd "$work"
while IFS= read -r command; do
  echo "  $command"
  sh -c "$command" > "$work/out" 2>&1 < /dev/null || { cat "$work/out" >&2; echo "failed: $command" >&2; exit 1; }
done < "$work/commands"
