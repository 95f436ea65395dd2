package io.modulecontract.benchmarks;

import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.Area;
import io.modulecontract.host.ArrowInput;
import io.modulecontract.host.ChunkStream;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.HostedInstance;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 64 MiB of documents through the host, part by part, and 1 GiB in chunks. {@link HostShare} puts
 * the parts beside each other for several kinds of text.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx6g",
      "--add-opens=java.base/java.nio=ALL-UNNAMED",
      "-XX:-DontCompileHugeMethods"
    })
public class LargeTableBenchmarks {

  private static final int BYTES = 64 << 20;
  private static final int CHUNK = 1 << 20;
  private static final int CHUNKS = 1 << 10;
  private static final int WARM = 10;
  private static final Policy ROOMY = Policy.DEFAULT.withMemoryPages(24_576);

  private byte[] meta;
  private byte[] stream;
  private byte[] other;
  private byte[] lines;
  private HostedInstance documents;
  private HostedInstance streaming;
  private Area area;

  /** Makes a table of that size, and opens the instances. */
  @Setup
  public void setUp() throws Exception {
    TableGenerator generator = new TableGenerator(Documents.schema());
    SplittableRandom random = new SplittableRandom(42);
    int rows = 10_000;
    int length = stream(generator, random, rows).length;
    stream = stream(generator, random, (int) ((long) rows * BYTES / length));
    other = new byte[stream.length];
    meta = Documents.command("test");
    documents = Modules.hosted("documents.wasm").open(ROOMY);
    area = documents.allocate(stream.length);
    documents.write(area, stream);
    lines = new byte[CHUNK];
    Arrays.fill(lines, (byte) 'a');
    for (int i = 99; i < CHUNK; i += 100) {
      lines[i] = '\n';
    }
    streaming = Modules.hosted("streaming.wasm").open(Policy.DEFAULT);
  }

  private static byte[] stream(TableGenerator generator, SplittableRandom random, int rows) {
    return StreamWriter.write(generator.large(random, rows), StreamLayout.PLAIN);
  }

  /** Closes them. */
  @TearDown
  public void tearDown() throws ExchangeFailed {
    documents.release(area);
    documents.close();
    streaming.close();
  }

  /** The measure of all: the bytes are copied once each way. */
  @Benchmark
  public byte[] arraycopyBothWays() {
    System.arraycopy(stream, 0, other, 0, stream.length);
    System.arraycopy(other, 0, stream, 0, stream.length);
    return other;
  }

  /** The host writes the stream into an area, and copies it out. */
  @Benchmark
  public byte[] writeAndCopyOut() {
    documents.write(area, stream);
    return documents.read(area, stream.length);
  }

  /** The host writes the stream into an area; where it reads in place there is no copy. */
  @Benchmark
  public Area writeOnly() {
    documents.write(area, stream);
    return area;
  }

  /** What it costs to believe no byte of an answer. */
  @Benchmark
  public StreamReading check() {
    return StreamReader.read(stream);
  }

  /** All of it, the guest's own work included: areas, written, called, checked, released. */
  @Benchmark
  public long exchange() throws ExchangeFailed {
    return documents.callArrow(
        Documents.FUNCTION,
        ArrowInput.ofBytes(meta),
        ArrowInput.ofBytes(stream),
        result -> result.view().rows());
  }

  /** 1 GiB in chunks of 1 MiB: after the first ten, guest and host need no more memory. */
  @Benchmark
  public long chunks() throws ExchangeFailed {
    long answered = 0;
    long warm = 0;
    ChunkStream numbered = streaming.stream("number_lines");
    for (int i = 1; i < CHUNKS; i++) {
      answered += numbered.next(lines).length;
      warm = i == WARM ? streaming.memorySize() : warm;
    }
    answered += numbered.last(lines).length;
    if (streaming.memorySize() != warm) {
      throw new IllegalStateException(
          "grew from " + warm + " bytes after " + WARM + " chunks to " + streaming.memorySize());
    }
    return answered;
  }
}
