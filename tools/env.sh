# Where the tools live. Sourced by every script here, at the root of the checkout, into which nothing
# but node_modules is installed.
# HEARTLINE_TOOLS overrides the cache folder, for instance to share it between machines of a CI.
TOOLS="${HEARTLINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/heartline}"
TRUNK_VERSION="0.21.14"
ROOT="$(pwd -P)"
# The packages that package-lock.json pins go before the machine's own, so that every machine builds the
# same; cargo is found even where rustup has not been put on PATH.
PATH="$TOOLS/bin:$ROOT/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
# The same sources give the same program wherever they are built: no path of the machine is in it.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$ROOT=heartline"
export TOOLS PATH CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
# The browser the site is tested in, by its full path.
if browser="$(command -v "${CHROMIUM:-chromium}")"; then export CHROMIUM="$browser"; fi
# Trunk takes NO_COLOR=1 for a mistake; it is content with `true`.
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf 'heartline: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The version of a crate as Cargo.lock pins it.
locked_version() {
  awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}
