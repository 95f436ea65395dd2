package io.modulecontract.fuzz;

import io.modulecontract.abi.Limits;
import io.modulecontract.engine.FuzzedCode;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a worker does with each input, without an engine that makes them: it decodes, runs on a
 * restored guest, and sees what was passed and compared. For measuring; one module in a process, on
 * one thread.
 */
public final class TargetRuns {

  private static final long SEED = 1;

  private final FuzzRun run;
  private final List<byte[]> seeds;
  private final Edges edges = new Edges();
  private final Comparisons compares = new Comparisons(false);

  /**
   * Loads a module.
   *
   * @param module its file; a descriptor beside it is read
   * @throws CannotFuzz when it is none, or none that can be called
   */
  public TargetRuns(Path module) throws CannotFuzz {
    FuzzedCode.tell(compares);
    FuzzSubject subject =
        FuzzSubject.read(module, Optional.empty(), Limits.NONE, SEED, Fuzzing.COMPARES);
    subject.require(module);
    run = new FuzzRun(subject);
    seeds = Seeds.of(subject.functions(), SEED);
  }

  /** What a corpus begins with: the small payloads of the checks, most of them one call each. */
  public List<byte[]> seeds() {
    return seeds;
  }

  /**
   * Runs an input.
   *
   * @return whether it passed what none has passed before it
   * @throws IllegalStateException when a clause is broken: then a rate says nothing
   */
  public boolean run(byte[] input) {
    FuzzProgram program = run.decode(input);
    compares.begin();
    edges.begin();
    run.run(program)
        .ifPresent(
            fault -> {
              throw new IllegalStateException(fault.toString());
            });
    return edges.grew();
  }
}
