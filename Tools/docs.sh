#!/bin/sh
# Builds the documentation of the libraries with the toolchain's own compiler; warnings are errors.
set -eu
output=$1
docc=$(command -v docc || xcrun --find docc 2>/dev/null) || { echo "ecograph: docc is missing; it comes with Swift" >&2; exit 1; }
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
swift package dump-symbol-graph --minimum-access-level public --emit-extension-block-symbols >/dev/null 2>"$graphs/log" \
  || { cat "$graphs/log" >&2; exit 1; }
built=$(find .build -type d -name symbolgraph | head -n 1)
rm -rf "$output"
for module in GraphCore GraphMeasures PublishedValues Ecosystem EcosystemData Orchestration GraphvizLayout EcosystemMaps; do
  mkdir -p "$graphs/$module" "$output"
  cp "$built/$module".symbols.json "$graphs/$module/"
  for extension in "$built/$module@"*.symbols.json; do
    if [ -e "$extension" ]; then cp "$extension" "$graphs/$module/"; fi
  done
  set --
  if [ -d "Documentation/$module.docc" ]; then set -- "Documentation/$module.docc"; fi
  "$docc" convert "$@" --additional-symbol-graph-dir "$graphs/$module" --warnings-as-errors \
    --fallback-display-name "$module" --fallback-bundle-identifier "ecograph.$module" \
    --output-path "$output/$module.doccarchive"
done
echo "documentation in $output"
