package io.modulecontract.report;

import io.modulecontract.verdict.RunResult;

/** A report that is a file. The same run gives the same text. */
interface ReportFormat {

  /** The file's name in the report directory. */
  String fileName();

  /** The whole file. */
  String render(RunResult run);
}
