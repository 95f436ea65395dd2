package io.modulecontract.fuzz;

import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading.WellFormed;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.engine.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The reference modules, for targets that need one. */
final class OwnModules {

  private static final String FOLDER = "/io/modulecontract/reference/prebuilt/";

  private OwnModules() {}

  static LoadedModule load(String name) {
    try (InputStream in = OwnModules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new AssertionError("no resource " + FOLDER + name);
      }
      ModuleFile file = ModuleFile.of(name, in.readAllBytes());
      return LoadedModule.of(
          (WellFormed) ModuleReader.read(file, Duration.ofMinutes(1)), Profile.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableModule e) {
      throw new AssertionError(e);
    }
  }

  static Guest guest(String name) {
    return new FreshGuests(load(name), Policy.DEFAULT, ExecutionMode.COMPILED).next();
  }
}
