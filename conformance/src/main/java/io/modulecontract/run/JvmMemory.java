package io.modulecontract.run;

import io.modulecontract.engine.HeapExhausted;

/** What is said when the memory of this JVM is not enough; no module is to blame for that. */
final class JvmMemory {

  private JvmMemory() {}

  static String ranOut() {
    long most = Runtime.getRuntime().maxMemory() >> 20;
    return "the memory of this JVM ran out, "
        + most
        + " MiB (java -Xmx gives more, a smaller --memory-limit takes less)";
  }

  /** Whether this is why something was thrown. */
  static boolean isCauseOf(Throwable thrown) {
    // Platforms wrap what a check throws, but never that deep.
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < 20; i++) {
      if (cause instanceof OutOfMemoryError || cause instanceof HeapExhausted) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
