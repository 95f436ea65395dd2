package io.modulecontract.fuzz;

/**
 * What the time of a worker goes into, in samples.
 *
 * @param guest the guest's own code
 * @param restore bringing its start state back
 * @param oracle decoding, the host's side of each action, the reference model
 * @param engine everything else: whatever makes the inputs and looks at what they covered
 */
record TimeShares(long guest, long restore, long oracle, long engine) {

  static final TimeShares NONE = new TimeShares(0, 0, 0, 0);

  String text() {
    return guest + "/" + restore + "/" + oracle + "/" + engine;
  }

  static TimeShares of(String text) {
    String[] parts = text.split("/", -1);
    return new TimeShares(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]));
  }

  TimeShares and(TimeShares other) {
    return new TimeShares(
        guest + other.guest, restore + other.restore, oracle + other.oracle, engine + other.engine);
  }

  /** One more sample: where a stack is, from its top. */
  TimeShares with(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith("com.dylibso.")) {
        return new TimeShares(guest + 1, restore, oracle, engine);
      }
      if (name.startsWith("io.modulecontract.engine.") && frame.getMethodName().equals("restore")) {
        return new TimeShares(guest, restore + 1, oracle, engine);
      }
      if (name.startsWith("io.modulecontract.") && !name.startsWith("io.modulecontract.engine.")) {
        return ofOurs(name);
      }
    }
    return new TimeShares(guest, restore, oracle, engine + 1);
  }

  private TimeShares ofOurs(String name) {
    boolean target = name.equals(ModuleTarget.class.getName());
    return target
            || name.equals(RandomEngine.class.getName())
            || name.equals(Comparisons.class.getName())
        ? new TimeShares(guest, restore, oracle, engine + 1)
        : new TimeShares(guest, restore, oracle + 1, engine);
  }

  /** In percent. */
  String words() {
    long all = Math.max(1, guest + restore + oracle + engine);
    return "guest "
        + 100 * guest / all
        + " %, restore "
        + 100 * restore / all
        + " %, oracle "
        + 100 * oracle / all
        + " %, engine "
        + 100 * engine / all
        + " %";
  }
}
