package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever an option of {@code check} says, a property of the build can say, too. */
final class MavenPropertiesTest {

  private static final Pattern ARGUMENT =
      Pattern.compile("<argument>(--[a-z-]+)=\\$\\{([\\w.]+)}</argument>");

  private static Set<String> options(Object command) {
    return new CommandLine(command)
        .getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !Set.of("--help", "--version").contains(name))
            .map(name -> name.replaceFirst("-list$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyOptionHasOne() throws IOException {
    assertEquals(options(new CheckCommand()), passed("check"));
  }

  /** Those that a build cannot need are the command line's alone. */
  @Test
  void everyOptionOfFuzzHasOne() throws IOException {
    Set<String> options = options(new FuzzCommand());
    options.removeAll(Set.of("--merge", "--no-compares", "--profile"));
    assertEquals(options, passed("fuzz"));
  }

  /** What the build passes to a command. */
  private static Set<String> passed(String command) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String from = pom.substring(pom.indexOf("<argument>" + command + "</argument>"));
    String arguments = from.substring(0, from.indexOf("</arguments>"));
    Set<String> passed = new TreeSet<>();
    for (MatchResult argument : ARGUMENT.matcher(arguments).results().toList()) {
      // What can be given more than once is passed as a list.
      passed.add(argument.group(1).replaceFirst("-list$", ""));
      String property = argument.group(2);
      boolean preset =
          // Without it nothing is fuzzed.
          property.equals("fuzz")
              || pom.contains("<" + property + "/>")
              || pom.contains("<" + property + ">");
      assertTrue(preset, property + " has no value unless somebody sets it");
    }
    return passed;
  }

  @Test
  void everyOneIsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String descriptor = Files.readString(Path.of("..", "contract-spec", "DESCRIPTOR.md"));
    String fuzz = Files.readString(Path.of("..", "fuzz", "README.md"));
    String pom = Files.readString(Path.of("pom.xml"));
    for (MatchResult argument : ARGUMENT.matcher(pom).results().toList()) {
      String property = argument.group(2);
      assertTrue(
          property.equals("recap") || (readme + descriptor + fuzz).contains("-D" + property),
          property);
    }
  }
}
