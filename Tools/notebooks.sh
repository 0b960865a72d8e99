#!/bin/sh
# Writes what Ecograph makes of the shipped datasets: rankings, measures, maps, and a page that shows them.
set -eu
output=$1
tool=${ECOGRAPH:-ecograph}
measures=degree,betweenness,harmonic,pagerank,coreness,constraint,missions,methods,participation-missions,participation-methods,participation,ei,articulation

# Runs the tool as the page's reader would type it.
run() { "$tool" "$@" --quiet; }

topics() { run describe "$1" --format csv | awk -F, -v s="$2" '$1 == s { print $2 }'; }

for name in opsi-cross-border innovation-networks; do
  data=datasets/$name
  folder=$output/$name
  mkdir -p "$folder/maps"
  rm -f "$folder"/*.csv "$folder"/*.md "$folder"/maps/*.svg
  run orchestrators "$data" --format csv -o "$folder/orchestrators.csv"
  run orchestrators "$data" --format markdown --top 25 -o "$folder/orchestrators.md"
  run measure "$data" --measures "$measures" --format csv -o "$folder/measures.csv"
  run map "$data" -o "$folder/maps/whole.svg"
  page=$folder/index.md
  {
    echo "# What Ecograph makes of \`$name\`"
    echo
    echo "Written by \`make demo\`; the commands below make each part again."
    echo
    echo "## Who convenes, who connects"
    echo
    echo "Ranked by seven criteria, which \`ecograph orchestrators --help\` defines; the score is the mean share of other"
    echo "candidates beaten. A star marks those whom nobody beats in all criteria at once."
    echo "[orchestrators.csv](orchestrators.csv) holds all rows; the first 25 of each ranking:"
    echo
    cat "$folder/orchestrators.md"
    echo
    printf '```sh\necograph orchestrators %s --format csv -o orchestrators.csv\n```\n\n' "$data"
    echo "## Measures"
    echo
    echo "[measures.csv](measures.csv): one row per actor."
    echo
    printf '```sh\necograph measure %s --measures %s --format csv -o measures.csv\n```\n\n' "$data" "$measures"
    echo "## The whole"
    echo
    echo "![Map of the whole](maps/whole.svg)"
    echo
    printf '```sh\necograph map %s -o maps/whole.svg\n```\n' "$data"
  } > "$page"
  for axis in missions methods; do
    noun=${axis%s}
    printf '\n## Maps of each %s\n' "$noun" >> "$page"
    topics "$data" "$axis" | sort | while read -r topic; do
      run map "$data" "--$noun" "$topic" -o "$folder/maps/$noun-$topic.svg"
      printf '\n### %s\n\n![Map of %s](maps/%s-%s.svg)\n\n```sh\necograph map %s --%s %s -o maps/%s-%s.svg\n```\n' \
        "$topic" "$topic" "$noun" "$topic" "$data" "$noun" "$topic" "$noun" "$topic" >> "$page"
    done
  done
  echo "wrote $folder: $(ls "$folder/maps" | wc -l | tr -d ' ') maps, rankings, measures" >&2
done

pkg-config --modversion libgvc > "$output/graphviz-version"
