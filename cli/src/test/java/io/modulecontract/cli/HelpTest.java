package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.spec.Clause;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the command line says about itself and about the clauses. */
final class HelpTest {

  @ParameterizedTest
  @CsvSource({
    "--help, Usage: module-contract [-hV] COMMAND",
    "-h, Usage: module-contract [-hV] COMMAND",
    "help, Usage: module-contract [-hV] COMMAND",
    "check --help, Usage: module-contract check",
    "check -h, Usage: module-contract check",
    "call --help, Usage: module-contract call",
    "help call, Usage: module-contract call",
    "help check, Usage: module-contract check",
    "explain --help, Usage: module-contract explain [-hV] CLAUSE",
    "help explain, Usage: module-contract explain [-hV] CLAUSE"
  })
  void isThereAtEveryLevel(String line, String usage) {
    CommandLineRun run = CommandLineRun.of((Object[]) line.split(" ", -1)).ends(0).shows(usage);
    assertEquals("", run.err());
  }

  @Test
  void tellsTheExitCodes() {
    CommandLineRun.of("--help")
        .ends(0)
        .shows("0 conforms", "1 does not conform", "2 wrong usage", "3 could not run", "4 inconc");
  }

  @ParameterizedTest
  @CsvSource({"--version", "-V", "check --version", "explain --version"})
  void namesItsVersionAndTheContracts(String line) {
    CommandLineRun.of((Object[]) line.split(" ", -1))
        .ends(0)
        .shows("module-contract ", "module interop contract 1.0");
  }

  @ParameterizedTest
  @EnumSource(Clause.class)
  void explainsEveryClause(Clause clause) {
    CommandLineRun run = CommandLineRun.of("explain", clause.id()).ends(0);
    run.shows(clause.id() + " " + clause.level(), "intent ", "checked ", "look first ");
    run.shows("clause contract-spec/SPEC.md#" + clause.anchor());
    assertEquals("", run.err());
    assertTrue(run.out().lines().allMatch(line -> line.length() <= Terminal.width()), run::out);
    assertEquals(run, CommandLineRun.of("explain", clause.id().toLowerCase(Locale.ROOT)));
  }
}
