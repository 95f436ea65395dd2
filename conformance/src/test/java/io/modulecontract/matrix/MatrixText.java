package io.modulecontract.matrix;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kill matrix as a person reads it. */
final class MatrixText {

  private static final String HEAD =
      """
      # Kill matrix

      Every check must be shown to fail. This table is made by `KillMatrixTest`, which runs every clause against every
      reference module and compares with what stands here when it gets `-Dmatrix.all`, as from `.ci/run`. Each build does so
      for the modules that conform, and for each faulty one with the clause that it breaks. After a change that is meant, write
      it anew with

          mvn -pl contract-spec,reference-modules,conformance verify -Dtest=KillMatrixTest -Dmatrix.update -Dsurefire.failIfNoSpecifiedTests=false

      """;

  private static final int NAME = 42;

  private final Map<Catalogue.Entry, ModuleResult> results;

  MatrixText(Map<Catalogue.Entry, ModuleResult> results) {
    this.results = new LinkedHashMap<>(results);
  }

  String render() {
    return HEAD + clauses() + faulty() + grid();
  }

  /** The lines that are about one module each. */
  Stream<String> rows() {
    return Stream.of(faulty(), grid())
        .flatMap(String::lines)
        .filter(
            line ->
                results.keySet().stream()
                    .map(Catalogue.Entry::name)
                    .anyMatch(
                        name ->
                            line.startsWith("| `" + name + "`") || line.startsWith(name + " ")));
  }

  private String clauses() {
    StringBuilder text = new StringBuilder("## Each clause, and what breaks it\n\n");
    text.append("| clause | level | broken by |\n|---|---|---|\n");
    for (Clause clause : Clause.values()) {
      String killers =
          results.keySet().stream()
              .filter(entry -> entry.breaks().equals(Optional.of(clause)))
              .map(entry -> "`" + entry.name() + "`")
              .collect(Collectors.joining(", "));
      if (clause.family() == Family.ISO) {
        killers =
            "no module can; `IsolationDoubleTest` breaks it, with a host that shares an instance";
      }
      text.append("| ").append(clause.id()).append(" | ").append(clause.level());
      text.append(" | ").append(killers).append(" |\n");
    }
    return text.append('\n').toString();
  }

  private String faulty() {
    StringBuilder text = new StringBuilder("## Each faulty module, and what is seen\n\n");
    text.append(
        "| module | breaks | the mistake | what is seen | operations |\n|---|---|---|---|---|\n");
    results.forEach(
        (entry, result) ->
            entry
                .breaks()
                .flatMap(clause -> failure(result, clause))
                .ifPresent(
                    failure ->
                        text.append("| `")
                            .append(entry.name())
                            .append("` | ")
                            .append(entry.breaks().get().id())
                            .append(" | ")
                            .append(cell(entry.about()))
                            .append(" | ")
                            .append(cell(failure.actual()))
                            .append(" | ")
                            .append(operations(failure))
                            .append(" |\n")));
    return text.append('\n').toString();
  }

  private String grid() {
    StringBuilder text = new StringBuilder("## Everything\n\n");
    text.append("`x` failed, `.` passed, `-` not applicable, `~` not decided: ");
    text.append("a broken clause came first in nearly every sequence,\n");
    text.append("or too many calls did not return to try all of them.\n\n```\n");
    int column = 0;
    for (Clause clause : Clause.values()) {
      text.append(" ".repeat(NAME)).append("| ".repeat(column++));
      text.append(clause.id()).append('\n');
    }
    results.forEach(
        (entry, result) -> {
          text.append(entry.name()).append(" ".repeat(NAME - entry.name().length()));
          text.append(
              result.clauses().stream().map(MatrixText::sign).collect(Collectors.joining(" ")));
          text.append('\n');
        });
    return text.append("```\n").toString();
  }

  private static String sign(ClauseResult row) {
    if (row.failed()) {
      return "x";
    }
    if (row.undecided()) {
      return "~";
    }
    return row.decided() ? "." : "-";
  }

  static Optional<Failure> failure(ModuleResult result, Clause clause) {
    return result.clauses().stream()
        .filter(row -> row.clause() == clause)
        .map(ClauseResult::verdict)
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).failure())
        .findFirst();
  }

  private static String operations(Failure failure) {
    return failure.sequence().isEmpty() ? "" : Integer.toString(failure.sequence().size());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
