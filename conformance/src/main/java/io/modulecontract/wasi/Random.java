package io.modulecontract.wasi;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Random numbers: those of the seed, unless real ones are granted. */
final class Random {

  private final Grant grant;
  private final long seed;
  private final Attempts attempts;
  private long position;

  Random(Grants grants, long seed, Attempts attempts) {
    this.grant = grants.random();
    this.seed = seed;
    this.attempts = attempts;
  }

  long position() {
    return position;
  }

  void restore(long then) {
    position = then;
  }

  int get(GuestBytes memory, long[] arguments) {
    int address = (int) arguments[0];
    int length = (int) arguments[1];
    attempts.add("random_get", "", grant.given());
    // A wrong range must trap before its length is believed.
    memory.check(address, length);
    byte[] bytes = new byte[length];
    if (grant == Grant.REAL) {
      new SecureRandom().nextBytes(bytes);
    } else {
      new SplittableRandom(seed + position).nextBytes(bytes);
    }
    position++;
    memory.write(address, bytes);
    return Errno.SUCCESS.code();
  }
}
