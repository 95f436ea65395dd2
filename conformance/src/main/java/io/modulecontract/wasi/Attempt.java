package io.modulecontract.wasi;

/**
 * Something that a guest asked its host for.
 *
 * @param function the function of WASI that it called
 * @param detail what it named, such as {@code "/etc/passwd"} or {@code stdout}; may be empty
 * @param granted whether the policy allows it; what is not allowed did not happen
 */
public record Attempt(String function, String detail, boolean granted) {

  /** In the words of a report: {@code path_open "/etc/passwd"}. */
  public String words() {
    return detail.isEmpty() ? function : function + " " + detail;
  }
}
