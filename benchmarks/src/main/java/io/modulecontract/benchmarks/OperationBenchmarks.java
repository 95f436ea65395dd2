package io.modulecontract.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Checked operations a second: the column {@code operations} is what counts. A call of allocate or
 * deallocate with all that is checked around it is one operation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OperationBenchmarks {

  private static final long SEED = 42;

  /** What instance a program gets. */
  @Param public Start start;

  private Runs runs;
  private SplittableRandom random;

  /** Compiles the module and makes the first guest. */
  @Setup
  public void setUp() {
    runs = new Runs(Modules.load(Modules.read(Modules.greeting())), start);
    random = new SplittableRandom(SEED);
  }

  /** A plain loop over programs. */
  @Benchmark
  public void loop(Counted counted) {
    count(Feed.LOOP, counted);
  }

  /** A jqwik property on the JUnit Platform. */
  @Benchmark
  public void jqwik(Counted counted) {
    count(Feed.JQWIK, counted);
  }

  private void count(Feed feed, Counted counted) {
    long before = runs.operations();
    feed.batch(runs, random);
    counted.operations += runs.operations() - before;
  }

  /** What JMH divides by the time that passed. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    /** Checked operations. */
    public long operations;

    /** Begins anew. */
    @Setup(Level.Iteration)
    public void reset() {
      operations = 0;
    }
  }
}
