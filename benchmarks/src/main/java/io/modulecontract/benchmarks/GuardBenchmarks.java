package io.modulecontract.benchmarks;

import io.modulecontract.host.Area;
import io.modulecontract.host.Result;
import io.modulecontract.program.Program;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs that every load and store of a guest is compared with whose bytes are whose: beside
 * the same memory unwatched, and beside the engine's own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardBenchmarks {

  private static final int CALLS = 20;
  private static final int OTHERS = 4;
  private static final int SIZE = 40;
  private static final byte[] TEXT =
      "a text of some length to greet".getBytes(StandardCharsets.UTF_8);

  /** Which memory the guest has. */
  @Param public MemoryKind memory;

  private ComparedGuest guest;
  private SplittableRandom random;

  /** Compiles the module. */
  @Setup
  public void setUp() {
    guest = memory.open();
    random = new SplittableRandom(42);
  }

  /** A program of the allocation property, with its model. */
  @Benchmark
  public void allocationProperty() {
    guest.start();
    Program program = Workload.next(random);
    new GuardedProgram(guest, program.length()).run(program);
  }

  /** Whole calls beside live areas that are not passed: allocate, write, call, read, release. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long calls() {
    guest.start();
    Area[] others = new Area[OTHERS];
    for (int i = 0; i < OTHERS; i++) {
      others[i] = new Area(guest.allocate(SIZE), SIZE);
      guard(others[i]);
    }
    long answered = 0;
    for (int i = 0; i < CALLS; i++) {
      answered += greet();
    }
    for (Area other : others) {
      release(other);
    }
    return answered;
  }

  private int greet() {
    Area parameter = new Area(guest.allocate(TEXT.length), TEXT.length);
    guest.write(parameter.pointer(), TEXT);
    long pair = guest.call(ComparedGuest.GREET, parameter.pointer(), parameter.size());
    guard(parameter);
    Result.Bytes answer = guest.answer(pair);
    guard(answer.data());
    guard(answer.pair());
    release(answer.data());
    release(answer.pair());
    release(parameter);
    return answer.content().length;
  }

  private void guard(Area area) {
    guest.guard(area.pointer(), area.size());
  }

  private void release(Area area) {
    guest.unguard(area.pointer(), area.size());
    guest.deallocate(area.pointer());
  }
}
