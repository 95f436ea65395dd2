package io.modulecontract.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs the inputs of a corpus once, smallest first, and notes those that cover an edge which no
 * input before them has covered.
 */
final class Merging implements InputRunner {

  private final FuzzRun run;
  private final Path file;
  private final Supplier<Set<Integer>> covered;
  private final Set<Integer> all = new HashSet<>();
  private final StringBuilder kept = new StringBuilder();

  /**
   * @param file where the names of the inputs go
   * @param covered the edges that the last run covered
   */
  Merging(FuzzSubject subject, Path file, Supplier<Set<Integer>> covered) {
    this.run = new FuzzRun(subject);
    this.file = file;
    this.covered = covered;
  }

  @Override
  public void run(byte[] input) {
    run.run(run.decode(input));
    if (all.addAll(covered.get())) {
      kept.append(Corpus.name(input)).append('\n');
    }
  }

  @Override
  public void end() {
    try {
      WholeFile.write(file, kept.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
