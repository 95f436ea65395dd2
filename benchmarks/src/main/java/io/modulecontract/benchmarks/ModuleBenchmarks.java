package io.modulecontract.benchmarks;

import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
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
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to get a guest in its start state, step by step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ModuleBenchmarks {

  private static final int BLOCK = 1_024;

  /** So many blocks does a program of {@link Workload} write, in the mean. */
  private static final int WRITTEN = 10;

  private ModuleFile file;
  private ModuleReading.WellFormed reading;
  private LoadedModule module;
  private Guest guest;
  private GuestState start;

  /** Goes the whole way once, so that each benchmark has what comes before it. */
  @Setup
  public void setUp() {
    file = Modules.greeting();
    reading = Modules.read(file);
    module = Modules.load(reading);
    guest = Start.FRESH.guests(module).next();
    start = guest.snapshot();
  }

  /** From the bytes to a well-formed module, with the guard for untrusted bytes. */
  @Benchmark
  public Object parse() {
    return Modules.read(file);
  }

  /** To Java bytecode, and one instance of it, whose share is {@link #instantiate}. */
  @Benchmark
  public Object compile() {
    return Modules.load(reading).start(Policy.DEFAULT, ExecutionMode.COMPILED);
  }

  /** One more instance of a compiled module. */
  @Benchmark
  public Object instantiate() {
    return module.start(Policy.DEFAULT, ExecutionMode.COMPILED);
  }

  /** The same instance, put back after as many blocks were written as a program writes. */
  @Benchmark
  public boolean restore() {
    for (int block = 0; block < WRITTEN; block++) {
      guest.fill((long) block * BLOCK, 1, -1);
    }
    return guest.restore(start);
  }
}
