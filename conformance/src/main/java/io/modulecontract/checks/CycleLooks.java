package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One execution of {@link Cycles}, with the guest of the moment. */
final class CycleLooks {

  private static final long UNKNOWN = -1;

  private final Cycle cycle;
  private final int times;
  private final Pace pace;

  /** Whether there is less memory than usual: then the looks alone tell a leak. */
  private final boolean scarce;

  private final Guests guests;
  private final Tally tally;
  private final List<Long> looks = new ArrayList<>();
  private Guest guest;
  private long done;
  private long atStart = UNKNOWN;
  private boolean served;
  private boolean noArea;
  private String stopped = "";

  CycleLooks(Cycles cycles, Guests guests, Tally tally) {
    this.cycle = cycles.cycle();
    this.times = cycles.times();
    this.pace = cycles.pace();
    this.scarce = cycles.spare() < Cycles.SPARE_PAGES;
    this.guests = guests;
    this.tally = tally;
    this.guest = guests.next();
  }

  /** Repeats the cycle and looks; what shows a leak, or empty. */
  Optional<ClauseBroken.Evidence> run() {
    repeat(times * pace.before(0));
    if (stopped.isEmpty()) {
      GuestState first = guest.snapshot();
      repeat(times * pace.before(1));
      if (stopped.isEmpty()) {
        boolean same = guest.isIn(first);
        if (same && Room.isAny(guest, tally)) {
          // The same state has the same room in it.
          return Optional.empty();
        }
        GuestState second = same ? first : guest.snapshot();
        looks.add(roomIn(first));
        looks.add(roomIn(second));
      }
    }
    // What is lost may be taken from memory that was set aside before the first look.
    boolean falling = stopped.isEmpty() && looks.get(1) <= looks.get(0);
    for (int i = 2; i < pace.looks() && falling && stopped.isEmpty(); i++) {
      look(times * pace.before(i));
      falling = stopped.isEmpty() && fell(i);
    }
    boolean leaks = stopped.isEmpty() ? falling : exhausted();
    if (scarce && looks.stream().anyMatch(CycleLooks::isNothing)) {
      return Optional.empty();
    }
    return leaks ? Optional.of(evidence()) : Optional.empty();
  }

  /**
   * Whether a cycle stopped for want of memory; a size that is never served is ALLOC-10's. One that
   * was served at first is so again, however much room there is for small areas: it has the same
   * memory to be served from. Where memory was made scarce on purpose, that tells less than looks
   * do.
   */
  private boolean exhausted() {
    if (scarce) {
      return false;
    }
    if (guest.spoiled() || (served && noArea)) {
      return true;
    }
    return roomIn(guest.snapshot()) < atStart() / 2;
  }

  /** The capacity of a guest that has done nothing yet; asked for only where much is lost. */
  private long atStart() {
    if (atStart == UNKNOWN) {
      GuestState now = guest.snapshot();
      atStart = Room.atStart(guests, tally);
      guest = guests.next(now);
    }
    return atStart;
  }

  /** Whether a look found less than the one before, or nothing. */
  private boolean fell(int look) {
    // A guest may serve its calls long after its leak has left no room for anything else.
    boolean nothing = isNothing(looks.get(look)) && !scarce && !isNothing(atStart());
    return looks.get(look) < looks.get(look - 1) || nothing;
  }

  private static boolean isNothing(long room) {
    return room < Room.LEAST;
  }

  private void look(int cycles) {
    repeat(cycles);
    if (stopped.isEmpty()) {
      looks.add(roomIn(guest.snapshot()));
    }
  }

  /** Looks how much room a state has, and goes on from there. */
  private long roomIn(GuestState state) {
    long room = Room.left(guests, state, tally);
    guest = guests.next(state);
    return room;
  }

  private void repeat(int cycles) {
    for (int i = 0; i < cycles && stopped.isEmpty(); i++) {
      repeat();
    }
  }

  private void repeat() {
    Cycle.Turn turn = cycle.once(guest, done);
    tally.operations(turn.calls());
    if (done == 0 && guest.spoiled()) {
      // Nothing can have been lost yet: what stops the first time is another clause's.
      throw CheckRun.notApplicable("it does not run through even once: " + turn.stopped());
    }
    if (done == 0) {
      served = turn.stopped().isEmpty();
    }
    if (turn.stopped().isEmpty() || done == 0) {
      done++;
    } else {
      stopped = turn.stopped();
      noArea = turn.noArea();
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
    String about = isNothing(looks.get(looks.size() - 1)) ? "at least " : "about ";
    return about + Math.max(1, Math.round(lostEachTime() / cycle.calls()));
  }

  /** In bytes; of a run that showed a loss and did not stop. */
  private double lostEachTime() {
    long last = looks.get(looks.size() - 1);
    return isNothing(last)
        ? (double) (atStart() - looks.get(0)) / times
        : (double) (looks.get(1) - last) / (done - (long) times * pace.at(1));
  }

  /** After how many times a loss as it was seen has used up all of this memory. */
  double usedUpAfter() {
    if (!stopped.isEmpty()) {
      return done;
    }
    double lost = lostEachTime();
    return lost > 0 ? atStart() / lost : Double.POSITIVE_INFINITY;
  }
}
