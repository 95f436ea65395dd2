package io.modulecontract.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much is tried for each clause. */
public enum Effort {
  /** For every save: seconds less, rare faults may be missed. */
  QUICK(60, 120, 300),
  /** For every commit. */
  STANDARD(250, 300, 1_000),
  /** For a release: minutes. */
  THOROUGH(10_000, 600, 20_000);

  private final int programs;
  private final int operations;
  private final int cycles;

  Effort(int programs, int operations, int cycles) {
    this.programs = programs;
    this.operations = operations;
    this.cycles = cycles;
  }

  /** The effort of this name; empty when there is none. */
  public static Optional<Effort> byName(String name) {
    return Arrays.stream(values()).filter(effort -> effort.id().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(Effort::id).collect(Collectors.joining(", "));
  }

  /** How many random programs a property runs. */
  public int programs() {
    return programs;
  }

  /** How many operations a random program has at most. */
  public int operations() {
    return operations;
  }

  /** How often a leak check repeats a cycle between two looks. */
  public int cycles() {
    return cycles;
  }

  /** As users write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
