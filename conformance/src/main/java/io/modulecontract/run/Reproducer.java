package io.modulecontract.run;

import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;

/**
 * Writes the command line that shows a failure again.
 *
 * @param file the module as the user named it
 * @param options what the run was asked for
 */
record Reproducer(String file, RunOptions options) {

  String command(Clause clause) {
    StringBuilder command = new StringBuilder("java -jar module-contract.jar check ");
    command.append(quoted(file)).append(" --clause ").append(clause.id());
    command.append(" --seed ").append(options.seed());
    command.append(" --effort ").append(options.effort().id());
    options
        .descriptor()
        .ifPresent(path -> command.append(" --descriptor ").append(quoted("" + path)));
    if (options.policy().memoryPages() != Policy.DEFAULT.memoryPages()) {
      command.append(" --memory-limit ").append(options.policy().memoryPages()).append("pages");
    }
    if (!options.policy().deadline().equals(Policy.DEFAULT.deadline())) {
      command.append(" --deadline ").append(options.policy().deadline().toMillis()).append("ms");
    }
    return command.toString();
  }

  private static String quoted(String word) {
    boolean plain = word.matches("[A-Za-z0-9_./:+=@%,-]+");
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
