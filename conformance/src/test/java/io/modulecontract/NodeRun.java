package io.modulecontract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What came of a script that Node ran on a module.
 *
 * @param exit the exit code
 * @param printed what it printed, on both outputs
 */
public record NodeRun(int exit, String printed) {

  /** Runs it; without Node the calling test is skipped. */
  public static NodeRun of(Path script, Path module) throws IOException, InterruptedException {
    assumeTrue(hasNode(), "there is no `node` on the path");
    Path printed = Files.createTempFile(script.getParent(), "node", ".txt");
    Process process =
        new ProcessBuilder("node", script.toString(), module.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertTrue(ended, "node goes on and on");
    return new NodeRun(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
  }

  /** What it says of the module: the last line, without its first word. */
  public String actual() {
    return printed.stripTrailing().replaceFirst("(?s).*\n    actual +", "");
  }

  @Override
  public String toString() {
    return exit + "\n" + printed.substring(Math.max(0, printed.length() - 2_000));
  }

  private static boolean hasNode() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }
}
