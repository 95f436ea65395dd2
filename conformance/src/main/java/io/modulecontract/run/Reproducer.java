package io.modulecontract.run;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ShellWord;
import io.modulecontract.wasi.Grants;
import io.modulecontract.wasi.Preopen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the command line that shows a failure again.
 *
 * @param file the module as the user named it
 * @param options what the run was asked for
 */
record Reproducer(String file, RunOptions options) {

  String command(Clause clause) {
    StringBuilder command = new StringBuilder("java -jar module-contract.jar check ");
    command.append(ShellWord.of(file)).append(" --clause ").append(clause.id());
    command.append(" --seed ").append(options.seed());
    command.append(" --effort ").append(options.effort().id()).append(allowed());
    if (options.strict()) {
      command.append(" --strict");
    }
    return command.toString();
  }

  /** What the module may do, in the words of the command line. */
  String allowed() {
    StringBuilder command = new StringBuilder();
    options
        .descriptor()
        .ifPresent(path -> command.append(" --descriptor ").append(ShellWord.of("" + path)));
    options
        .limits()
        .memoryPages()
        .ifPresent(pages -> command.append(" --memory-limit ").append(pages).append("pages"));
    options
        .limits()
        .deadline()
        .ifPresent(time -> command.append(" --deadline ").append(time.toMillis()).append("ms"));
    grants(command, options.policy().grants());
    return command.toString();
  }

  private static void grants(StringBuilder command, Grants grants) {
    for (Preopen directory : grants.directories()) {
      String host = directory.host().map(Path::toString).orElse("");
      String words = host + ":" + directory.guest() + ":" + directory.access();
      command.append(" --dir ").append(ShellWord.of(words));
    }
    grants
        .environment()
        .orElse(Map.of())
        .forEach(
            (name, value) -> command.append(" --env ").append(ShellWord.of(name + "=" + value)));
    grants
        .arguments()
        .orElse(List.of())
        .forEach(argument -> command.append(" --arg ").append(ShellWord.of(argument)));
    flag(command, "--clock", grants.clock().given());
    flag(command, "--random", grants.random().given());
    flag(command, "--stdin", grants.stdin());
    flag(command, "--stdout", grants.stdout().grant().given());
    flag(command, "--stderr", grants.stderr().grant().given());
  }

  private static void flag(StringBuilder command, String name, boolean given) {
    if (given) {
      command.append(' ').append(name);
    }
  }
}
