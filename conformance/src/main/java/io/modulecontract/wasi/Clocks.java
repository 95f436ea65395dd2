package io.modulecontract.wasi;

import java.time.Instant;
import java.util.Map;

/** Clocks that stand still, unless real ones are granted, and sleep that takes no time. */
final class Clocks {

  private static final long REALTIME = 0;
  private static final long MONOTONIC = 1;
  private static final int SUBSCRIPTION = 48;
  private static final int EVENT = 32;
  private static final int MOST_SUBSCRIPTIONS = 1024;
  private static final long FIRST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long DECADES = 1_000_000_000;
  private static final long NANOSECONDS = 1_000_000_000;

  private final Grant grant;
  private final Attempts attempts;
  private final long still;

  /** A clock that stands still does so at a time that follows from the seed (CALL-14). */
  Clocks(Grants grants, long seed, Attempts attempts) {
    this.grant = grants.clock();
    this.attempts = attempts;
    this.still = (FIRST + Math.floorMod(seed, DECADES)) * NANOSECONDS;
  }

  void register(Map<String, WasiFunction> functions) {
    functions.put("clock_res_get", (memory, a) -> resolution(memory, a).code());
    functions.put("clock_time_get", (memory, a) -> time(memory, a).code());
    functions.put("poll_oneoff", (memory, a) -> poll(memory, a).code());
  }

  private Errno resolution(GuestBytes memory, long[] arguments) {
    attempts.add("clock_res_get", "", grant.given());
    return answer(memory, arguments[0], (int) arguments[1], 1);
  }

  private Errno time(GuestBytes memory, long[] arguments) {
    attempts.add("clock_time_get", "", grant.given());
    return answer(memory, arguments[0], (int) arguments[2], now((int) arguments[0]));
  }

  /** The clocks of processor time are no host's business. */
  private static Errno answer(GuestBytes memory, long clock, int address, long value) {
    int id = (int) clock;
    if (id != REALTIME && id != MONOTONIC) {
      return id == 2 || id == 3 ? Errno.NOTSUP : Errno.INVAL;
    }
    memory.writeLong(address, value);
    return Errno.SUCCESS;
  }

  private long now(int clock) {
    if (grant != Grant.REAL) {
      return still;
    }
    Instant now = Instant.now();
    return clock == MONOTONIC
        ? System.nanoTime()
        : now.getEpochSecond() * NANOSECONDS + now.getNano();
  }

  /** Who may know the time is woken at once; everybody else is refused. */
  private Errno poll(GuestBytes memory, long[] arguments) {
    attempts.add("poll_oneoff", "", grant.given());
    if (!grant.given()) {
      return Errno.NOTSUP;
    }
    int from = (int) arguments[0];
    int to = (int) arguments[1];
    int count = (int) arguments[2];
    if (count <= 0 || count > MOST_SUBSCRIPTIONS) {
      return Errno.INVAL;
    }
    memory.check(from, count * SUBSCRIPTION);
    for (int i = 0; i < count; i++) {
      long userData = memory.readLong(from + i * SUBSCRIPTION);
      byte kind = memory.read(from + i * SUBSCRIPTION + 8);
      byte[] event = new byte[EVENT];
      event[8] = (byte) (kind == 0 ? Errno.SUCCESS : Errno.NOTSUP).code();
      event[10] = kind;
      memory.write(to + i * EVENT, event);
      memory.writeLong(to + i * EVENT, userData);
    }
    memory.writeInt((int) arguments[3], count);
    return Errno.SUCCESS;
  }
}
