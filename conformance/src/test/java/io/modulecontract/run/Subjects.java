package io.modulecontract.run;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.checks.Effort;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import java.util.Optional;

/** Modules under check, for tests that take a run apart. */
final class Subjects {

  private Subjects() {}

  /** A reference module. */
  static Subject of(String name) {
    return of(ReferenceModules.reading(name), Optional.of(ReferenceModules.load(name)));
  }

  /** Whatever was read, and whatever was loaded. */
  static Subject of(ModuleReading reading, Optional<LoadedModule> loaded) {
    return new Subject(
        reading, loaded, ModuleDescriptor.NONE, Profile.DEFAULT, Policy.DEFAULT, Effort.QUICK, 1);
  }

  /** What listens to its checks. */
  static Decisions decisions(Subject subject) {
    return new Decisions(
        subject,
        Readiness.of(subject),
        new Reproducer("m.wasm", RunOptions.all(Effort.QUICK, 1)),
        Progress.NONE);
  }
}
