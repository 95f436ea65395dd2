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
cargo build --quiet --locked --release --target wasm32-wasip1 --workspace --exclude documents --lib --examples

# `documents` has crates from outside, whose files lie in cargo's folder. One of them, ahash, would draw its constants at
# every build unless it is told from what.
registry=${CARGO_HOME:-$HOME/.cargo}
RUSTFLAGS="$RUSTFLAGS --remap-path-prefix=$registry=cargo" CONST_RANDOM_SEED=documents \
    cargo build --quiet --locked --release --target wasm32-wasip1 --package documents --lib

for folder in greeting documents conforming/* faulty/*/; do
    if [ -f "$folder/Cargo.toml" ]; then
        name=$(basename "$folder")
        cp "$built/$name.wasm" "$out/$name.wasm"
    fi
done
for source in faulty/examples/*.rs faulty_arrow/examples/*.rs planted/examples/*.rs; do
    name=$(basename "$source" .rs)
    cp "$built/examples/$name.wasm" "$out/$name.wasm"
done

# The guest in C: no library, no start code, nothing but what stands in its files.
link_c() {
    name=$1 source=$2 memory=${3:-}
    clang --target=wasm32 -std=c17 -Os -mbulk-memory -ffreestanding -nostdlib -Wall -Wextra -Wconversion -Werror \
        -Wl,--no-entry,--strip-all,--stack-first,-z,stack-size=65536"$memory" \
        -o "$out/$name.wasm" "c_greeting/$source.c" c_greeting/areas.c c_greeting/text.c
}
link_c c_greeting greeting
link_c fixed_memory fixed_memory ,--initial-memory=4194304,--max-memory=4194304

# The faulty and planted guests that exchange tables all declare what the honest one does.
for source in faulty_arrow/examples/*.rs planted/examples/planted_arrow_*.rs; do
    cp conforming/arrow_rows/arrow_rows.contract.toml "$out/$(basename "$source" .rs).contract.toml"
done
cp documents/*.contract.toml conforming/*/*.contract.toml faulty/*.contract.toml faulty_arrow/*.contract.toml \
    planted/*.contract.toml "$out/"

# Two modules are damaged after the build, as real ones are on their way to a host.
whole=$out/mod_01_whole.wasm

# An upload that was interrupted: the first two thirds.
head -c $(($(wc -c <"$whole") * 2 / 3)) "$whole" >"$out/mod_01_truncated.wasm"

# A tool that changed one byte: the body of `answer` (no locals, i32.const 42, end) gives an i64 instead of an i32.
places=$(LC_ALL=C grep -obUaP '\x04\x00\x41\x2a\x0b' "$whole" | cut -d: -f1)
case $places in
'' | *[!0-9]*) echo "mod_01_whole.wasm: expected the body of answer() once, at: $places" >&2; exit 1 ;;
esac
cp "$whole" "$out/mod_01_invalid_body.wasm"
printf '\102' | dd of="$out/mod_01_invalid_body.wasm" bs=1 seek=$((places + 2)) conv=notrunc status=none
rm "$whole"
chmod 644 "$out"/*
