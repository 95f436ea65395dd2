package io.modulecontract.benchmarks;

import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.LoadedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The suite's side of {@code benchmarks/compare}: one line of JSON for each variant, or with {@code
 * --selftest} the fault that each variant finds in each module.
 */
public final class JavaLines {

  private static final String USAGE =
      """
      usage: java-lines [--seconds N] [--seed N] [--variant FEED-START] MODULE
             java-lines --selftest [--seed N] FAULTY_MODULE...""";

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant(Feed.JQWIK, Start.RESTORED),
          new Variant(Feed.LOOP, Start.RESTORED),
          new Variant(Feed.LOOP, Start.FRESH),
          new Variant(Feed.LOOP, Start.KEPT));

  /** A fault that as many programs do not show is not one that this property is for. */
  private static final int SELFTEST_PROGRAMS = 10_000;

  private double seconds = 5;
  private long seed = 42;
  private boolean selftest;
  private List<Variant> variants = VARIANTS;
  private final List<Path> modules = new ArrayList<>();

  private JavaLines() {}

  /** Exit codes: 0, 1 for a fault (or none in a self-test), 2 wrong usage, 3 could not run. */
  public static void main(String[] arguments) {
    JavaLines lines = new JavaLines();
    try {
      lines.read(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
    }
    System.exit(lines.run());
  }

  private void read(String[] arguments) {
    List<String> words = List.of(arguments);
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--selftest" -> selftest = true;
        case "--seconds" -> seconds = Double.parseDouble(value(words, ++i));
        case "--seed" -> seed = Long.parseLong(value(words, ++i));
        case "--variant" -> variants = List.of(Variant.byId(value(words, ++i)));
        default -> modules.add(Path.of(value(words, i)));
      }
    }
    if (!(seconds > 0) || modules.isEmpty() || (!selftest && modules.size() > 1)) {
      throw new IllegalArgumentException("one module and a time, or a self-test");
    }
  }

  private static String value(List<String> words, int i) {
    if (i == words.size() || words.get(i).startsWith("-")) {
      throw new IllegalArgumentException(
          "not understood: " + words.get(i == words.size() ? i - 1 : i));
    }
    return words.get(i);
  }

  private int run() {
    int code = 0;
    for (Path path : modules) {
      try {
        LoadedModule module = Modules.load(Modules.read(ModuleFile.read(path)));
        for (Variant variant : variants) {
          System.out.println(
              selftest ? path + ": " + variant.fault(module, seed) : measure(variant, module));
        }
      } catch (UnreadableModule | IllegalArgumentException e) {
        System.err.println(path + ": " + e.getMessage());
        code = 3;
      } catch (Runs.Fault | NoFault e) {
        System.err.println(path + ": " + e.getMessage());
        code = 1;
      }
    }
    return code;
  }

  /** The warm-up takes as long as the measurement, as in the peers. */
  private String measure(Variant variant, LoadedModule module) {
    variant.measure(module, seed, seconds);
    return variant.measure(module, seed, seconds).line(variant);
  }

  /** What was done in a time. */
  private record Done(long programs, long operations, double seconds) {
    String line(Variant variant) {
      return String.format(
          Locale.ROOT,
          "{\"peer\":\"%s\",\"variant\":\"%s\",\"runs\":%d,\"operations\":%d,\"seconds\":%.3f,"
              + "\"operationsPerSecond\":%.0f}",
          variant.feed().title(),
          variant.start().id(),
          programs,
          operations,
          seconds,
          operations / seconds);
    }
  }

  /** A self-test that found nothing: what such a property measures is no check. */
  private static final class NoFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFault(Variant variant) {
      super(variant + ": no fault found");
    }
  }

  /**
   * One way to run the workload.
   *
   * @param feed who makes the programs
   * @param start what instance they get
   */
  private record Variant(Feed feed, Start start) {

    static Variant byId(String id) {
      return VARIANTS.stream()
          .filter(variant -> variant.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no variant " + id));
    }

    String id() {
      return feed.name().toLowerCase(Locale.ROOT) + "-" + start.id();
    }

    /** Runs batches until the time is over. */
    Done measure(LoadedModule module, long seed, double seconds) {
      Runs runs = new Runs(module, start);
      SplittableRandom random = new SplittableRandom(seed);
      long begin = System.nanoTime();
      double took = 0;
      while (took < seconds) {
        feed.batch(runs, random);
        took = (System.nanoTime() - begin) / 1e9;
      }
      return new Done(runs.programs(), runs.operations(), took);
    }

    String fault(LoadedModule module, long seed) {
      Runs runs = new Runs(module, start);
      SplittableRandom random = new SplittableRandom(seed);
      try {
        while (runs.programs() < SELFTEST_PROGRAMS) {
          feed.batch(runs, random);
        }
      } catch (Runs.Fault fault) {
        return this + ": " + fault.getMessage();
      }
      throw new NoFault(this);
    }

    @Override
    public String toString() {
      return feed.title() + ", " + start.id();
    }
  }
}
