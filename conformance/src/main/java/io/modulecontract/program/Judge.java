package io.modulecontract.program;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs and says which clause a symptom breaks. A symptom alone does not tell: two areas
 * overlap also when an earlier second release had put one of them on the free list twice. So the
 * program is asked again without the operations under suspicion, and the clause is theirs when the
 * symptom is gone.
 */
public final class Judge {

  private static final int MOST_TIMEOUTS = 8;

  /** So many areas are few: what needs more to show depends on their number (ALLOC-11). */
  private static final int FEW = 512;

  private static final Duration SHORT = Duration.ofMillis(250);

  private final ProgramRunner runner;
  private Guests guests;
  private int timeouts;
  private @Nullable Boolean grows;

  /**
   * A judge over programs that start from these guests' start state.
   *
   * @param guests where each program gets its guest from
   * @param also symptoms to look for beyond those that every program shows
   */
  public Judge(Guests guests, Set<SymptomKind> also) {
    this.guests = guests;
    this.runner = new ProgramRunner(also, guests.toFit(), guests.next());
  }

  /** How many calls of the guest were made so far. */
  public long operations() {
    return runner.operations();
  }

  /** Whether it stopped asking, for too many calls had to be interrupted. */
  public boolean gaveUp() {
    return timeouts > MOST_TIMEOUTS;
  }

  /**
   * Runs a program.
   *
   * @return what it breaks; empty when nothing went wrong, or when the judge gave up
   */
  public Optional<Breach> judge(Program program) {
    if (gaveUp()) {
      return Optional.empty();
    }
    Symptom symptom = run(program, null);
    return symptom == null ? Optional.empty() : Optional.of(explain(program, symptom));
  }

  /**
   * Whether a program breaks its clause again: with the very same symptom, which leaves nothing to
   * explain, or with another one of which the same clause is the cause.
   */
  public boolean repeats(Breach breach) {
    Program program = breach.program();
    Symptom again = run(program, new Trace(), program.length() - 1);
    boolean same =
        again != null
            && again.kind() == breach.symptom().kind()
            && again.operation() == breach.symptom().operation();
    return same || judge(program).filter(other -> other.clause() == breach.clause()).isPresent();
  }

  private Breach explain(Program whole, Symptom first) {
    int length = firstBad(whole, Math.min(whole.length(), first.operation() + 1));
    Program program = whole.prefix(length);
    Trace trace = new Trace();
    Symptom closely = run(program, trace, length - 1);
    if (closely == null) {
      program = whole;
    }
    Symptom symptom = closely == null ? first : closely;
    trace.note(symptom.note());
    Program shown = upTo(symptom.operation(), program);
    return new Breach(cause(shown, symptom), symptom, shown, trace.steps());
  }

  /**
   * How many operations it takes until something is wrong. Comparing every live area after every
   * operation is for the last of them only: in a program of thousands it would take minutes. The
   * smallest program is good without its last operation, so that is asked first.
   */
  private int firstBad(Program program, int known) {
    int good = 0;
    int bad = known;
    if (bad < 2 || run(program.prefix(bad - 1), null) == null) {
      return bad;
    }
    bad--;
    while (bad - good > 1) {
      int middle = (good + bad) >>> 1;
      if (run(program.prefix(middle), null) == null) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return bad;
  }

  /** The program up to an operation; those behind its end are the releases of what is left. */
  private static Program upTo(int operation, Program program) {
    if (operation < program.length()) {
      return program.prefix(operation + 1);
    }
    return Program.builder().release(operation - program.length() + 1).build().after(program);
  }

  private Clause cause(Program program, Symptom symptom) {
    switch (symptom.kind()) {
      case DEAD_RELEASED,
          ZERO_DEAD_RELEASED,
          FOREIGN_RELEASED,
          CHANGED_BY_DEAD,
          CHANGED_BY_FOREIGN,
          IMPOSSIBLE_AREA,
          IMPOSSIBLE_STOPPED,
          MISALIGNED,
          OLD_BYTES -> {
        return symptom.kind().clause();
      }
      default -> {
        // The others may have a cause in an earlier operation.
      }
    }
    if (vanishes(program, (kind, argument) -> kind == Kind.RELEASE_FOREIGN)) {
      return Clause.DEALLOC_03;
    }
    if (vanishes(program, (kind, argument) -> kind == Kind.RELEASE_DEAD)) {
      return Clause.DEALLOC_02;
    }
    Guest guest = guests.next();
    long most = runner.toFit().asked();
    long memory = guest.memorySize();
    // Bytes that a request changed which was served are no matter of an earlier refusal.
    boolean byServed =
        symptom.kind() == SymptomKind.CHANGED_BY_ALLOCATE
            && program.argument(program.length() - 1) <= most;
    if (!byServed
        && vanishes(program, (kind, argument) -> kind == Kind.ALLOCATE && argument > most)) {
      return Clause.ALLOC_07;
    }
    if (symptom.kind() == SymptomKind.CHANGED_BY_ALLOCATE
        && symptom.grew()
        && run(grownBefore(program), null) == null) {
      return Clause.GROW_02;
    }
    if (symptom.kind() != SymptomKind.OUTSIDE_MEMORY
        && program.length() > 2 * FEW
        && run(program.prefix(FEW), null) == null) {
      return Clause.ALLOC_11;
    }
    return switch (symptom.kind()) {
      case REFUSED -> grows() ? Clause.ALLOC_10 : Clause.GROW_01;
      case ALLOCATE_STOPPED -> {
        long size = program.argument(program.length() - 1);
        // Who searches for ever where so little is asked for does not lack memory.
        boolean small = symptom.timedOut() && size < memory;
        yield size == 0 ? Clause.ALLOC_04 : small || grows() ? Clause.ALLOC_10 : Clause.GROW_01;
      }
      case NOT_RELEASED ->
          run(program.lastInFirstOut(), null) == null ? Clause.DEALLOC_05 : Clause.DEALLOC_01;
      default -> symptom.kind().clause();
    };
  }

  /** Whether there are such operations, and nothing goes wrong without them. */
  private boolean vanishes(Program program, Program.Test suspects) {
    Program rest = program.without(suspects);
    return rest.length() < program.length() && run(rest, null) == null;
  }

  /** The same program in a memory that has grown enough already. */
  private Program grownBefore(Program program) {
    long much = Math.min(program.requested() + U32.PAGE, 2 * runner.toFit().most());
    return program.after(Program.allocating(much).withRelease());
  }

  /** Whether this module's memory ever grows for a request larger than it is. */
  private boolean grows() {
    if (grows == null) {
      Guest guest = guests.next();
      CallOutcome outcome = guest.allocate(guest.memorySize() + 1);
      grows = outcome.isArea();
    }
    return grows;
  }

  private @Nullable Symptom run(Program program, @Nullable Trace trace) {
    return run(program, trace, 0);
  }

  private @Nullable Symptom run(Program program, @Nullable Trace trace, int closeFrom) {
    Symptom symptom = runner.run(program, guests.next(), trace, closeFrom);
    if (runner.excusedLate() || (symptom != null && symptom.timedOut())) {
      timeouts++;
      if (guests.policy().deadline().compareTo(SHORT) > 0) {
        // Seen once with the full deadline; the search for a smaller sequence need not wait so.
        guests = guests.under(guests.policy().withDeadline(SHORT));
      }
    }
    return symptom;
  }
}
