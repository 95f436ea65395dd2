package io.modulecontract.fuzz;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.script.BeyondReader;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** That a table is answered by a table, and that a lie about lengths is not believed. */
  private static final Set<Look> TABLES = EnumSet.of(Look.STREAMS, Look.CLAIMS);

  private static final Set<Look> SHORT = EnumSet.of(Look.SHORT_OF_MEMORY);

  private final Decoder decoder;
  private final Set<Look> looks;
  private Guests guests;
  private int actions;
  private List<Bytes.Stated> lengths = List.of();
  private volatile boolean restoring;
  private volatile @Nullable Guest running;

  FuzzRun(FuzzSubject subject) {
    guests = new RestoredGuests(subject.loaded(), subject.policy(), ExecutionMode.COMPILED);
    looks = looks(subject.functions());
    decoder = new Decoder(CalledFunction.of(subject.functions()), guests.room());
  }

  /** What a run looks for. */
  static Set<Look> looks(List<ModuleDescriptor.Function> functions) {
    return functions.stream().anyMatch(function -> function.tables().isPresent())
        ? TABLES
        : EnumSet.noneOf(Look.class);
  }

  Set<Look> looks() {
    return looks;
  }

  FuzzProgram decode(byte[] bytes) {
    Decoder.Decoded decoded = decoder.decode(bytes);
    lengths = decoded.lengths();
    return decoded.program();
  }

  /** How many actions the last program had. */
  int actions() {
    return actions;
  }

  /** Where lengths stand in the last input. */
  List<Bytes.Stated> lengths() {
    return lengths;
  }

  Guests guests() {
    return guests;
  }

  /** What goes wrong in it, as far as it counts. */
  Optional<Fault> run(FuzzProgram program) {
    actions = program.script().length();
    try {
      return seen(program);
    } catch (BeyondReader e) {
      // Neither a fault nor none.
      return Optional.empty();
    }
  }

  /** What the run is at, from whatever thread it is asked. */
  Phase phase() {
    Guest guest = running;
    if (guest != null && guest.isInCall()) {
      return Phase.GUEST;
    }
    return restoring ? Phase.RESTORE : Phase.ORACLE;
  }

  private Guest restored() {
    restoring = true;
    try {
      Guest guest = guests.next();
      if (guest != running) {
        running = guest;
      }
      return guest;
    } finally {
      restoring = false;
    }
  }

  private Optional<Fault> seen(FuzzProgram program) {
    Guest guest = restored();
    if (program.refused() == 0) {
      return ScriptRunner.run(program.script(), guest, looks).fault();
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
