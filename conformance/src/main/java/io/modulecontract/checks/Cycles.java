package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.finding.Course;
import io.modulecontract.verdict.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Repeats a cycle at whose end nothing is live, and looks from time to time how much could still be
 * allocated (LEAK-01, LEAK-02, LEAK-03). Looking means to fill the memory with small areas and to
 * go back to the state before. An honest allocator may need some cycles until it is warm and may
 * then go up and down; only a capacity that falls from look to look is a leak.
 *
 * @param cycle what is repeated
 * @param times how often it is repeated before the first look
 * @param pace when the others follow
 * @param spare how many pages there are beyond those of the start and what a cycle needs
 */
record Cycles(Cycle cycle, int times, Pace pace, int spare) implements Scenario {

  private static final int SPARE_PAGES = 16;

  /** 8 MiB: some garbage collectors begin to collect at 4. */
  private static final int PLENTY_OF_PAGES = 128;

  /**
   * So many operations a loss is followed up for; fewer where they handle more than a thousand
   * bytes. The effort makes no difference: a guest that collects late must never seem to leak.
   */
  private static final long FOLLOWED_UP = 4_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of more pages, and what was measured is no exact number. */
  private static final int CERTAINLY = 2 * PLENTY_OF_PAGES / SPARE_PAGES;

  private static final int PROBE = 256;
  private static final int UNKNOWN = -1;

  /** Looks at even distances. */
  Cycles(Cycle cycle, int times) {
    this(cycle, times, Pace.EVEN);
  }

  Cycles(Cycle cycle, int times, Pace pace) {
    this(cycle, times, pace, SPARE_PAGES);
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    return new Looking(guests.under(with(spare, guests)), tally).run();
  }

  @Override
  public boolean lasts(Guests guests, Tally tally) {
    if (!tally.open().isEmpty()) {
      return false;
    }
    Looking looking = new Looking(guests.under(with(spare, guests)), tally);
    looking.run();
    long most = FOLLOWED_UP / cycle.length() / (1 + cycle.bytes() / 1_000);
    LastingLoss loss = new LastingLoss(cycle, looking.usedUpAfter(), most, PATIENCE);
    LastingLoss.Seen seen = loss.follow(guests.under(with(PLENTY_OF_PAGES, guests)), tally);
    if (seen == LastingLoss.Seen.NOTHING) {
      tally.leaveOpen(
          "memory is lost, but so slowly that %d s do not tell whether it goes on"
              .formatted(PATIENCE.toSeconds()));
    }
    return seen == LastingLoss.Seen.LOSS;
  }

  /** Whether there is a loss, and it lasts. */
  boolean leaks(Guests guests, Tally tally) {
    return on(guests, tally).isPresent() && lasts(guests, tally);
  }

  private Policy with(int morePages, Guests guests) {
    int pages = startPages(guests) + morePages + (int) (cycle.bytes() / U32.PAGE);
    Policy policy = guests.policy();
    return policy.withMemoryPages(Math.min(policy.memoryPages(), pages));
  }

  private static int startPages(Guests guests) {
    return (int) (guests.next().memorySize() / U32.PAGE);
  }

  /** How many small areas a guest can still give out; it is of no use afterwards. */
  static int capacity(Guest guest, Tally tally) {
    // More cannot be disjoint; a guest that gives out more breaks another clause.
    long most = guest.memoryLimit() / PROBE;
    int areas = 0;
    while (areas < most
        && guest.allocate(PROBE) instanceof CallOutcome.Returned returned
        && returned.value() != 0) {
      areas++;
    }
    tally.operations(areas + 1);
    return areas;
  }

  /**
   * Fewer repetitions, where it is possible in less memory, which is filled faster; with very few
   * of them an allocator that becomes warm looks like a leak.
   */
  @Override
  public Stream<Cycles> smaller() {
    return times / 2 < pace.fewest()
        ? Stream.empty()
        : Stream.of(
            new Cycles(cycle, times / 2, pace, spare / 2),
            new Cycles(cycle, times / 2, pace, spare));
  }

  /** One execution, with the guest of the moment. */
  private final class Looking {

    private final Guests guests;
    private final Tally tally;
    private final List<Integer> looks = new ArrayList<>();
    private Guest guest;
    private long done;
    private int atStart = UNKNOWN;
    private String stopped = "";

    Looking(Guests guests, Tally tally) {
      this.guests = guests;
      this.tally = tally;
      this.guest = guests.next();
    }

    Optional<ClauseBroken.Evidence> run() {
      repeat(times * pace.before(0));
      if (stopped.isEmpty()) {
        GuestState first = guest.snapshot();
        repeat(times * pace.before(1));
        if (stopped.isEmpty()) {
          boolean same = guest.isIn(first);
          if (same && servesProbe()) {
            // The same state has the same room in it.
            return Optional.empty();
          }
          GuestState second = same ? first : guest.snapshot();
          lookAt(first);
          lookAt(second);
        }
      }
      if (stopped.isEmpty() && falling(0)) {
        for (int i = 2; i < pace.looks() && stopped.isEmpty(); i++) {
          look(times * pace.before(i));
        }
      }
      boolean leaks = stopped.isEmpty() ? looks.size() > 2 && falling(1) : exhausted();
      if (scarce() && looks.contains(0)) {
        return Optional.empty();
      }
      return leaks ? Optional.of(evidence()) : Optional.empty();
    }

    private boolean servesProbe() {
      tally.operations(1);
      return guest.allocate(PROBE) instanceof CallOutcome.Returned returned
          && returned.value() != 0;
    }

    private boolean scarce() {
      return spare < SPARE_PAGES;
    }

    /**
     * Whether a cycle stopped for want of memory; a size that is never served is ALLOC-10's. Where
     * memory was made scarce on purpose, that tells less than looks do.
     */
    private boolean exhausted() {
      if (scarce()) {
        return false;
      }
      if (guest.spoiled()) {
        return true;
      }
      return capacity() < atStart() / 2;
    }

    /** The capacity of a guest that has done nothing yet; asked for only where much is lost. */
    private int atStart() {
      if (atStart == UNKNOWN) {
        GuestState now = guest.snapshot();
        guest = guests.next();
        atStart = capacity();
        guest = guests.next(now);
      }
      return atStart;
    }

    /** Whether each look from the {@code first} on found less than the one before, or nothing. */
    private boolean falling(int first) {
      for (int i = first + 1; i < looks.size(); i++) {
        // A guest may serve its calls long after its leak has left no room for anything else.
        boolean nothing = looks.get(i) == 0 && !scarce() && atStart() > 0;
        if (looks.get(i) >= looks.get(i - 1) && !nothing) {
          return false;
        }
      }
      return true;
    }

    private void look(int cycles) {
      repeat(cycles);
      if (stopped.isEmpty()) {
        lookAt(guest.snapshot());
      }
    }

    /** Looks how much room a state has, and goes on from there. */
    private void lookAt(GuestState state) {
      guest = guests.next(state);
      looks.add(capacity());
      guest = guests.next(state);
    }

    private void repeat(int cycles) {
      for (int i = 0; i < cycles && stopped.isEmpty(); i++) {
        repeat();
      }
    }

    private int capacity() {
      return Cycles.capacity(guest, tally);
    }

    private void repeat() {
      Cycle.Turn turn = cycle.once(guest, done);
      tally.operations(turn.calls());
      if (done == 0 && guest.spoiled()) {
        // Nothing can have been lost yet: what stops the first time is another clause's.
        throw CheckRun.notApplicable("it does not run through even once: " + turn.stopped());
      }
      if (turn.stopped().isEmpty() || done == 0) {
        done++;
      } else {
        stopped = turn.stopped();
      }
    }

    private ClauseBroken.Evidence evidence() {
      List<Step> steps = new ArrayList<>(cycle.steps(guests.next()));
      steps.add(
          new Step("the same again, " + done + " times in all", "nothing is live after each time"));
      String found = looks.stream().map(String::valueOf).collect(Collectors.joining(", "));
      String actual =
          stopped.isEmpty()
              ? "room for "
                  + found
                  + " areas of "
                  + PROBE
                  + " bytes, from look to look: "
                  + lost()
                  + " bytes lost per "
                  + cycle.name()
              : "after " + done + " times, with nothing live: " + stopped;
      return new ClauseBroken.Evidence(
          "the same free capacity, however often it is repeated",
          actual,
          steps,
          cycle.length(),
          cycle.function(),
          new Course.ByCheck(cycle.sequence(guests.policy().memoryPages(), times, pace)));
    }

    private String lost() {
      // With nothing left, what was lost before the first look is all that can be told.
      String about = looks.get(looks.size() - 1) == 0 ? "at least " : "about ";
      return about + Math.round(lostEachTime() / cycle.calls());
    }

    /** In bytes; of a run that showed a loss and did not stop. */
    private double lostEachTime() {
      int last = looks.get(looks.size() - 1);
      return last == 0
          ? (double) (atStart() - looks.get(0)) * PROBE / times
          : (double) (looks.get(1) - last) * PROBE / (done - (long) times * pace.at(1));
    }

    /** After how many times a loss as it was seen has certainly used up all of this memory. */
    private long usedUpAfter() {
      double times = stopped.isEmpty() ? atStart() * PROBE / lostEachTime() : done;
      return times > 0 ? (long) Math.min(Long.MAX_VALUE, CERTAINLY * times) : Long.MAX_VALUE;
    }
  }
}
