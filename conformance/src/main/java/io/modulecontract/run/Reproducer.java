package io.modulecontract.run;

import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

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
    if (options.strict()) {
      command.append(" --strict");
    }
    return command.toString();
  }

  /** As a shell reads it; a name that a terminal would act on is written with escapes. */
  private static String quoted(String word) {
    if (word.matches("[A-Za-z0-9_./:+=@%,-]+")) {
      return word;
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      return "$'" + escaped(word) + "'";
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder();
    word.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              if (Character.isISOControl(point)) {
                // Three octal digits: no digit that follows in the name becomes a part of it.
                for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
                  escaped.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
                }
              } else {
                escaped.append(point == '\'' || point == '\\' ? "\\" : "").append(character);
              }
            });
    return escaped.toString();
  }
}
