package io.modulecontract.fuzz;

import io.modulecontract.script.Finding;

/**
 * A broken clause with the smallest script that shows it, before it is confirmed elsewhere.
 *
 * @param finding what is broken, and how
 * @param refused which request for memory is refused, 0 for none
 * @param shrunkFrom how many actions the program had in which it was seen first
 */
record Suspect(Finding finding, int refused, int shrunkFrom) {

  /** Two of the same name are the same to a reader: one clause, in one function of the guest. */
  String name() {
    String function = finding.fault().function().replaceAll("[^A-Za-z0-9_.-]", "_");
    String most = function.length() > 80 ? function.substring(0, 80) : function;
    return finding.clause().id() + (most.isEmpty() ? "" : "-" + most);
  }
}
