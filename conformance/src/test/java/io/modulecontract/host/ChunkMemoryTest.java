package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.Policy;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host needs for a chunk does not depend on how many there were before. */
class ChunkMemoryTest {

  private static final int CHUNK = 1 << 20;
  private static final int WARM = 10;
  private static final int SOME = 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path directory;

  /** Lines whose numbers have six digits from the tenth chunk on, so that the answers are alike. */
  private static byte[] lines() {
    byte[] lines = new byte[CHUNK];
    Arrays.fill(lines, (byte) 'a');
    for (int i = 99; i < CHUNK; i += 100) {
      lines[i] = '\n';
    }
    return lines;
  }

  @Test
  void laterChunksTakeAsMuchAsTheFirst() throws Exception {
    byte[] lines = lines();
    Path file = directory.resolve("streaming.wasm");
    Files.write(file, ReferenceModules.bytes("streaming.wasm"));
    try (HostedInstance instance = HostedModule.load(file).open(Policy.DEFAULT)) {
      ChunkStream stream = instance.stream("number_lines");
      allocated(stream, lines, WARM);
      long guest = instance.memorySize();
      long before = heap();
      long first = allocated(stream, lines, SOME);
      long then = allocated(stream, lines, SOME);
      long after = heap();
      stream.last(new byte[0]);

      assertEquals(guest, instance.memorySize());
      assertTrue(first > (long) SOME * CHUNK, () -> "the answers alone are more than " + first);
      assertTrue(
          Math.abs(then - first) < CHUNK, () -> first + " bytes for some, " + then + " for others");
      assertTrue(after < before + CHUNK, () -> before + " bytes in use, then " + after);
    }
  }

  private long allocated(ChunkStream stream, byte[] chunk, int times) throws ExchangeFailed {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      stream.next(chunk);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
