package io.modulecontract.benchmarks;

import io.modulecontract.engine.LoadedModule;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What threads gain: programs a second of all of them together, each on an instance of its own of
 * one compiled module. Divide the second line by the first.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ThreadBenchmarks {

  private static final int PROGRAMS = 64;

  /** One thread. */
  @Benchmark
  @Threads(1)
  public long one(Worker worker) {
    return worker.work();
  }

  /** Two at once. */
  @Benchmark
  @Threads(2)
  public long two(Worker worker) {
    return worker.work();
  }

  /** The module, compiled once for all threads. */
  @State(Scope.Benchmark)
  public static class Shared {
    private LoadedModule module;

    /** Reads it. */
    @Setup
    public void setUp() {
      module = Modules.load(Modules.read(Modules.greeting()));
    }
  }

  /** What one thread has for itself. */
  @State(Scope.Thread)
  public static class Worker {
    private Runs runs;
    private SplittableRandom random;

    /** Makes the instance, which belongs to the thread that makes it. */
    @Setup
    public void setUp(Shared shared) {
      runs = new Runs(shared.module, Start.RESTORED);
      random = new SplittableRandom(42);
    }

    private long work() {
      for (int i = 0; i < PROGRAMS; i++) {
        runs.run(Workload.next(random));
      }
      return runs.operations();
    }
  }
}
