package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.program.Judge;
import io.modulecontract.program.Program;
import io.modulecontract.program.SymptomKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs examples in a memory that has grown before. The growing is done once and its state is come
 * back to; only a program that fails is run again with the growing before it, so that its sequence
 * says all that it needs.
 */
final class GrownMemory {

  private final Programs programs;
  private final Program growing;
  private final @Nullable Judge judge;
  private long counted;

  GrownMemory(Programs programs, CheckRun run, Set<SymptomKind> also, long size) {
    this.programs = programs;
    this.growing = Program.allocating(size).withRelease();
    this.judge = judge(run.guests(), also, size);
  }

  /** Null when the memory did not grow like that; then the growing itself is what fails. */
  private static @Nullable Judge judge(Guests guests, Set<SymptomKind> also, long size) {
    Guest guest = guests.next();
    if (guest.allocate(size) instanceof CallOutcome.Returned area
        && area.value() != 0
        && guest.deallocate(area.value()).returned()) {
      return new Judge(guests.startingAt(guest.snapshot()), also);
    }
    return null;
  }

  void example(Program program) {
    if (programs.hopeless()) {
      return;
    }
    if (judge == null || judge.judge(program).isPresent()) {
      programs.example(program.after(growing));
    } else {
      programs.count(judge.operations() - counted);
      counted = judge.operations();
    }
  }
}
