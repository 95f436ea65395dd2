package io.modulecontract.fuzz;

import io.modulecontract.finding.Course;
import io.modulecontract.spec.Clause;

/**
 * A broken clause with the smallest script that shows it, before it is confirmed elsewhere.
 *
 * @param clause what is broken
 * @param function the function of the guest that was called
 * @param actual what it did
 * @param course how it is seen again
 * @param shrunkFrom how many actions the program had in which it was seen first
 */
record Suspect(Clause clause, String function, String actual, Course course, int shrunkFrom) {

  private static final int LONGEST = 80;

  /** Two of the same name are the same to a reader: one clause, in one function of the guest. */
  String name() {
    return name(clause, function);
  }

  static String name(Clause clause, String function) {
    String plain = function.replaceAll("[^A-Za-z0-9_.-]", "_");
    String most = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return clause.id() + (most.isEmpty() ? "" : "-" + most);
  }
}
