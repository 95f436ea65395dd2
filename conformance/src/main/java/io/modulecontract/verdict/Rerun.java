package io.modulecontract.verdict;

/**
 * What is saved of a failure, so that it can be seen again.
 *
 * @param json the settings and the course, as the text of a JSON object; empty when nothing is
 * @param options the options of the command line without which the module behaves otherwise
 */
public record Rerun(String json, String options) {

  /** Nothing is saved. */
  public static final Rerun NONE = new Rerun("", "");

  /** Whether nothing is saved. */
  public boolean isNone() {
    return json.isEmpty();
  }
}
