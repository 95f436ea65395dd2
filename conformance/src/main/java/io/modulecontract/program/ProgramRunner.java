package io.modulecontract.program;

import io.modulecontract.abi.Profile;
import io.modulecontract.abi.ToFit;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.model.LiveAreas;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program on a guest beside the reference model and reports the first thing that goes wrong.
 * Every area is filled with a pattern of its own, and compared before it is released and at the
 * end, where all that is live is released, too. It is used for one program after another, for a run
 * makes hundreds of thousands.
 */
final class ProgramRunner {

  private final Ledger ledger = new Ledger();
  private final OldBytes oldBytes = new OldBytes(ledger);
  private final Set<SymptomKind> also;
  private final boolean aligned;
  private final boolean cleared;
  private final Symptoms symptoms;
  private Guest guest;
  private boolean close;
  private boolean stopped;
  private boolean excused;
  private long limit;
  private final ToFit toFit;
  private @Nullable Trace trace;
  private long operations;

  ProgramRunner(Set<SymptomKind> also, ToFit toFit, Guest first) {
    this.also = also;
    this.aligned = also.contains(SymptomKind.MISALIGNED);
    this.cleared = also.contains(SymptomKind.OLD_BYTES);
    this.guest = first;
    this.toFit = toFit;
    this.symptoms = new Symptoms(ledger);
  }

  /** What each guest must have memory for. */
  ToFit toFit() {
    return toFit;
  }

  /** How many calls of the guest were made so far. */
  long operations() {
    return operations;
  }

  /**
   * Whether the last program ended at the deadline in a call that may end as it likes: that is no
   * symptom, and was waited for all the same.
   */
  boolean excusedLate() {
    return excused;
  }

  /**
   * Runs one program.
   *
   * @param next a guest in its start state
   * @param writer what to write the steps into; with one, all live areas are compared after every
   *     operation from {@code closeFrom} on, so that the one that changed a byte is known
   * @param closeFrom the first operation that is watched so closely
   * @return the first symptom, or null
   */
  @Nullable Symptom run(Program program, Guest next, @Nullable Trace writer, int closeFrom) {
    guest = next;
    trace = writer;
    symptoms.writeInto(writer);
    close = writer != null;
    stopped = false;
    excused = false;
    limit = next.memoryLimit();
    int length = program.length();
    ledger.reset(length);
    for (int i = 0; i < length && !stopped; i++) {
      Symptom symptom = step(i, program.kind(i), program.argument(i));
      if (symptom == null && close && i >= closeFrom && !stopped) {
        symptom = compareAll(program.kind(i));
      }
      if (symptom != null) {
        return symptom;
      }
    }
    return stopped ? null : drain(length);
  }

  private @Nullable Symptom step(int i, Kind kind, long argument) {
    return switch (kind) {
      case ALLOCATE -> allocate(i, argument);
      case RELEASE -> ledger.live() == 0 ? null : release(i, liveIndex(argument));
      case RELEASE_DEAD -> releaseDead(i, argument);
      case RELEASE_FOREIGN -> releaseForeign(i, argument);
    };
  }

  private int liveIndex(long argument) {
    int live = ledger.live();
    return argument == Program.YOUNGEST ? live - 1 : (int) (argument % live);
  }

  /** What is left live is compared and released, oldest first. */
  private @Nullable Symptom drain(int length) {
    for (int i = length; ledger.live() > 0 && !stopped; i++) {
      Symptom symptom = release(i, 0);
      if (symptom == null && close) {
        symptom = compareAll(Kind.RELEASE);
      }
      if (symptom != null) {
        return symptom;
      }
    }
    return null;
  }

  private @Nullable Symptom allocate(int i, long size) {
    long before = guest.memorySize();
    boolean impossible = size > limit;
    boolean roomy = toFit.fits(ledger.requested() + ToFit.counted(size));
    CallOutcome outcome = guest.allocate(size);
    operations++;
    step(i, "allocate", size, outcome, "");
    symptoms.at(i, guest.memorySize() > before);
    if (!(outcome instanceof CallOutcome.Returned returned)) {
      stopped = true;
      if (roomy) {
        return symptoms.stopped(
            SymptomKind.ALLOCATE_STOPPED, "an area of " + size + " bytes", outcome);
      }
      boolean late = outcome instanceof CallOutcome.DeadlineExceeded;
      if ((impossible || !late) && also.contains(SymptomKind.IMPOSSIBLE_STOPPED)) {
        return symptoms.stopped(SymptomKind.IMPOSSIBLE_STOPPED, "0, and no trap", outcome);
      }
      excused = late;
      return null;
    }
    long pointer = returned.value();
    if (pointer == 0) {
      return size > 0 && roomy ? symptoms.refused(size, before) : null;
    }
    if (impossible) {
      return symptoms.impossible(size, pointer, limit);
    }
    if (pointer + size > guest.memorySize()) {
      return symptoms.outside(size, pointer, guest.memorySize());
    }
    int other = ledger.add(i, pointer, size);
    if (other != LiveAreas.NONE) {
      return symptoms.conflict(size, pointer, other);
    }
    if (size >= 8 && pointer % 8 != 0 && aligned) {
      return symptoms.misaligned(size, pointer);
    }
    if (cleared) {
      int old = oldBytes.shownBy(guest, pointer, size);
      if (old != LiveAreas.NONE) {
        return symptoms.oldBytes(size, pointer, old);
      }
    }
    guest.fill(pointer, size, Ledger.pattern(i));
    return null;
  }

  private @Nullable Symptom release(int i, int k) {
    int id = ledger.liveAt(k);
    symptoms.at(i, false);
    Symptom changed = compare(id, SymptomKind.CHANGED_BY_ALLOCATE);
    if (changed != null) {
      return changed;
    }
    CallOutcome outcome = guest.deallocate(ledger.pointer(id));
    operations++;
    step(i, "deallocate", ledger.pointer(id), outcome, "");
    if (!(outcome instanceof CallOutcome.Returned returned) || returned.value() != 0) {
      stopped = true;
      return symptoms.notReleased(id, outcome);
    }
    ledger.release(k);
    return null;
  }

  private @Nullable Symptom releaseDead(int i, long argument) {
    if (ledger.released() == 0) {
      return null;
    }
    int id = ledger.deadFrom((int) (argument % ledger.released()));
    if (id == LiveAreas.NONE) {
      return null;
    }
    CallOutcome outcome = rejected(i, ledger.pointer(id), "released before");
    return outcome == null ? null : symptoms.deadReleased(id, outcome);
  }

  private @Nullable Symptom releaseForeign(int i, long argument) {
    long pointer = ForeignPointers.resolve(argument, ledger, guest);
    if (pointer == ForeignPointers.NONE) {
      return null;
    }
    String words = Foreign.of(argument).words();
    CallOutcome outcome = rejected(i, pointer, words);
    return outcome == null ? null : symptoms.foreignReleased(pointer, words, outcome);
  }

  /** Null when the pointer was answered with -1, as it must be. */
  private @Nullable CallOutcome rejected(int i, long pointer, String note) {
    symptoms.at(i, false);
    CallOutcome outcome = guest.deallocate(pointer);
    operations++;
    step(i, "deallocate", pointer, outcome, note);
    if (outcome instanceof CallOutcome.Returned returned
        && returned.value() == Profile.NOT_AN_AREA) {
      return null;
    }
    stopped = !outcome.returned();
    return outcome;
  }

  private @Nullable Symptom compareAll(Kind kind) {
    SymptomKind blamed =
        switch (kind) {
          case ALLOCATE -> SymptomKind.CHANGED_BY_ALLOCATE;
          case RELEASE -> SymptomKind.CHANGED_BY_RELEASE;
          case RELEASE_DEAD -> SymptomKind.CHANGED_BY_DEAD;
          case RELEASE_FOREIGN -> SymptomKind.CHANGED_BY_FOREIGN;
        };
    for (int k = 0; k < ledger.live(); k++) {
      Symptom symptom = compare(ledger.liveAt(k), blamed);
      if (symptom != null) {
        return symptom;
      }
    }
    return null;
  }

  private @Nullable Symptom compare(int id, SymptomKind blamed) {
    long offset = guest.mismatch(ledger.pointer(id), ledger.size(id), Ledger.pattern(id));
    return offset < 0 ? null : symptoms.changed(id, offset, guest, blamed);
  }

  private void step(int i, String function, long argument, CallOutcome outcome, String note) {
    if (trace != null) {
      trace.add(i, function + "(" + argument + ") -> " + outcome.words(), note);
    }
  }
}
