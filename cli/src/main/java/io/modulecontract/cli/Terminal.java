package io.modulecontract.cli;

import picocli.CommandLine.Help.Ansi;

/** What kind of console this is. */
final class Terminal {

  private static final int WIDTH = 100;
  private static final int NARROWEST = 40;

  private Terminal() {}

  /** Whether a person looks at a terminal that shows colours. */
  static boolean colours() {
    return Ansi.AUTO.enabled();
  }

  /** The columns, from the environment where it tells. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    if (columns != null && columns.matches("[0-9]{1,4}")) {
      return Math.max(NARROWEST, Integer.parseInt(columns));
    }
    return WIDTH;
  }
}
