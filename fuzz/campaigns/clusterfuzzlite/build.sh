#!/bin/bash -eu
# Makes a fuzz target of each module in $SRC/modules, a descriptor beside it included: all of it goes into $OUT.

# The runners bring a Java of their own, not always new enough: the targets take theirs with them.
jlink=$(readlink -f "$(command -v javac)")
jlink=${jlink%/*}/jlink
rm -rf "$OUT/java"
"$jlink" --output "$OUT/java" --strip-java-debug-attributes --no-header-files --no-man-pages \
  --add-modules java.instrument,java.logging,java.management,java.sql,java.xml,jdk.attach,jdk.management,jdk.unsupported

cp "$SRC/module-contract.jar" "$OUT/"
shopt -s nullglob
modules=("$SRC"/modules/*.wasm)
if [ ${#modules[@]} -eq 0 ]; then
  echo "build.sh: there is no module in $SRC/modules" >&2
  exit 1
fi

for module in "${modules[@]}"; do
  name=$(basename "$module" .wasm)
  cp "$module" "$OUT/"
  [ ! -e "$SRC/modules/$name.contract.toml" ] || cp "$SRC/modules/$name.contract.toml" "$OUT/"

  # What it begins with: the payloads of the checks, and the words that the module itself has.
  files=$(mktemp -d)
  "$OUT/java/bin/java" -cp "$OUT/module-contract.jar" io.modulecontract.fuzz.ClusterTarget --files "$module" "$files"
  (cd "$files/seeds" && zip -q "$OUT/${name}_fuzzer_seed_corpus.zip" ./*)
  cp "$files/words.dict" "$OUT/${name}_fuzzer.dict"
  rm -rf "$files"

  # What an input may be, and how long a call may take until ClusterFuzzLite calls it a hang: the contract's own deadline
  # comes first.
  printf '[libfuzzer]\nmax_len = 1024\ntimeout = 60\nrss_limit_mb = 2560\nuse_value_profile = 1\ndict = %s\n' \
    "${name}_fuzzer.dict" >"$OUT/${name}_fuzzer.options"

  cat >"$OUT/${name}_fuzzer" <<TARGET
#!/bin/bash
# LLVMFuzzerTestOneInput: by this word ClusterFuzzLite knows a fuzz target.
here=\$(dirname "\$(readlink -f "\$0")")
exec "\$here/java/bin/java" -Xmx1536m -XX:+UseSerialGC -XX:-DontCompileHugeMethods -XX:+EnableDynamicAgentLoading \\
  -Djdk.attach.allowAttachSelf=true -cp "\$here/module-contract.jar" \\
  io.modulecontract.fuzz.ClusterTarget "\$here/$name.wasm" "\$@"
TARGET
  chmod +x "$OUT/${name}_fuzzer"
  echo "build.sh: ${name}_fuzzer"
done
