package io.modulecontract.benchmarks;

import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import java.util.Locale;

/** What instance a program gets. */
public enum Start {
  /** A new one. */
  FRESH,
  /** The same one, put back into its start state: what the suite does. */
  RESTORED,
  /** The same one, never reset: a program depends on those before it. */
  KEPT;

  Guests guests(LoadedModule module) {
    return switch (this) {
      case FRESH -> new FreshGuests(module, Policy.DEFAULT, ExecutionMode.COMPILED);
      case RESTORED -> new RestoredGuests(module, Policy.DEFAULT, ExecutionMode.COMPILED);
      case KEPT -> new KeptGuests(FRESH.guests(module));
    };
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
