package io.modulecontract.benchmarks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.host.Area;
import io.modulecontract.host.Result;
import io.modulecontract.host.ResultReader;
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

/** What it costs that every load and store of a guest is compared with whose bytes are whose. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardBenchmarks {

  private static final int CALLS = 20;
  private static final String GREET = "wasm_memory_rust_format_hello_world";
  private static final byte[] TEXT =
      "a text of some length to greet".getBytes(StandardCharsets.UTF_8);

  /** Whether the guest is watched, and live areas are guarded. */
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

  /** A program of the allocation property, with its model. */
  @Benchmark
  public void allocationProperty() {
    Program program = Workload.next(random);
    new GuardedProgram(guests.next(), watched, program.length()).run(program);
  }

  /** Whole calls beside live areas that are not passed: allocate, write, call, read, release. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long calls() {
    Guest guest = guests.next();
    ResultReader reader = new ResultReader(guest, guest.memoryLimit());
    for (int i = 0; i < 4; i++) {
      guard(guest, new Area(value(guest.allocate(40)), 40));
    }
    long answered = 0;
    for (int i = 0; i < CALLS; i++) {
      answered += greet(guest, reader);
    }
    return answered;
  }

  private int greet(Guest guest, ResultReader reader) {
    Area parameter = new Area(value(guest.allocate(TEXT.length)), TEXT.length);
    guest.write(parameter.pointer(), TEXT);
    CallOutcome outcome =
        watched
            ? guest.callWatched(GREET, parameter.pointer(), parameter.size())
            : guest.call(GREET, parameter.pointer(), parameter.size());
    if (watched && !guest.guard().touches().isEmpty()) {
      throw new IllegalStateException("greeting touched what it was not given");
    }
    guard(guest, parameter);
    Result.Bytes result = (Result.Bytes) reader.read(FunctionShape.BYTES, value(outcome));
    guard(guest, result.data());
    guard(guest, result.pair());
    release(guest, result.data());
    release(guest, result.pair());
    release(guest, parameter);
    return result.content().length;
  }

  private void guard(Guest guest, Area area) {
    if (watched) {
      guest.guard().guard(area.pointer(), area.size());
    }
  }

  private void release(Guest guest, Area area) {
    if (watched) {
      guest.guard().unguard(area.pointer(), area.size());
    }
    value(guest.deallocate(area.pointer()));
  }

  private static long value(CallOutcome outcome) {
    return ((CallOutcome.Returned) outcome).value();
  }
}
