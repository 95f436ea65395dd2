package io.modulecontract.benchmarks;

import io.modulecontract.fuzz.TargetRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a fuzzer does with an input, warm: decode, run on a restored guest, with coverage and
 * compares. The inputs are those that a corpus begins with; a campaign's own become longer. The JVM
 * has the options of a worker's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 10)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx1g",
      "-XX:+UseSerialGC",
      "-XX:-DontCompileHugeMethods",
      "-XX:InlineSmallCode=1000",
      "-XX:+UnlockDiagnosticVMOptions",
      "-XX:-UseSwitchProfiling"
    })
public class FuzzBenchmarks {

  /** The module. */
  @Param({"greeting", "documents"})
  public String module;

  private Path folder;
  private TargetRuns target;
  private List<byte[]> inputs;
  private int next;

  /** Loads it, with its descriptor. */
  @Setup
  public void setUp() throws Exception {
    folder = Files.createTempDirectory("fuzz");
    Path file = Files.write(folder.resolve("module.wasm"), Modules.bytes(module + ".wasm"));
    if (module.equals("documents")) {
      Files.write(folder.resolve("module.contract.toml"), Modules.bytes("documents.contract.toml"));
    }
    target = new TargetRuns(file);
    inputs = target.seeds();
  }

  /** Takes its files away. */
  @TearDown
  public void tearDown() throws Exception {
    Files.deleteIfExists(folder.resolve("module.contract.toml"));
    Files.deleteIfExists(folder.resolve("module.wasm"));
    Files.delete(folder);
  }

  /** One input after the other. */
  @Benchmark
  public boolean program() {
    next = (next + 1) % inputs.size();
    return target.run(inputs.get(next));
  }
}
