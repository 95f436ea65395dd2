package io.modulecontract.engine;

import java.time.Duration;

/** Reads untrusted bytes: whatever they are, the answer is a {@link ModuleReading}. */
public final class ModuleReader {

  private ModuleReader() {}

  /**
   * Scans the bytes, then lets the engine parse and validate them.
   *
   * @param file the module's bytes
   * @param deadline how long the engine may take
   */
  public static ModuleReading read(ModuleFile file, Duration deadline) {
    return new ModuleReading.Unsupported(
        "a reader, which the next commit brings; " + deadline.toMillis() + " ms", file.name());
  }
}
