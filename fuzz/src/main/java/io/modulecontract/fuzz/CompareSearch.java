package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;
import io.modulecontract.fuzz.Leads.Lead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at what a guest compared, and tries inputs that make the numbers equal: one after another,
 * as long as each shows a comparison with a number that was not seen before. So a magic word, the
 * words that follow from others, a length that is one of thousands, or three of them in a row, take
 * a few runs instead of luck. What covers something new goes into the corpus.
 */
final class CompareSearch {

  /** Numbers that are new on one side of a place; such that vary would be new for ever. */
  private static final int OF_A_SIDE = 6;

  /** The same number counts as new again: the first time it may have been a dead end. */
  private static final int AGAIN = 3;

  private static final int OFTEN = 60;

  private static final int MOST_ACTIONS = 12;
  private static final int MOST_EDITS = 24;
  private static final int DEEPEST = 24;

  /** One input in so many, as long as there is something else to do. */
  private static final int REPAIRED = 3;

  /** With so many, the engine's inputs need not bring more. */
  private static final int ENOUGH = 2_000;

  /** Runs beside each one that the engine asks for: at most so many, and half of all. */
  private static final int AT_ONCE = 16;

  /** So many are allowed at first: there is most to learn from the seeds. */
  private static final long AT_FIRST = 4_000;

  private final FuzzRun run;
  private final Comparisons compares;
  private final Coverage coverage;
  private final Path corpus;
  private final Consumer<byte[]> runner;
  private final SplittableRandom random;
  private final byte[] ones = new byte[FuzzedCode.slots()];
  private final byte[] others = new byte[FuzzedCode.slots()];
  private final boolean[] opened = new boolean[FuzzedCode.slots()];
  private final Map<Long, Integer> known = new HashMap<>();

  private final Set<Long> now = new HashSet<>();

  /** Some of those that are not new any more: the same numbers are asked for in every run. */
  private final long[] stale = new long[1 << 16];

  private final Leads leads;
  private long allowed = AT_FIRST;

  /**
   * @param corpus the folder for what covers something new
   * @param seed what random choices are made from
   * @param runner runs an input, and books what goes wrong
   */
  CompareSearch(
      FuzzRun run,
      Comparisons compares,
      Coverage coverage,
      Path corpus,
      long seed,
      Consumer<byte[]> runner) {
    this.run = run;
    this.compares = compares;
    this.coverage = coverage;
    this.corpus = corpus;
    this.runner = runner;
    this.random = new SplittableRandom(seed);
    this.leads = new Leads(random.split());
  }

  /** Goes on from an input that the engine asked for, and that was just run. */
  void after(byte[] input) {
    allowed++;
    if (leads.size() < ENOUGH) {
      add(input, 0);
    }
    boolean repairs = leads.isEmpty() || random.nextInt(REPAIRED) == 0;
    Optional<byte[]> repaired = repairs ? repaired(input) : Optional.empty();
    if (allowed <= 0 || (leads.isEmpty() && repaired.isEmpty())) {
      return;
    }
    coverage.keep();
    repaired.ifPresent(this::tried);
    int left = AT_ONCE;
    while (!leads.isEmpty() && left > 0) {
      left -= follow(leads.next());
    }
    coverage.restore();
  }

  /** What is new; the last ones go first, as they are nearest to what comes next. */
  private void add(byte[] input, int depth) {
    now.clear();
    for (int i = compares.size() - 1; i >= 0; i--) {
      int slot = compares.slot(i);
      if (ones[slot] < OF_A_SIDE || others[slot] < OF_A_SIDE) {
        Comparisons.Pair pair = compares.get(i);
        boolean one = isNew(ones, slot, pair.place(), pair.one());
        boolean other = isNew(others, slot, ~pair.place(), pair.other());
        if (one || other) {
          leads.add(new Lead(input, run.lengths(), pair, depth));
        }
      }
    }
  }

  private boolean isNew(byte[] numbers, int slot, int side, long number) {
    if (numbers[slot] >= OF_A_SIDE) {
      return false;
    }
    long key = side * 0x9E37_79B9_7F4A_7C15L ^ number * 0xC2B2_AE3D_27D4_EB4FL;
    // What leads nowhere in a short program may do so in a longer one.
    long there = key + Math.min(run.actions(), MOST_ACTIONS) + 1;
    int place = (int) (there ^ there >>> 32) & (stale.length - 1);
    if (stale[place] == there) {
      return false;
    }
    if (now.contains(there)) {
      return true;
    }
    if (known.merge(key, 1, Integer::sum) == 1) {
      numbers[slot]++;
    }
    // So large a number is nobody's by chance, and each pair of a run may be the right one.
    boolean large = number >>> Integer.SIZE != 0;
    boolean isNew = known.merge(there, 1, Integer::sum) <= (large ? OFTEN : AGAIN);
    if (!isNew) {
      stale[place] = there;
    } else if (large) {
      now.add(there);
    }
    return isNew;
  }

  /** An input that was changed since has lost what was made equal: it is made so once more. */
  private Optional<byte[]> repaired(byte[] input) {
    int size = compares.size();
    int from = size == 0 ? 0 : random.nextInt(size);
    for (int i = 0; i < size; i++) {
      int index = (from + i) % size;
      if (opened[compares.slot(index)]) {
        List<Supplier<byte[]>> edits = Edits.of(input, run.lengths(), compares.get(index));
        return edits.isEmpty()
            ? Optional.empty()
            : Optional.of(edits.get(random.nextInt(edits.size())).get());
      }
    }
    return Optional.empty();
  }

  /** How many runs it took. */
  private int follow(Lead lead) {
    List<Supplier<byte[]>> edits = Edits.of(lead.input(), lead.lengths(), lead.pair());
    int runs = 0;
    for (Supplier<byte[]> one : edits.subList(0, Math.min(edits.size(), MOST_EDITS))) {
      byte[] edit = one.get();
      if (edit.length <= JazzerEngine.LONGEST) {
        runs++;
        if (tried(edit)) {
          opened[FuzzedCode.slot(lead.pair().place())] = true;
        }
        if (lead.depth() < DEEPEST) {
          add(edit, lead.depth() + 1);
        }
      }
    }
    return runs;
  }

  /** Whether it covers something new. */
  private boolean tried(byte[] input) {
    allowed -= 2;
    coverage.begin();
    runner.accept(input);
    boolean grew = coverage.grew();
    if (grew) {
      keep(input);
    }
    return grew;
  }

  private void keep(byte[] input) {
    try {
      Corpus.add(corpus, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
