package io.modulecontract.baseline;

import io.modulecontract.verdict.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a clause asked for and what the guest did, without what differs from seed to seed.
 *
 * @param expected what the clause asks for
 * @param actual what the guest did
 */
public record Evidence(String expected, String actual) {

  /** Behind an arrow stands an answer, and of answers 0 and -1 have a meaning. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<answer>-> (?:0|-1)(?![\\w.]))|(?<![\\w.])\\d+(?:\\.\\d+)?(?!\\w)");

  /** Puts an N for each number: addresses and sizes are others at another seed. */
  public Evidence {
    expected = masked(expected);
    actual = masked(actual);
  }

  static Evidence of(Failure failure) {
    return new Evidence(failure.expected(), failure.actual());
  }

  private static String masked(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                found.group().startsWith("->") ? Matcher.quoteReplacement(found.group()) : "N");
  }
}
