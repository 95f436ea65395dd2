package io.modulecontract.benchmarks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
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

/** What it costs that every load and store of a guest is compared with whose bytes are whose. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardBenchmarks {

  private static final int AREAS = 50;
  private static final long PATTERN = 0x0102_0304_0506_0708L;
  private static final byte[] TEXT =
      "a text of some length to greet".getBytes(StandardCharsets.UTF_8);

  /** Whether the guest is watched. */
  @Param({"false", "true"})
  public boolean watched;

  private RestoredGuests guests;
  private SplittableRandom random;

  /** Compiles the module. */
  @Setup
  public void setUp() {
    guests =
        new RestoredGuests(
            Modules.load(Modules.read(Modules.greeting())), Policy.DEFAULT, ExecutionMode.COMPILED);
    random = new SplittableRandom(42);
  }

  /** Areas are allocated, filled, compared and released, all live ones guarded. */
  @Benchmark
  public long allocations() {
    Guest guest = guests.next();
    long[] pointers = new long[AREAS];
    long[] sizes = new long[AREAS];
    long differing = 0;
    for (int i = 0; i < AREAS; i++) {
      sizes[i] = random.nextInt(1, 1_025);
      pointers[i] = value(guest, "wasm_allocate", sizes[i]);
      guest.fill(pointers[i], sizes[i], PATTERN);
      if (watched) {
        guest.guard().guard(pointers[i], sizes[i]);
      }
    }
    for (int i = 0; i < AREAS; i++) {
      differing += guest.mismatch(pointers[i], sizes[i], PATTERN);
      if (watched) {
        guest.guard().unguard(pointers[i], sizes[i]);
      }
      value(guest, "wasm_deallocate", pointers[i]);
    }
    return differing;
  }

  /** Calls beside live areas that are not passed. */
  @Benchmark
  public long calls() {
    Guest guest = guests.next();
    for (int i = 0; i < 4; i++) {
      long other = value(guest, "wasm_allocate", 40);
      if (watched) {
        guest.guard().guard(other, 40);
      }
    }
    long pointer = value(guest, "wasm_allocate", TEXT.length);
    guest.write(pointer, TEXT);
    long answered = 0;
    for (int i = 0; i < 20; i++) {
      answered += value(guest, "wasm_memory_rust_format_hello_world", pointer, TEXT.length);
    }
    return answered;
  }

  private long value(Guest guest, String function, long... arguments) {
    CallOutcome outcome =
        watched ? guest.callWatched(function, arguments) : guest.call(function, arguments);
    return ((CallOutcome.Returned) outcome).value();
  }
}
