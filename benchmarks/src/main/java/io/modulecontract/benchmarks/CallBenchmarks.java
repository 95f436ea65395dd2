package io.modulecontract.benchmarks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Answer;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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

/** Calls of {@code greeting} a second, as the checks make them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CallBenchmarks {

  private static final String FUNCTION = "wasm_memory_rust_format_hello_world";
  private static final byte[] WORLD = "World".getBytes(StandardCharsets.UTF_8);

  private RestoredGuests guests;
  private Script one;
  private Script other;

  /** Compiles the module. */
  @Setup
  public void setUp() {
    guests =
        new RestoredGuests(
            Modules.load(Modules.read(Modules.greeting())), Policy.DEFAULT, ExecutionMode.COMPILED);
    one = surrounded("x");
    other = surrounded("Y");
  }

  /** A pair of calls from one state, with other bytes around the parameter (CALL-11). */
  @Benchmark
  public boolean nonInterferencePair() {
    boolean same = answer(one).equals(answer(other));
    if (!same) {
      throw new IllegalStateException("greeting depends on bytes that it was not given");
    }
    return true;
  }

  private Answer answer(Script script) {
    return ScriptRunner.run(script, guests.next(), Set.of()).answers().get(0);
  }

  private static Script surrounded(String others) {
    return Script.of(
        new Action.Give(Content.of(others, 40)),
        new Action.Give(Content.of(WORLD)),
        new Action.Give(Content.of(others, 40)),
        new Action.Call(
            FUNCTION,
            FunctionShape.BYTES,
            List.of(new Operand.Pointer(Ref.to(1), 0), new Operand.Length(Ref.to(1), 0)),
            Expected.SERVED,
            Clause.CALL_12));
  }
}
