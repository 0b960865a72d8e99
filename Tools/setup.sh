#!/bin/sh
# Brings what a build needs and the machine lacks, or says in one line what to install.
set -eu

fail() { echo "ecograph: $1" >&2; exit 1; }

command -v swift >/dev/null 2>&1 || fail "Swift 6.2 or later is missing; install it from https://www.swift.org/install"

# Apple systems carry zlib themselves.
has_zlib() { [ "$(uname -s)" = Darwin ] || pkg-config --exists zlib; }
has_all() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libgvc && has_zlib; }

if has_all; then exit 0; fi

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else fail "Graphviz or zlib is missing and sudo too; as root: apt-get install libgraphviz-dev pkg-config zlib1g-dev"
  fi
}

if command -v apt-get >/dev/null 2>&1; then
  echo "ecograph: installing Graphviz and zlib (libgraphviz-dev, pkg-config, zlib1g-dev) through apt-get" >&2
  as_root apt-get update -qq >&2 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libgraphviz-dev pkg-config zlib1g-dev >&2 \
    || fail "apt-get could not install Graphviz; run: sudo apt-get install libgraphviz-dev pkg-config zlib1g-dev"
elif command -v brew >/dev/null 2>&1; then
  echo "ecograph: installing Graphviz through Homebrew" >&2
  brew install --quiet graphviz pkgconf >&2 || fail "Homebrew could not install Graphviz; run: brew install graphviz pkgconf"
else
  fail "Graphviz or zlib is missing; install libgraphviz-dev and zlib1g-dev (or graphviz-devel and zlib-devel), and pkg-config"
fi
has_all || fail "Graphviz and zlib were installed, but pkg-config does not find libgvc and zlib"
