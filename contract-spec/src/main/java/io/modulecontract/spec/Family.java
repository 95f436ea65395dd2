package io.modulecontract.spec;

import java.util.Arrays;
import java.util.List;

/** A group of clauses about one part of the contract; its name is the first part of a clause id. */
public enum Family {
  /** What can be read from the binary before anything runs. */
  MOD("Module"),
  /** Getting an instance. */
  INIT("Start"),
  /** Areas that the guest gives out. */
  ALLOC("Allocation"),
  /** Areas that the host gives back. */
  DEALLOC("Deallocation"),
  /** Memory that is lost over time. */
  LEAK("Leaks"),
  /** Memory that grows, up to its limit. */
  GROW("Growth"),
  /** The functions that do the module's work, their parameters and results. */
  CALL("Calls"),
  /** Arrow IPC streams as parameters and results. */
  ARROW("Arrow payloads"),
  /** Instances beside and after one another. */
  ISO("Isolation and concurrency"),
  /** What the module asks of its host. */
  POL("Policy");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** The family's heading in {@code SPEC.md}. */
  public String title() {
    return title;
  }

  /** The family's clauses, in the order of the specification. */
  public List<Clause> clauses() {
    return Arrays.stream(Clause.values()).filter(clause -> clause.family() == this).toList();
  }
}
