package io.modulecontract.checks;

import io.modulecontract.abi.ToFit;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.script.SecondReleases;
import io.modulecontract.spec.Clause;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * What a running check works with. The JUnit engines make the check objects themselves, so it is
 * handed over by thread: the run opens it before it starts a check, and closes it after.
 */
public final class CheckRun implements AutoCloseable {

  private static final ThreadLocal<CheckRun> CURRENT = new ThreadLocal<>();

  private static final int MOST_LATE = 8;

  /** After so many calls that did not return, nothing new is to be learned from many more. */
  private static final int KNOWN_TO_HANG = 12;

  /** So many are waited for then, in a check of which little ran through. */
  private static final int MOST_LATE_THEN = 2;

  /** Little: for each call that was waited for, so many sequences. */
  private static final int FEW_THROUGH = 10;

  private final Subject subject;
  private final Clause clause;
  private final Readiness readiness;
  private final Tally tally = new Tally();
  private final long heapRefusals;
  private final long lateCalls;
  private @Nullable Guests shared;
  private @Nullable Boolean releasesTwice;

  private CheckRun(Subject subject, Clause clause, Readiness readiness) {
    this.subject = subject;
    this.clause = clause;
    this.readiness = readiness;
    this.heapRefusals = subject.heapRefusals();
    this.lateCalls = subject.lateCalls();
  }

  /** Opens it for the checks that this thread will run. */
  public static CheckRun open(Subject subject, Clause clause, Readiness readiness) {
    CheckRun run = new CheckRun(subject, clause, readiness);
    CURRENT.set(run);
    return run;
  }

  /**
   * What the calling check works with.
   *
   * @throws IllegalStateException when no run was opened on this thread
   */
  static CheckRun current() {
    CheckRun run = CURRENT.get();
    if (run == null) {
      throw new IllegalStateException(
          "a check needs a module: run it through the command line or a CheckRun");
    }
    return run;
  }

  @Override
  public void close() {
    CURRENT.remove();
  }

  /** What the check did so far. */
  public Tally tally() {
    return tally;
  }

  /** Whether the memory of this JVM was not enough for a guest since the check was opened. */
  public boolean starved() {
    return subject.heapRefusals() > heapRefusals;
  }

  /**
   * Whether so many calls did not return since the check was opened that to wait for more would
   * tell nothing new. Any thread may ask.
   */
  boolean waitedEnough() {
    return late() >= MOST_LATE;
  }

  /**
   * Whether the check does little but wait for a module that is known not to return. Where many
   * sequences ran through, others may do so, too, and are worth the wait.
   */
  boolean onlyWaits() {
    return lateCalls >= KNOWN_TO_HANG
        && late() >= MOST_LATE_THEN
        && tally.trials() - tally.stopped() < FEW_THROUGH * late();
  }

  /** How many calls did not return since the check was opened. */
  long late() {
    return subject.lateCalls() - lateCalls;
  }

  Subject subject() {
    return subject;
  }

  Clause clause() {
    return clause;
  }

  Readiness readiness() {
    return readiness;
  }

  Effort effort() {
    return subject.effort();
  }

  /** Random choices that depend on the run's seed and on the clause only. */
  SplittableRandom random() {
    return new SplittableRandom(subject.seed() * 31 + clause.id().hashCode());
  }

  /** The module, when its binary is well-formed; else the check does not apply. */
  LoadedModule module() {
    if (subject.reading() instanceof ModuleReading.Malformed) {
      throw notApplicable("the binary is not a valid module (MOD-01)");
    }
    return subject.loaded().orElseThrow();
  }

  /** Guests that are restored to their start state; when there can be none, it does not apply. */
  Guests guests() {
    LoadedModule module = module();
    readiness
        .obstacle()
        .ifPresent(
            why -> {
              throw notApplicable(why);
            });
    return new RestoredGuests(module, subject.policy(), ExecutionMode.COMPILED);
  }

  /**
   * The same for scenarios, one after another: only the first of them pays for an instance. None of
   * them may keep a guest beyond its end.
   */
  Guests sharedGuests() {
    if (shared == null) {
      shared = guests();
    }
    return shared;
  }

  /** What a guest must have memory for. */
  ToFit toFit() {
    return sharedGuests().toFit();
  }

  /** Whether the guest accepts the second release of any area. It is asked once. */
  boolean releasesTwice() {
    if (releasesTwice == null) {
      releasesTwice = SecondReleases.accepted(sharedGuests());
    }
    return releasesTwice;
  }

  /** Guests for a repetition, where nothing of ours stands between them and the module. */
  public static Guests fresh(Subject subject, ExecutionMode mode) {
    return new FreshGuests(subject.loaded().orElseThrow(), subject.policy(), mode);
  }

  /** Ends the check: its clause says nothing about this module. */
  static TestAbortedException notApplicable(String why) {
    return new TestAbortedException(why);
  }
}
