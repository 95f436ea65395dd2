package io.modulecontract.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * The target that Jazzer calls: it decodes and runs, and never throws, for whatever a guest does is
 * booked elsewhere and the next input follows.
 */
public final class ModuleTarget {

  private static @Nullable WorkerSettings settings;
  private static @Nullable InputRunner runner;
  private static @Nullable JazzerCounters counters;

  private ModuleTarget() {}

  /** What the process was told, before Jazzer begins. */
  static void prepare(WorkerSettings told) {
    settings = told;
  }

  /**
   * Jazzer's agent is there, and with it whatever its engine is told through.
   *
   * @throws CannotFuzz when the module cannot be read
   */
  public static void fuzzerInitialize() throws CannotFuzz {
    if (settings == null) {
      throw new IllegalStateException("no settings");
    }
    runner = JazzerEngine.runner(settings);
    counters = new JazzerCounters();
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (runner != null && counters != null) {
      runner.run(bytes);
      counters.tell();
    }
  }

  /** The end of the process. */
  public static void fuzzerTearDown() {
    if (runner != null) {
      runner.end();
    }
  }
}
