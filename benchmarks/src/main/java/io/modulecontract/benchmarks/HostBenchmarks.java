package io.modulecontract.benchmarks;

import io.modulecontract.engine.Policy;
import io.modulecontract.host.HostedInstance;
import io.modulecontract.host.HostedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;

/** What an application pays for a call: allocate, write, call, read, release everything. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HostBenchmarks {

  /** Bytes of the payload. */
  @Param({"5", "1024", "65536"})
  public int length;

  private HostedInstance hosted;
  private String text;
  private byte[] bytes;

  /** Loads the module. */
  @Setup
  public void setUp() throws Exception {
    Path file = Files.createTempFile("greeting", ".wasm");
    try {
      Files.write(file, Modules.greetingBytes());
      hosted = HostedModule.load(file).open(Policy.DEFAULT);
    } finally {
      Files.delete(file);
    }
    text = "w".repeat(length);
    bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /** A C string both ways, decoded. */
  @Benchmark
  public String cString() throws Exception {
    return hosted.callText("wasm_memory_c_format_hello_world", text);
  }

  /** Bytes both ways. */
  @Benchmark
  public byte[] bytes() throws Exception {
    return hosted.callBytes("wasm_memory_rust_format_hello_world", bytes);
  }
}
