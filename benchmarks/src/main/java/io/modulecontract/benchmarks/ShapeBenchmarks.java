package io.modulecontract.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.Area;
import io.modulecontract.host.ChunkStream;
import io.modulecontract.host.HostedInstance;
import io.modulecontract.host.InPlace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/**
 * The forms of exchange beside each other: text of one length handed to a guest that looks at each
 * byte of it, and the answer in the host's hands. All areas are released within the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.nio=ALL-UNNAMED")
public class ShapeBenchmarks {

  private static final int CHUNK = 65_536;
  private static final Policy POLICY = Policy.DEFAULT;

  /** Bytes of the text. */
  @Param({"1024", "65536", "1048576"})
  public int length;

  private HostedInstance greeting;
  private HostedInstance streaming;
  private HostedInstance callback;
  private HostedInstance hexadecimal;
  private HostedInstance tables;
  private InPlace squeeze;
  private HostedInstance squeezing;
  private Area kept;
  private String text;
  private byte[] bytes;
  private byte[] meta;
  private byte[] table;

  /** Opens an instance for each form. */
  @Setup
  public void setUp() throws Exception {
    text = "a line of thirty-two characters\n".repeat(1 + length / 32).substring(0, length);
    bytes = text.getBytes(UTF_8);
    greeting = Modules.hosted("greeting.wasm").open(POLICY);
    streaming = Modules.hosted("streaming.wasm").open(POLICY);
    hexadecimal = Modules.hosted("buddy.wasm").open(POLICY);
    tables = Modules.hosted("arrow_rows.wasm").open(POLICY);
    squeezing = Modules.hosted("in_place.wasm").open(POLICY);
    squeeze = squeezing.inPlace("squeeze_spaces");
    kept = squeezing.allocate(length);
    squeezing.write(kept, bytes);
    callback =
        Modules.hosted("host_callback.wasm")
            .withImports(
                List.of(
                    new ModuleDescriptor.Import(
                        "host", "deliver", Optional.of(ImportMeaning.DELIVER))))
            .open(POLICY);
    meta = LinesTable.command("all");
    table = LinesTable.of(text);
  }

  /** A C string both ways, decoded. */
  @Benchmark
  public String cString() throws Exception {
    return greeting.callText("wasm_memory_c_format_hello_world", text);
  }

  /** Bytes both ways. */
  @Benchmark
  public byte[] bytes() throws Exception {
    return greeting.callBytes("wasm_memory_rust_format_hello_world", bytes);
  }

  /** Written to an area, changed there, copied out. */
  @Benchmark
  public byte[] inPlace() throws Exception {
    return squeeze.change(bytes);
  }

  /** The same area again and again: no copy, no area. */
  @Benchmark
  public long inPlaceKept() throws Exception {
    return squeeze.change(kept);
  }

  /** In chunks of 64 KiB at most; the answers are not joined. */
  @Benchmark
  public int stream() throws Exception {
    int answered = 0;
    ChunkStream stream = streaming.stream("number_lines");
    for (int from = 0; from < length; from += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(length, from + CHUNK));
      boolean last = from + CHUNK >= length;
      answered += (last ? stream.last(chunk) : stream.next(chunk)).length;
    }
    return answered;
  }

  /** Twice as many bytes, delivered in pieces of 4 KiB. */
  @Benchmark
  public long callback() throws Exception {
    long[] delivered = new long[1];
    callback.callDelivering(
        "hexadecimal",
        bytes,
        piece -> {
          delivered[0] += piece.length;
          return true;
        });
    return delivered[0];
  }

  /** The work of {@link #callback} with the shape {@code bytes}. */
  @Benchmark
  public byte[] callbackAsBytes() throws Exception {
    return hexadecimal.callBytes("wasm_memory_rust_hex", bytes);
  }

  /** An Arrow table with a row for each line, checked by the guest, answered as another; a copy. */
  @Benchmark
  public byte[] arrow() throws Exception {
    Area first = tables.allocate(meta.length);
    Area second = tables.allocate(table.length);
    tables.write(first, meta);
    tables.write(second, table);
    long pointer =
        tables.call(
            "wasm_memory_rows_arrow",
            first.pointer(),
            first.size(),
            second.pointer(),
            second.size());
    Area pair = new Area(pointer, 8);
    Area data = LinesTable.named(tables.read(pair, 8));
    byte[] answer = tables.read(data, data.size());
    for (Area area : List.of(data, pair, second, first)) {
      tables.release(area);
    }
    return answer;
  }
}
