#!/bin/sh
# Builds every reference module: sh build.sh OUT_DIR
# The bytes depend on the sources and the toolchain only, not on the folder, the user or the hour.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?usage: sh build.sh OUT_DIR}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$here"

: "${CARGO_TARGET_DIR:=$here/target}"
: "${CARGO_TARGET_WASM32_WASIP1_LINKER:=wasm-ld}"
export CARGO_TARGET_DIR CARGO_TARGET_WASM32_WASIP1_LINKER
unset CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_TARGET_WASM32_WASIP1_RUSTFLAGS
built=$CARGO_TARGET_DIR/wasm32-wasip1/release

# Bulk memory: clearing and moving bytes is one instruction instead of a library function.
export RUSTFLAGS="--remap-path-prefix=$here=. -Ctarget-feature=+bulk-memory"
cargo build --quiet --locked --release --target wasm32-wasip1 --workspace

for name in greeting header_free_list slabs bump_arena buddy; do
    cp "$built/$name.wasm" "$out/$name.wasm"
done
