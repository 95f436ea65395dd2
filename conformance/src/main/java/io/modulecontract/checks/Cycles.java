package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import java.time.Duration;
import java.util.Optional;
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

  /** How many pages there are to spare, unless less will do. */
  static final int SPARE_PAGES = 16;

  /** 8 MiB: some garbage collectors begin to collect at 4. */
  private static final int PLENTY_OF_PAGES = 128;

  /**
   * So many operations a loss is followed up for; fewer where they handle more than a thousand
   * bytes. The effort makes no difference: a guest that collects late must never seem to leak.
   */
  private static final long FOLLOWED_UP = 4_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many bytes the interpreter handles in about ten seconds, as {@link Cycle#bytes} counts. */
  private static final long INTERPRETED = 32 << 20;

  /** Of more pages, and what was measured is no exact number. */
  private static final int CERTAINLY = 2 * PLENTY_OF_PAGES / SPARE_PAGES;

  /** Looks at even distances. */
  Cycles(Cycle cycle, int times) {
    this(cycle, times, Pace.EVEN);
  }

  Cycles(Cycle cycle, int times, Pace pace) {
    this(cycle, times, pace, SPARE_PAGES);
  }

  @Override
  public long needed() {
    return cycle.needed();
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    return looks(guests, tally).run();
  }

  @Override
  public Optional<ClauseBroken.Evidence> lasting(Guests guests, Tally tally) {
    CycleLooks looks = looks(guests, tally);
    return looks.run().filter(evidence -> tally.open().isEmpty() && lasts(looks, guests, tally));
  }

  /**
   * The interpreter needs minutes where cycles handle much: there it must lose the same, to the
   * byte, in as many of them as take it some seconds.
   */
  @Override
  public boolean shows(Guests guests) {
    if (guests instanceof FreshGuests fresh && fresh.mode() == ExecutionMode.INTERPRETED) {
      long few = INTERPRETED / (1 + cycle.bytes());
      Guests compiled = new FreshGuests(fresh.module(), fresh.policy(), ExecutionMode.COMPILED);
      if (few < (long) times * pace.at(pace.looks() - 1)
          && EarlyLoss.isTheSame(cycle, (int) few, enough(guests), enough(compiled))) {
        return true;
      }
    }
    return on(guests, new Tally()).isPresent();
  }

  private Guests enough(Guests guests) {
    return guests.under(with(spare, guests));
  }

  private boolean lasts(CycleLooks looks, Guests guests, Tally tally) {
    double least = Math.min(Long.MAX_VALUE, CERTAINLY * looks.usedUpAfter());
    long most = FOLLOWED_UP / cycle.length() / (1 + cycle.bytes() / 1_000);
    LastingLoss loss = new LastingLoss(cycle, (long) least, most, PATIENCE);
    LastingLoss.Seen seen = loss.follow(guests.under(with(PLENTY_OF_PAGES, guests)), tally);
    if (seen == LastingLoss.Seen.NOTHING) {
      tally.leaveOpen(
          "memory is lost, but so slowly that %d s do not tell whether it goes on"
              .formatted(PATIENCE.toSeconds()));
    }
    return seen == LastingLoss.Seen.LOSS;
  }

  private CycleLooks looks(Guests guests, Tally tally) {
    return new CycleLooks(this, enough(guests), tally);
  }

  private Policy with(int morePages, Guests guests) {
    int pages = startPages(guests) + morePages + (int) (cycle.bytes() / U32.PAGE);
    Policy policy = guests.policy();
    return policy.withMemoryPages(Math.min(policy.memoryPages(), pages));
  }

  private static int startPages(Guests guests) {
    return (int) (guests.next().memorySize() / U32.PAGE);
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
}
