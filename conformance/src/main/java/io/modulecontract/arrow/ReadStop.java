package io.modulecontract.arrow;

/** Ends the reading of a stream at its first flaw; never leaves the package. */
final class ReadStop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient StreamFlaw flaw;

  ReadStop(FlawKind kind, String place, String expected, Object found) {
    this(new StreamFlaw(kind, place, expected, String.valueOf(found)));
  }

  private ReadStop(StreamFlaw flaw) {
    super(null, null, false, false);
    this.flaw = flaw;
  }

  StreamFlaw flaw() {
    return flaw;
  }

  /** The same flaw, seen from further out. */
  ReadStop inside(String outer) {
    String place = flaw.place().isEmpty() ? outer : outer + ", " + flaw.place();
    return new ReadStop(new StreamFlaw(flaw.kind(), place, flaw.expected(), flaw.found()));
  }
}
