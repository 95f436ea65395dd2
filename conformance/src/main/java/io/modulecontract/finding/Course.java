package io.modulecontract.finding;

import io.modulecontract.program.Program;
import io.modulecontract.program.SymptomKind;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a failure is seen again. */
public sealed interface Course {

  /**
   * A program of operations.
   *
   * @param program the operations
   * @param also what is looked for beyond what every program shows
   * @param stackPointer where the guest's stack begins, for whoever cannot see it
   */
  record Operations(Program program, Set<SymptomKind> also, long stackPointer) implements Course {
    /** Copies the set. */
    public Operations {
      also = copy(also, SymptomKind.class);
    }
  }

  /**
   * A script of areas and calls.
   *
   * @param script the actions
   * @param looks what is looked for beyond what every script shows
   * @param watched whether it takes a look at each load and store to see it
   */
  record Actions(Script script, Set<Look> looks, boolean watched) implements Course {
    /** Copies the set. */
    public Actions {
      looks = copy(looks, Look.class);
    }
  }

  /** Nothing runs: it stands in the binary. */
  record Binary() implements Course {}

  /** The module is started, and nothing more. */
  record Starting() implements Course {}

  /**
   * The clause's own check, with the seed and the effort of the run.
   *
   * @param sequence what shows it without the check; empty where only the check can
   */
  record ByCheck(Optional<Sequence> sequence) implements Course {
    /** Only the check can show it. */
    public ByCheck() {
      this(Optional.empty());
    }

    /** The sequence shows it, too. */
    public ByCheck(Sequence sequence) {
      this(Optional.of(sequence));
    }
  }

  private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
