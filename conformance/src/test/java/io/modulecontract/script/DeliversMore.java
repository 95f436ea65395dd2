package io.modulecontract.script;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.Readings;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.run.DeclaredImports;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A module whose areas lie one behind the other from 1024 on, and whose function delivers what it
 * is given and the eight bytes behind.
 */
public final class DeliversMore {

  /** What it imports. */
  public static final ModuleDescriptor DESCRIPTOR =
      new ModuleDescriptor(
          List.of(),
          List.of(
              new ModuleDescriptor.Import("host", "deliver", Optional.of(ImportMeaning.DELIVER))));

  private DeliversMore() {}

  /** The binary. */
  public static byte[] bytes() {
    return HexFormat.of()
        .parseHex(
            ("0061736d01000000 010c 02 60027f7f017f 60017f017f"
                    + "0210 01 04686f7374 0764656c69766572 0000"
                    + "0304 03010100 0503 010001 0607 017f0141 8008 0b"
                    + "0738 04 066d656d6f7279 0200 0d7761736d5f616c6c6f63617465 0001"
                    + "0f7761736d5f6465616c6c6f63617465 0002 0968616e645f6f766572 0003"
                    + "0a1e 03 0b 00 2300 2300 2000 6a 2400 0b"
                    + "04 00 4100 0b 0b 00 2000 2001 4108 6a 1000 0b")
                .replace(" ", ""));
  }

  /**
   * Another one: it delivers nothing whenever it allocates, and every area is at 16 and what it is
   * answered, 1 where nobody waits for a piece.
   */
  public static byte[] whenItAllocates() {
    return HexFormat.of()
        .parseHex(
            ("0061736d01000000 010c 02 60027f7f017f 60017f017f"
                    + "0210 01 04686f7374 0764656c69766572 0000"
                    + "0303 020101 0503 010001 072c 03 066d656d6f7279 0200"
                    + "0d7761736d5f616c6c6f63617465 0001 0f7761736d5f6465616c6c6f63617465 0002"
                    + "0a12 02 0b 00 4100 4100 1000 4110 6a 0b 04 00 4100 0b")
                .replace(" ", ""));
  }

  static Guest guest() {
    return guests(bytes()).next();
  }

  /** New instances of either. */
  public static FreshGuests guests(byte[] module) {
    ModuleReading.WellFormed reading =
        assertInstanceOf(ModuleReading.WellFormed.class, Readings.read(module));
    LoadedModule loaded = LoadedModule.of(reading, Profile.DEFAULT, DeclaredImports.of(DESCRIPTOR));
    return new FreshGuests(loaded, Policy.DEFAULT, ExecutionMode.COMPILED);
  }
}
