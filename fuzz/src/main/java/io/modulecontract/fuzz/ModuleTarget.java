package io.modulecontract.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * The target that Jazzer calls: it decodes and runs, and never throws, for whatever a guest does is
 * booked elsewhere and the next input follows.
 */
public final class ModuleTarget {

  private static @Nullable WorkerSettings settings;
  private static @Nullable InputRunner runner;

  private ModuleTarget() {}

  /** What the process was told, before Jazzer begins. */
  static void prepare(WorkerSettings told) {
    settings = told;
  }

  /**
   * Jazzer's agent is there: what is compiled from now on is instrumented.
   *
   * @throws CannotFuzz when the module cannot be read
   */
  public static void fuzzerInitialize() throws CannotFuzz {
    if (settings == null) {
      throw new IllegalStateException("no settings");
    }
    runner = JazzerEngine.runner(settings);
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (runner != null) {
      runner.run(bytes);
    }
  }

  /** The end of the process. */
  public static void fuzzerTearDown() {
    if (runner != null) {
      runner.end();
    }
  }
}
