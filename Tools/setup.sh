#!/bin/sh
# Brings what a build needs and the machine lacks, or says in one line what to install.
set -eu

fail() { echo "ecograph: $1" >&2; exit 1; }

command -v swift >/dev/null 2>&1 || fail "Swift 6.2 or later is missing; install it from https://www.swift.org/install"

if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libgvc; then exit 0; fi

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else fail "Graphviz is missing and sudo too; as root: apt-get install libgraphviz-dev pkg-config"
  fi
}

if command -v apt-get >/dev/null 2>&1; then
  echo "ecograph: installing Graphviz (libgraphviz-dev, pkg-config) through apt-get" >&2
  as_root apt-get update -qq >&2 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libgraphviz-dev pkg-config >&2 \
    || fail "apt-get could not install Graphviz; run: sudo apt-get install libgraphviz-dev pkg-config"
elif command -v brew >/dev/null 2>&1; then
  echo "ecograph: installing Graphviz through Homebrew" >&2
  brew install --quiet graphviz pkgconf >&2 || fail "Homebrew could not install Graphviz; run: brew install graphviz pkgconf"
else
  fail "Graphviz is missing; install its development package (libgraphviz-dev or graphviz-devel) and pkg-config"
fi
pkg-config --exists libgvc || fail "Graphviz was installed, but pkg-config does not find libgvc"
