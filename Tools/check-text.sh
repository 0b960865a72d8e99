#!/bin/sh
# Looks for what should not be in the repository: placeholders, unfinished parts, paths of one machine.
set -eu
status=0
complain() { echo "$1" >&2; status=1; }
found=$(git grep -nE 'TODO|FIXME|@START_MENU_TOKEN@|fatalError\(|try!|as!' -- Sources Benchmarks || true)
[ -z "$found" ] || complain "unfinished or unsafe:
$found"
found=$(git grep -nE '/(home|Users|work|root|tmp)/[a-z]' -- Sources Tests Benchmarks datasets Documentation README.md CONTRIBUTING.md || true)
[ -z "$found" ] || complain "paths of one machine:
$found"
found=$(git ls-files 'Sources/*.swift' 'Benchmarks/*.swift' | xargs wc -l | awk '$2 != "total" && $1 > 400 { print $1, $2 }')
[ -z "$found" ] || complain "files over 400 lines:
$found"
exit $status
