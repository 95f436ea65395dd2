package io.modulecontract.benchmarks;

import io.modulecontract.engine.LoadedModule;
import io.modulecontract.program.Breach;
import io.modulecontract.program.Judge;
import io.modulecontract.program.Program;
import java.util.Optional;
import java.util.Set;

/** Runs programs one after another, the very way a check does. */
final class Runs {

  private final Judge judge;
  private long programs;

  Runs(LoadedModule module, Start start) {
    judge = new Judge(start.guests(module), Set.of());
  }

  /**
   * Runs one program.
   *
   * @throws Fault when it breaks a clause: then the rate says nothing
   */
  void run(Program program) {
    programs++;
    Optional<Breach> breach = judge.judge(program);
    if (breach.isPresent()) {
      throw new Fault(breach.get());
    }
  }

  /** How many programs were run so far. */
  long programs() {
    return programs;
  }

  /** How many calls of the guest were made, each with its checks. */
  long operations() {
    return judge.operations();
  }

  /** A program broke a clause. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Fault(Breach breach) {
      super(
          breach.clause().id()
              + ": expected "
              + breach.symptom().expected()
              + ", actual "
              + breach.symptom().actual());
    }
  }
}
