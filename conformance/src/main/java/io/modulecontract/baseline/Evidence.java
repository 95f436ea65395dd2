package io.modulecontract.baseline;

import io.modulecontract.verdict.Failure;
import java.util.regex.Pattern;

/**
 * What a clause asked for and what the guest did, without what differs from seed to seed.
 *
 * @param expected what the clause asks for
 * @param actual what the guest did
 */
public record Evidence(String expected, String actual) {

  /** Of what a guest was given or answered, only paths tell one mistake from another. */
  private static final Pattern TEXT = Pattern.compile("\"(?![/.])(?:[^\"\\\\]++|\\\\.)*+\"");

  /** Bytes as they are shown: two digits each, in a row. */
  private static final Pattern BYTES =
      Pattern.compile("(?<!\\w)[0-9a-f]{2}(?: [0-9a-f]{2})+(?: …)?(?!\\w)");

  /** As answers, 0 and -1 have a meaning: behind an arrow, at the start, and behind "or". */
  private static final Pattern NUMBER =
      Pattern.compile(
          "((?:-> |\\bor |^)(?:0|-1)(?![\\w.]))|(?<![\\w.]|[A-Z]-)\\d+(?:\\.\\d+)?(?!\\w)");

  /** Puts an N for each number, for addresses and sizes are others at another seed. */
  public Evidence {
    expected = masked(expected);
    actual = masked(actual);
  }

  static Evidence of(Failure failure) {
    return new Evidence(failure.expected(), failure.actual());
  }

  private static String masked(String text) {
    String plain = BYTES.matcher(TEXT.matcher(text).replaceAll("\"…\"")).replaceAll("N");
    return NUMBER.matcher(plain).replaceAll(found -> found.group(1) == null ? "N" : found.group(1));
  }
}
