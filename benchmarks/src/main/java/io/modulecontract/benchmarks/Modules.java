package io.modulecontract.benchmarks;

import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The way from a module's bytes to what can be started. */
final class Modules {

  private static final String GREETING = "/io/modulecontract/reference/prebuilt/greeting.wasm";
  private static final Duration READING = Duration.ofSeconds(60);

  private Modules() {}

  /** The reference module that every benchmark runs on. */
  static ModuleFile greeting() {
    try {
      return ModuleFile.of("greeting.wasm", greetingBytes());
    } catch (UnreadableModule e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its bytes. */
  static byte[] greetingBytes() {
    try (InputStream stream = Modules.class.getResourceAsStream(GREETING)) {
      if (stream == null) {
        throw new IllegalStateException(GREETING + " is not in the jar");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ModuleReading.WellFormed read(ModuleFile file) {
    ModuleReading reading = ModuleReader.read(file, READING);
    if (reading instanceof ModuleReading.WellFormed wellFormed) {
      return wellFormed;
    }
    throw new IllegalArgumentException(file.name() + ": " + reading);
  }

  static LoadedModule load(ModuleReading.WellFormed reading) {
    return LoadedModule.of(reading, Profile.DEFAULT);
  }
}
