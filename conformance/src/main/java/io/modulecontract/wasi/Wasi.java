package io.modulecontract.wasi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WASI preview 1 for one guest. It does what the grants allow, records everything that is tried,
 * and never waits: neither sleeping nor reading holds up a call.
 */
public final class Wasi {

  private final Map<String, WasiFunction> functions = new HashMap<>();
  private final Attempts attempts = new Attempts();
  private final Descriptors descriptors;
  private final Streams streams;
  private final Random random;

  /**
   * A host for one guest.
   *
   * @param grants what the guest may use
   * @param seed what random numbers and the time of day are made from, unless real ones are granted
   */
  public Wasi(Grants grants, long seed) {
    descriptors = new Descriptors(grants);
    streams = new Streams(grants, descriptors, attempts);
    random = new Random(grants, seed, attempts);
    streams.register(functions);
    new Details(descriptors).register(functions);
    new Positions(descriptors, attempts).register(functions);
    new Paths(descriptors, attempts).register(functions);
    new Clocks(grants, seed, attempts).register(functions);
    new Variables(grants, attempts).register(functions);
    functions.put("random_get", random::get);
    functions.put("sched_yield", (memory, arguments) -> Errno.SUCCESS.code());
    functions.put("proc_exit", (memory, arguments) -> exit((int) arguments[0]));
  }

  /** The function of this name; what no host of the contract does is refused, and recorded. */
  public WasiFunction function(String name) {
    WasiFunction known = functions.get(name);
    return known != null
        ? known
        : (memory, arguments) -> {
          attempts.add(name, "", false);
          return Errno.NOTSUP.code();
        };
  }

  private int exit(int code) {
    attempts.add("proc_exit", "" + code, false);
    throw new GuestExit(code);
  }

  /** What the guest tried since the start or {@link #forget}, each different thing once. */
  public List<Attempt> attempts() {
    return attempts.list();
  }

  /** Starts the record anew. */
  public void forget() {
    attempts.clear();
  }

  /** How many bytes the guest wrote to its standard outputs. */
  public long printed() {
    return streams.printed();
  }

  /** Whether something outside the guest's memory changed, which nothing brings back. */
  public boolean changed() {
    return descriptors.changed();
  }

  /** How often random bytes were asked for: all that a snapshot needs to know of them. */
  public long randomPosition() {
    return random.position();
  }

  /** Goes back to where a snapshot was made. */
  public void restore(long position) {
    random.restore(position);
    attempts.clear();
  }

  /** Closes what the guest has open; it is of no more use. */
  public void close() {
    descriptors.closeFiles();
  }
}
