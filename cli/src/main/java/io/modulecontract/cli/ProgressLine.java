package io.modulecontract.cli;

import io.modulecontract.spec.Clause;
import java.io.PrintWriter;
import java.nio.file.Path;

/** One line on the terminal that says what is being checked; nothing where there is no terminal. */
final class ProgressLine {

  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean shown = Terminal.colours();

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  void checking(String file, Clause clause) {
    if (shown) {
      String name = String.valueOf(Path.of(file).getFileName()).replaceAll("\\p{Cntrl}", "?");
      err.print(CLEAR + clause.id() + " " + name + " …");
      err.flush();
    }
  }

  void clear() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
