package io.modulecontract.binary;

/** Ends a scan at once with what was read; never leaves the package. */
final class ScanStop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ModuleReading reading;

  ScanStop(ModuleReading reading) {
    // No trace is taken: this is an answer, not a fault of ours.
    super(reading.toString(), null, false, false);
    this.reading = reading;
  }

  ModuleReading reading() {
    return reading;
  }
}
