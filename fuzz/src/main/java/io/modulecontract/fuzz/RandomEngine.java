package io.modulecontract.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs without a look at the code: those of the corpus, changed at random. What reaches a new
 * function of the guest is kept.
 */
final class RandomEngine {

  private static final int MOST_KEPT = 2_000;
  private static final long LONGEST = 4_096;

  private final WorkerSettings settings;
  private final Worker worker;
  private final Mutation mutation;
  private final SplittableRandom random;
  private final List<byte[]> pool = new ArrayList<>();

  RandomEngine(WorkerSettings settings, Worker worker) throws IOException {
    this.settings = settings;
    this.worker = worker;
    this.random = new SplittableRandom(settings.seed() + settings.index());
    this.mutation = new Mutation(random, Dictionary.read(settings.words()));
    for (Path folder : List.of(settings.corpus(), settings.seeds())) {
      for (Path file : Corpus.files(folder)) {
        if (pool.size() < MOST_KEPT && Files.size(file) <= LONGEST) {
          pool.add(Files.readAllBytes(file));
        }
      }
    }
  }

  /** Until its time is over. */
  void run() throws IOException {
    long end = System.nanoTime() + settings.time().toNanos();
    for (byte[] known : List.copyOf(pool)) {
      keep(known);
    }
    if (pool.isEmpty()) {
      pool.add(new byte[] {0});
    }
    while (System.nanoTime() < end) {
      byte[] one = pool.get(random.nextInt(pool.size()));
      byte[] other = pool.get(random.nextInt(pool.size()));
      keep(mutation.of(one, other));
    }
  }

  private void keep(byte[] input) throws IOException {
    worker.run(input);
    if (worker.grew()) {
      Corpus.add(settings.corpus(), input);
      if (pool.size() < MOST_KEPT) {
        pool.add(input);
      }
    }
  }
}
