package io.modulecontract.cli;

import io.modulecontract.report.Printable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong while a command ran. */
final class Trouble implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) {
    return tell(command.getErr(), problem);
  }

  /** Says it in few lines; the exit code. */
  static int tell(PrintWriter err, Throwable problem) {
    if (problem instanceof CouldNotRun expected) {
      // It may quote a file that somebody else wrote, and a terminal would obey that.
      err.println("error: " + Printable.of(String.valueOf(expected.getMessage())));
    } else if (problem instanceof OutOfMemoryError) {
      err.println("error: this JVM has too little memory for it (java -Xmx gives more)");
    } else {
      err.println("error in module-contract itself: " + problem);
      StackTraceElement[] places = problem.getStackTrace();
      if (places.length > 0) {
        err.println("  at " + places[0]);
      }
    }
    return ModuleContract.COULD_NOT_RUN;
  }
}
