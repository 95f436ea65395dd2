package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.program.Program;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Phases of random sizes with few bytes live (LEAK-04). After a warm-up the memory must not go on
 * growing.
 *
 * @param mostLive how many areas may be live at once
 * @param kept how many areas stay live at the end of each phase
 * @param seed what the sizes are made from
 */
record Fragmentation(int mostLive, int kept, long seed) implements Scenario {

  private static final int WARM_UP = 20;
  private static final int PHASES = 60;
  private static final int OPERATIONS = 240;
  private static final long MOST_BYTES = 1 << 20;
  private static final int LEAK_CYCLES = 300;

  /** A memory may grow in steps, and one of them may be due after the warm-up. */
  private static final long STEP = 1 << 20;

  private static final int MORE_PHASES = 4;
  private static final int LARGEST = 1 << 16;

  @Override
  public long needed() {
    return Math.min(MOST_BYTES, (long) mostLive * LARGEST);
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    return after(1, guests, tally);
  }

  /** Four times as long: a guest that collects its garbage late has its memory by then. */
  @Override
  public Optional<ClauseBroken.Evidence> lasting(Guests guests, Tally tally) {
    Optional<ClauseBroken.Evidence> evidence =
        on(guests, tally).filter(it -> after(MORE_PHASES, guests, tally).isPresent());
    if (evidence.isPresent()) {
      requireNoLeak(guests);
    }
    return evidence;
  }

  private Optional<ClauseBroken.Evidence> after(int warmUps, Guests guests, Tally tally) {
    SplittableRandom random = new SplittableRandom(seed);
    Guest guest = guests.next();
    long start = guest.memorySize();
    long warm = start;
    long peak = 0;
    List<long[]> live = new ArrayList<>();
    for (int phase = 0; phase < warmUps * PHASES; phase++) {
      Phase run = new Phase(guest, random, tally, live);
      run.run();
      peak = Math.max(peak, run.peak);
      if (peak == 0) {
        throw CheckRun.notApplicable("not one area is served: " + run.stopped);
      }
      if (phase == warmUps * WARM_UP) {
        warm = guest.memorySize();
      }
      boolean grown = phase > warmUps * WARM_UP && guest.memorySize() - warm > bound(peak);
      if (grown || !run.stopped.isEmpty()) {
        return Optional.of(evidence(phase + 1, start, warm, guest.memorySize(), peak, run));
      }
    }
    return Optional.empty();
  }

  private static long bound(long peak) {
    return Math.max(2 * peak, STEP);
  }

  /** What is lost for areas of one size, too, is a leak and no matter of different sizes. */
  private static void requireNoLeak(Guests guests) {
    for (long size : new long[] {1, 100, 1_000, 20_000}) {
      Cycles cycles =
          new Cycles(new ProgramCycle(Program.allocating(size).withRelease()), LEAK_CYCLES);
      if (cycles.lasting(guests, new Tally()).isPresent()) {
        throw CheckRun.notApplicable("areas of one size are lost already (LEAK-01)");
      }
    }
  }

  private ClauseBroken.Evidence evidence(
      int phases, long start, long warm, long end, long peak, Phase last) {
    String stopped = last.stopped.isEmpty() ? "" : "; then " + last.stopped;
    List<Step> steps =
        List.of(
            Step.of((WARM_UP + 1) + " phases of allocate(1 to " + LARGEST + ") and deallocate"),
            new Step("memory " + start + " -> " + warm, "at most " + peak + " bytes were live"),
            Step.of((phases - WARM_UP - 1) + " more such phases"),
            new Step(
                "memory " + warm + " -> " + end,
                (kept == 0 ? "nothing is" : kept + " areas are") + " live after each phase"));
    return new ClauseBroken.Evidence(
        "after a warm-up, with at most "
            + peak
            + " bytes live, the memory grows by no more than "
            + bound(peak)
            + " bytes",
        "it grew by "
            + (end - warm)
            + " bytes, "
            + (end - start) / peak
            + " times the live bytes in all"
            + stopped,
        steps,
        phases * OPERATIONS,
        CheckRun.current().subject().profile().allocate(),
        new Course.ByCheck(
            new Sequence.Phases(mostLive, seed, WARM_UP, PHASES, OPERATIONS, MOST_BYTES, kept)));
  }

  /** One phase: from what is kept to what is kept. */
  private final class Phase {

    private final Guest guest;
    private final SplittableRandom random;
    private final Tally tally;
    private final List<long[]> live;
    private long bytes;
    private long peak;
    private String stopped = "";

    Phase(Guest guest, SplittableRandom random, Tally tally, List<long[]> live) {
      this.guest = guest;
      this.random = random;
      this.tally = tally;
      this.live = live;
      this.bytes = live.stream().mapToLong(area -> area[1]).sum();
    }

    void run() {
      for (int i = 0; i < OPERATIONS && stopped.isEmpty(); i++) {
        long size = 1 + random.nextLong(1L << random.nextInt(4, 17)) % LARGEST;
        boolean full = live.size() == mostLive || bytes + size > MOST_BYTES;
        if (full || (!live.isEmpty() && random.nextInt(100) < 45)) {
          release(random.nextInt(live.size()));
        } else {
          allocate(size);
        }
      }
      while (live.size() > kept && stopped.isEmpty()) {
        release(random.nextInt(live.size()));
      }
    }

    private void allocate(long size) {
      CallOutcome outcome = guest.allocate(size);
      tally.operations(1);
      if (outcome instanceof CallOutcome.Returned returned && returned.value() != 0) {
        live.add(new long[] {returned.value(), size});
        bytes += size;
        peak = Math.max(peak, bytes);
      } else if (!outcome.returned() || guest.memorySize() + 2 * LARGEST > guest.memoryLimit()) {
        stopped = "allocate(" + size + ") -> " + outcome.words() + " with " + bytes + " bytes live";
      }
    }

    private void release(int index) {
      long[] area = live.remove(index);
      bytes -= area[1];
      CallOutcome outcome = guest.deallocate(area[0]);
      tally.operations(1);
      if (outcome.returned() && !outcome.equals(new CallOutcome.Returned(0))) {
        throw CheckRun.notApplicable("a live area is not released (DEALLOC-01, DEALLOC-05)");
      }
      if (!outcome.returned()) {
        stopped = "deallocate(" + area[0] + ") -> " + outcome.words();
      }
    }
  }
}
