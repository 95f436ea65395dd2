package io.modulecontract.benchmarks;

import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.host.HostedModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The way from a module's bytes to what can be started. */
final class Modules {

  private static final String FOLDER = "/io/modulecontract/reference/prebuilt/";
  private static final String GREETING = "greeting.wasm";
  private static final Duration READING = Duration.ofSeconds(60);

  private Modules() {}

  /** The reference module that most benchmarks run on. */
  static ModuleFile greeting() {
    try {
      return ModuleFile.of(GREETING, greetingBytes());
    } catch (UnreadableModule e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its bytes. */
  static byte[] greetingBytes() {
    return bytes(GREETING);
  }

  /** The bytes of a reference module. */
  static byte[] bytes(String name) {
    try (InputStream stream = Modules.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException(FOLDER + name + " is not in the jar");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A reference module, ready to be opened by an application. */
  static HostedModule hosted(String name) throws Exception {
    Path file = Files.createTempFile("module", ".wasm");
    try {
      return HostedModule.load(Files.write(file, bytes(name)));
    } finally {
      Files.delete(file);
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
