#!/bin/sh
# Installs shell completions under the prefix named.
set -eu
prefix=$1
install -d "$prefix/share/bash-completion/completions" "$prefix/share/zsh/site-functions" \
  "$prefix/share/fish/vendor_completions.d"
"$ECOGRAPH" --generate-completion-script bash > "$prefix/share/bash-completion/completions/ecograph"
"$ECOGRAPH" --generate-completion-script zsh > "$prefix/share/zsh/site-functions/_ecograph"
"$ECOGRAPH" --generate-completion-script fish > "$prefix/share/fish/vendor_completions.d/ecograph.fish"
