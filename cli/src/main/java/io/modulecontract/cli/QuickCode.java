package io.modulecontract.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the JVM to the compiler that is done at once. A check meets the code of a module for
 * seconds: to compile it a second time, better, takes longer than all that would run faster.
 */
final class QuickCode {

  private static final String DIRECTIVE = "[{match: \"*.*\", c2: {Exclude: true}}]";

  private QuickCode() {}

  /** Whether these arguments ask for something that is over soon. */
  static boolean suits(String... arguments) {
    List<String> all = List.of(arguments);
    return !all.isEmpty()
        && all.get(0).equals("check")
        && all.stream().noneMatch(argument -> argument.endsWith("thorough"));
  }

  /** Asks for it; a JVM that cannot be asked compiles as it likes. */
  static boolean ask() {
    try {
      Path file = Files.createTempFile("module-contract", ".json");
      try {
        Files.writeString(file, DIRECTIVE);
        Object answer =
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "compilerDirectivesAdd",
                    new Object[] {new String[] {file.toString()}},
                    new String[] {String[].class.getName()});
        return answer instanceof String said && said.contains("1 compiler directives added");
      } finally {
        Files.delete(file);
      }
    } catch (JMException | IOException | RuntimeException e) {
      return false;
    }
  }
}
