package io.modulecontract.benchmarks;

import com.sun.management.ThreadMXBean;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ChunkStream;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.HostedInstance;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;

/**
 * The memory of guest and host while 1 GiB goes through one instance in chunks of 1 MiB. No time is
 * taken here, for it looks at the heap in between: {@code java -cp benchmarks/target/benchmarks.jar
 * io.modulecontract.benchmarks.ChunkMemory}.
 */
public final class ChunkMemory {

  private static final int CHUNK = 1 << 20;
  private static final int CHUNKS = 1 << 10;
  private static final int WARM = 10;
  private static final Set<Integer> LOOKS = Set.of(1, WARM, 100, 500, CHUNKS);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long allocated = threads.getCurrentThreadAllocatedBytes();
  private int seen;

  private ChunkMemory() {}

  /** Prints a line for each look; fails where the last one finds more than the one when warm. */
  public static void main(String[] arguments) throws Exception {
    try (HostedInstance instance = Modules.hosted("streaming.wasm").open(Policy.DEFAULT)) {
      new ChunkMemory().run(instance);
    }
  }

  private void run(HostedInstance instance) throws ExchangeFailed {
    byte[] lines = new byte[CHUNK];
    Arrays.fill(lines, (byte) 'a');
    for (int i = 99; i < CHUNK; i += 100) {
      lines[i] = '\n';
    }
    System.out.println("chunks  guest MiB  host's heap after GC, KiB  allocated per chunk, KiB");
    long guest = 0;
    long heap = 0;
    ChunkStream stream = instance.stream("number_lines");
    for (int chunk = 1; chunk <= CHUNKS; chunk++) {
      if (chunk < CHUNKS) {
        stream.next(lines);
      } else {
        stream.last(lines);
      }
      if (LOOKS.contains(chunk)) {
        long used = look(chunk, instance.memorySize());
        guest = chunk == WARM ? instance.memorySize() : guest;
        heap = chunk == WARM ? used : heap;
        boolean more = instance.memorySize() > guest || used > heap + CHUNK;
        if (chunk > WARM && more) {
          throw new IllegalStateException("more memory than after " + WARM + " chunks");
        }
      }
    }
  }

  /** How many bytes of the heap are in use once what is garbage is gone. */
  private long look(int chunk, long guest) {
    long perChunk = (threads.getCurrentThreadAllocatedBytes() - allocated) / (chunk - seen);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf(
        "%6d %10.2f %25d %25d%n", chunk, guest / 1048576.0, used >> 10, perChunk >> 10);
    seen = chunk;
    allocated = threads.getCurrentThreadAllocatedBytes();
    return used;
  }
}
