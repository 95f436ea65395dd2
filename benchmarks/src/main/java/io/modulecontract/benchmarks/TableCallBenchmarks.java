package io.modulecontract.benchmarks;

import io.modulecontract.arrow.Mutant;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamMutator;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ArrowInput;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.HostedInstance;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Calls of {@code documents} with small tables, the guest's own work included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-opens=java.base/java.nio=ALL-UNNAMED", "-XX:-DontCompileHugeMethods"})
public class TableCallBenchmarks {

  private static final int ROWS = 20;

  private final SplittableRandom random = new SplittableRandom(42);
  private TableGenerator generator;
  private StreamMutator mutator;
  private byte[] meta;
  private HostedInstance documents;

  /** Opens an instance. */
  @Setup
  public void setUp() throws Exception {
    generator = new TableGenerator(Documents.schema());
    byte[] small = StreamWriter.write(generator.large(random, ROWS / 2), StreamLayout.PLAIN);
    mutator = new StreamMutator((SoundStream) StreamReader.read(small));
    meta = Documents.command("test");
    documents = Modules.hosted("documents.wasm").open(Policy.DEFAULT);
  }

  /** Closes it. */
  @TearDown
  public void tearDown() {
    documents.close();
  }

  /** A table of 0 to 20 rows is made, passed, and its answer checked. */
  @Benchmark
  public long valid() throws ExchangeFailed {
    byte[] data = StreamWriter.write(generator.random(random, ROWS), StreamLayout.PLAIN);
    return documents.callArrow(
        Documents.FUNCTION,
        ArrowInput.ofBytes(meta),
        ArrowInput.ofBytes(data),
        result -> result.view().rows());
  }

  /** A stream of 10 rows is spoiled, passed, and rejected. */
  @Benchmark
  public ExchangeFailed rejected() {
    Mutant mutant = mutator.random(random);
    while (!mutant.malformed()) {
      mutant = mutator.random(random);
    }
    try {
      documents.callArrow(
          Documents.FUNCTION,
          ArrowInput.ofBytes(meta),
          ArrowInput.ofBytes(mutant.bytes()),
          result -> result.view().rows());
    } catch (ExchangeFailed e) {
      return e;
    }
    throw new IllegalStateException("taken, and should not have been: " + mutant.words());
  }
}
