package io.modulecontract.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Builds the reference modules, and replaces the committed bytes or compares with them. */
record WorkspaceBuild(Path workspace) {
  private static final String RESULT = "/out";

  /** How many problems the closing sentence names. */
  private static final int NAMED = 5;

  private static final String[] FORMAT = {"cargo", "fmt", "--all", "--check"};

  /** Errors for warnings, in all that is built. */
  private static final String[] CLIPPY = {
    "cargo", "clippy", "--quiet", "--locked", "--release", "--target", "wasm32-wasip1",
    "--workspace", "--lib", "--bins", "--examples", "--", "-D", "warnings"
  };

  /** The platform of the toolchain: tests run on it, not in WebAssembly. */
  private static final String HOST = "x86_64-unknown-linux-gnu";

  /** The same in the tests, of the crates that have some. */
  private static final String[] CLIPPY_TESTS = {
    "cargo",
    "clippy",
    "--quiet",
    "--locked",
    "--target",
    HOST,
    "--package",
    "ipc_check",
    "--package",
    "documents",
    "--tests",
    "--",
    "-D",
    "warnings"
  };

  private static final String[] TESTS = {
    "cargo",
    "test",
    "--quiet",
    "--locked",
    "--target",
    HOST,
    "--package",
    "ipc_check",
    "--package",
    "documents"
  };

  /** Makes the committed bytes those that the sources give; then stops at findings in these. */
  void update(Toolchain toolchain, PrintStream out) throws IOException {
    Prebuilt prebuilt = prebuilt();
    Sha256Sums before = prebuilt.present();
    SortedMap<String, byte[]> built = build(toolchain, out);
    prebuilt.replace(built);
    List<Difference> changes = Difference.between(before, prebuilt.present());
    changes.forEach(change -> out.println("  " + change.asChange()));
    out.printf(
        "built %d files, %s has %d changes%n", built.size(), prebuilt.folder(), changes.size());
    stopAt(lint(toolchain, out));
  }

  /** Says every difference and every finding in the sources, and stops if there is one. */
  void check(Toolchain toolchain, PrintStream out) throws IOException {
    Prebuilt prebuilt = prebuilt();
    Sha256Sums listed = prebuilt.listed();
    SortedMap<String, byte[]> built = build(toolchain, out);
    Sha256Sums toBuild = listed.only(name -> Prebuilt.isModule(name) || built.containsKey(name));
    List<String> problems = new ArrayList<>();
    problems.addAll(
        report("what was built", Difference.between(toBuild, Sha256Sums.of(built)), out));
    problems.addAll(
        report("the committed files", Difference.between(listed, prebuilt.present()), out));
    problems.addAll(lint(toolchain, out));
    stopAt(problems);
  }

  private void stopAt(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new BuildStopped(summary(problems));
    }
  }

  private String summary(List<String> problems) {
    String named = String.join("; ", problems.subList(0, Math.min(problems.size(), NAMED)));
    String more = problems.size() > NAMED ? " and %d more".formatted(problems.size() - NAMED) : "";
    return "%s: %s%s. Details are above.".formatted(workspace.getFileName(), named, more);
  }

  private Prebuilt prebuilt() {
    return new Prebuilt(workspace.resolve("prebuilt"));
  }

  private SortedMap<String, byte[]> build(Toolchain toolchain, PrintStream out) {
    // Without the committed bytes: nothing can be copied from them.
    toolchain.copyIn(new SourceTree(workspace, Set.of("prebuilt")));
    out.println("building " + workspace + ", which takes some minutes");
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    if (toolchain.run(log, Toolchain.SOURCES, "sh", "build.sh", RESULT) != 0) {
      out.writeBytes(log.toByteArray());
      throw new BuildStopped(workspace + " does not build: the message is above.");
    }
    return toolchain.copyOut(RESULT);
  }

  private static List<String> report(String what, List<Difference> differences, PrintStream out) {
    if (differences.isEmpty()) {
      out.println("  ok    " + what + ": just as " + Sha256Sums.FILE_NAME + " lists");
    }
    differences.forEach(it -> out.println("  FAIL  " + what + ": " + it.describe()));
    return differences.stream().map(it -> what + ": " + it.brief()).toList();
  }

  /** What format, lints and tests find in the sources. */
  private static List<String> lint(Toolchain toolchain, PrintStream out) {
    return Stream.of(FORMAT, CLIPPY, CLIPPY_TESTS, TESTS)
        .flatMap(command -> lint(toolchain, out, command).stream())
        .toList();
  }

  private static List<String> lint(Toolchain toolchain, PrintStream out, String[] command) {
    String line = String.join(" ", command);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    if (toolchain.run(log, Toolchain.SOURCES, command) == 0) {
      out.println("  ok    " + line);
      return List.of();
    }
    out.println("  FAIL  " + line);
    out.writeBytes(log.toByteArray());
    return List.of(command[0] + " " + command[1] + " has findings");
  }
}
