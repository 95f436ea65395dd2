package io.modulecontract.baseline;

import io.modulecontract.spec.Clause;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The failures that an author knows of and lets stay for a reason.
 *
 * @param entries in the order of the file
 */
public record Baseline(List<Entry> entries) {

  /** No failure is known. */
  public static final Baseline EMPTY = new Baseline(List.of());

  /** Copies the list. */
  public Baseline {
    entries = List.copyOf(entries);
  }

  /** What is known of a clause of a module; where several names fit the file, the longest does. */
  Optional<Entry> entry(Path file, Clause clause) {
    return entries.stream()
        .filter(entry -> entry.clause() == clause && entry.names(file))
        .max(Comparator.comparingInt(entry -> Path.of(entry.module()).getNameCount()));
  }

  /**
   * One known failure.
   *
   * @param module the file's name, with as many folders before it as tell it from others
   * @param clause the clause that is broken
   * @param reason why that may stay; blank as long as nobody has said
   * @param evidence what shows it
   */
  public record Entry(String module, Clause clause, String reason, Evidence evidence) {

    /** Whether the file has this name. A module that is built anew is still the same. */
    boolean names(Path file) {
      return file.normalize().endsWith(module);
    }

    /** Whether somebody has said why the failure may stay. */
    public boolean hasReason() {
      return !reason.isBlank();
    }
  }
}
