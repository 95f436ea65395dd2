package io.modulecontract.fuzz;

import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Runs programs on restored guests of one module, one after another. On one thread. */
final class FuzzRun {

  private static final Duration HURRY = Duration.ofMillis(250);

  /** When memory is refused on purpose, only damage counts, not that a call was not served. */
  private static final Set<Clause> DAMAGE =
      EnumSet.of(
          Clause.ALLOC_01,
          Clause.ALLOC_02,
          Clause.ALLOC_03,
          Clause.DEALLOC_01,
          Clause.CALL_01,
          Clause.CALL_09,
          Clause.CALL_16);

  private static final Set<Look> NOTHING = EnumSet.noneOf(Look.class);
  private static final Set<Look> SHORT = EnumSet.of(Look.SHORT_OF_MEMORY);

  private final Decoder decoder;
  private Guests guests;

  FuzzRun(FuzzSubject subject) {
    guests = new RestoredGuests(subject.loaded(), subject.policy(), ExecutionMode.COMPILED);
    Guest guest = guests.next();
    decoder = new Decoder(subject.functions(), guest.memoryLimit() - guest.memorySize());
  }

  FuzzProgram decode(byte[] bytes) {
    return decoder.program(bytes);
  }

  Guests guests() {
    return guests;
  }

  /** What goes wrong in it, as far as it counts. */
  Optional<Fault> run(FuzzProgram program) {
    Guest guest = guests.next();
    if (program.refused() == 0) {
      return ScriptRunner.run(program.script(), guest, NOTHING).fault();
    }
    guest.refuseGrowRequest(program.refused());
    ScriptRun run = ScriptRunner.run(program.script(), guest, SHORT);
    return run.fault().filter(fault -> DAMAGE.contains(fault.clause()));
  }

  /** From now on calls get little time: one is known that does not return. */
  void hurry() {
    if (guests.policy().deadline().compareTo(HURRY) > 0) {
      guests = guests.under(guests.policy().withDeadline(HURRY));
    }
  }
}
