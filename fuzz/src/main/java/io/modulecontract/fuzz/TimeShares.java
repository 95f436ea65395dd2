package io.modulecontract.fuzz;

/**
 * What the time of a worker goes into, in samples of each {@link Phase}.
 *
 * @param guest how many in the guest's code
 * @param restore while its start state was brought back
 * @param oracle on our side
 * @param engine outside
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

  /** One more sample. */
  TimeShares with(Phase phase) {
    return switch (phase) {
      case GUEST -> new TimeShares(guest + 1, restore, oracle, engine);
      case RESTORE -> new TimeShares(guest, restore + 1, oracle, engine);
      case ORACLE -> new TimeShares(guest, restore, oracle + 1, engine);
      case ENGINE -> new TimeShares(guest, restore, oracle, engine + 1);
    };
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
