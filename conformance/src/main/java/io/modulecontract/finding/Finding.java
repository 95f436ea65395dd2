package io.modulecontract.finding;

import io.modulecontract.spec.Clause;
import java.time.Duration;

/**
 * A failure as it was saved.
 *
 * @param module the module's file name
 * @param sha256 its hash in lower-case hexadecimal
 * @param clause the broken clause
 * @param seed what every random choice was made from
 * @param effort how much was tried, by name
 * @param memoryPages the memory limit
 * @param deadline how long a call was given
 * @param actual what the guest did
 * @param course how it is seen again
 */
public record Finding(
    String module,
    String sha256,
    Clause clause,
    long seed,
    String effort,
    int memoryPages,
    Duration deadline,
    String actual,
    Course course) {

  /** What the file's first field says. */
  public static final String FORMAT = "module-contract-finding/1";
}
