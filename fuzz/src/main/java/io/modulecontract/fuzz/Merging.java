package io.modulecontract.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs the inputs of a corpus once, smallest first, and notes those that cover an edge which no
 * input before them has covered.
 */
final class Merging implements InputRunner {

  private final FuzzRun run;
  private final Path file;
  private final Edges edges = new Edges();
  private final StringBuilder kept = new StringBuilder();

  /**
   * @param file where the names of the inputs go
   */
  Merging(FuzzSubject subject, Path file) {
    this.run = new FuzzRun(subject);
    this.file = file;
  }

  @Override
  public void run(byte[] input) {
    edges.begin();
    run.run(run.decode(input));
    if (edges.grew()) {
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
