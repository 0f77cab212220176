# Where the tools live. Sourced by every script here; nothing is written inside the checkout.
# HEARTLINE_TOOLS overrides the cache folder, for instance to share it between machines of a CI.
TOOLS="${HEARTLINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/heartline}"
TRUNK_VERSION="0.21.14"
WASM_OPT_MIN="120"
PATH="$TOOLS/bin:$PATH:$PWD/node_modules/.bin"
export TOOLS PATH

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf 'heartline: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The version of a crate as Cargo.lock pins it.
locked_version() {
  awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}
