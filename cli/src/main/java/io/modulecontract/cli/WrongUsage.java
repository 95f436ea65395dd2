package io.modulecontract.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in few lines. */
final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    // Of options that exclude each other, the message begins with the same word already.
    String message = problem.getMessage().replaceFirst("^Error: ", "");
    // What a user pasted must not move the cursor.
    err.println("error: " + message.replaceAll("\\p{Cntrl}", "?"));
    UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("help:  " + command.getCommandSpec().qualifiedName() + " --help");
    return ModuleContract.WRONG_USAGE;
  }
}
