package io.modulecontract.benchmarks;

import io.modulecontract.arrow.Mutant;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamMutator;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.arrow.UnsupportedSchema;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Arrow streams a second: tables of the columns of documents and about 10 rows are generated,
 * written, read, spoiled. What a guest takes is not in here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ArrowBenchmarks {

  private static final long SEED = 42;
  private static final int SMALL = 20;
  private static final int LARGE = 100_000;

  private SplittableRandom random;
  private TableGenerator generator;
  private Table small;
  private byte[] smallStream;
  private byte[] largeStream;
  private StreamMutator mutator;

  /** Makes the streams. */
  @Setup
  public void setUp() throws UnsupportedSchema {
    random = new SplittableRandom(SEED);
    generator = new TableGenerator(Documents.schema());
    small = generator.large(random, SMALL / 2);
    smallStream = StreamWriter.write(small, StreamLayout.PLAIN);
    largeStream = StreamWriter.write(generator.large(random, LARGE), StreamLayout.PLAIN);
    mutator = new StreamMutator((SoundStream) StreamReader.read(smallStream));
  }

  /** A table of 0 to 20 rows is made, written and read again. */
  @Benchmark
  public Table generateWriteRead() {
    Table table = generator.random(random, SMALL);
    byte[] stream = StreamWriter.write(table, StreamLayout.PLAIN);
    return ((SoundStream) StreamReader.read(stream)).table();
  }

  /** 10 rows are written. */
  @Benchmark
  public byte[] write() {
    return StreamWriter.write(small, StreamLayout.PLAIN);
  }

  /** 10 rows are checked, and no value is made. */
  @Benchmark
  public StreamReading check() {
    return StreamReader.read(smallStream);
  }

  /** The bytes of a mutant of 10 rows. */
  @Benchmark
  public byte[] mutant() {
    return mutator.random(random).bytes();
  }

  /** The same, and its reading. */
  @Benchmark
  public StreamReading mutantAndReading() {
    Mutant mutant = mutator.random(random);
    return mutant.reading();
  }

  /** A stream of 100 000 rows is checked. */
  @Benchmark
  public StreamReading checkLarge() {
    return StreamReader.read(largeStream);
  }
}
