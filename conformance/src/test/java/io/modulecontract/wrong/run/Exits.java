package io.modulecontract.wrong.run;

import io.modulecontract.report.ReportFiles;
import io.modulecontract.wrong.checks.KnowsTheRun;

/** A run writes no report, and it does not end the process. */
public record Exits(ReportFiles files, KnowsTheRun check) {

  static void now() {
    System.exit(1);
  }

  static void soon() {
    Runtime.getRuntime().exit(1);
  }

  static void hard() {
    Runtime.getRuntime().halt(1);
  }
}
