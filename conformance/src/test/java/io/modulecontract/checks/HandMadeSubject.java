package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.Readings;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import java.time.Duration;
import java.util.Optional;

/** A module of a few instructions, whose calls have 15 ms. */
final class HandMadeSubject {

  /** {@code loop br 0 end unreachable}. */
  static final int[] FOR_EVER = {0x03, 0x40, 0x0C, 0, 0x0B, 0x00};

  private HandMadeSubject() {}

  static Subject of(int... allocate) {
    return of(new HandMade().allocate(allocate));
  }

  static Subject of(HandMade module) {
    ModuleReading reading = Readings.read(module.bytes());
    LoadedModule loaded =
        LoadedModule.of(assertInstanceOf(ModuleReading.WellFormed.class, reading), Profile.DEFAULT);
    return new Subject(
        reading,
        Optional.of(loaded),
        ModuleDescriptor.NONE,
        Profile.DEFAULT,
        Policy.DEFAULT.withDeadline(Duration.ofMillis(15)),
        Effort.QUICK,
        1);
  }
}
