package io.modulecontract.benchmarks;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.Area;
import io.modulecontract.host.ArrowInput;
import io.modulecontract.host.ArrowResult;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.HostedInstance;
import io.modulecontract.host.HostedModule;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * The host's own share of an exchange of 64 MiB of documents with {@code documents}, whatever the
 * guest takes: the stream is written, the answer is checked, and copied where it is to be owned.
 * All is processor time of the thread, the median of some rounds, and put beside {@code
 * System.arraycopy} of as many bytes, once each way: {@code java -Xmx6g
 * --add-opens=java.base/java.nio=ALL-UNNAMED -XX:-DontCompileHugeMethods -cp
 * benchmarks/target/benchmarks.jar io.modulecontract.benchmarks.HostShare}.
 */
public final class HostShare {

  private static final int BYTES = 64 << 20;
  private static final int ROUNDS = 41;
  private static final Policy ROOMY =
      Policy.DEFAULT.withMemoryPages(24_576).withDeadline(Duration.ofMinutes(2));

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long[][] taken = new long[4][ROUNDS];
  private final byte[] stream;
  private final byte[] other;

  private HostShare(byte[] stream) {
    this.stream = stream;
    this.other = new byte[stream.length];
  }

  /** Prints a line for each kind of text. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "texts              MiB  copied both ways, ms   written   checked    copied"
            + "   in place   owned");
    HostedModule module = Modules.hosted("documents.wasm");
    for (DocumentText text : DocumentText.values()) {
      byte[] stream = text.stream(BYTES);
      try (HostedInstance documents = module.open(ROOMY)) {
        new HostShare(stream).measure(documents, text.title());
      }
    }
  }

  private void measure(HostedInstance documents, String title) throws Exception {
    Area area = documents.allocate(stream.length);
    for (int round = 0; round < ROUNDS; round++) {
      taken[1][round] = time(() -> documents.write(area, stream));
    }
    documents.release(area);
    byte[] meta = Documents.command("test");
    try (BufferAllocator allocator = new RootAllocator();
        ArrowInput command = ArrowInput.ofBytes(meta);
        ArrowInput data = ArrowInput.ofBytes(stream)) {
      documents.<Integer, Exception>callArrow(
          Documents.FUNCTION, command, data, result -> read(result, allocator));
    }
    double unit = median(0);
    double written = median(1);
    double checked = median(2);
    double copied = median(3);
    System.out.printf(
        "%-17s %4d %21.1f %9.2f %9.2f %9.2f %10.2f %7.2f%n",
        title,
        stream.length >> 20,
        unit / 1e6,
        written / unit,
        checked / unit,
        copied / unit,
        (written + checked) / unit,
        (written + checked + copied) / unit);
  }

  /** What the host does with the answer is done again and again. */
  private int read(ArrowResult result, BufferAllocator allocator) throws Exception {
    ByteBuffer content = result.view().content();
    byte[] answer = new byte[content.remaining()];
    content.get(answer);
    for (int round = 0; round < ROUNDS; round++) {
      taken[0][round] = time(this::bothWays);
      taken[2][round] = time(() -> check(answer));
      taken[3][round] = time(() -> result.copy(allocator).close());
    }
    return answer.length;
  }

  private void bothWays() {
    System.arraycopy(stream, 0, other, 0, stream.length);
    System.arraycopy(other, 0, stream, 0, stream.length);
  }

  private static void check(byte[] answer) {
    if (!(StreamReader.read(answer) instanceof SoundStream)) {
      throw new IllegalStateException("the answer is no sound stream");
    }
  }

  private long time(Step step) throws ExchangeFailed {
    long start = threads.getCurrentThreadCpuTime();
    step.run();
    return threads.getCurrentThreadCpuTime() - start;
  }

  private double median(int part) {
    long[] sorted = taken[part].clone();
    Arrays.sort(sorted);
    return sorted[ROUNDS / 2];
  }

  /** A part of the host's work. */
  private interface Step {
    void run() throws ExchangeFailed;
  }
}
