package io.modulecontract.benchmarks;

import io.modulecontract.abi.Profile;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.model.LiveAreas;
import io.modulecontract.program.Program;

/**
 * The allocation property with each call watched, or none: what an allocation program asks of a
 * guest, compared with the model, every live area guarded. (The checks watch calls of functions
 * only; an allocation program shows what it costs at its worst.)
 */
final class GuardedProgram {

  private final Guest guest;
  private final boolean watched;
  private final LiveAreas live = new LiveAreas();
  private final long[] pointers;
  private final long[] sizes;
  private final int[] order;
  private int dead;

  GuardedProgram(Guest guest, boolean watched, int length) {
    this.guest = guest;
    this.watched = watched;
    pointers = new long[length];
    sizes = new long[length];
    order = new int[length];
  }

  /**
   * Runs it, and releases what is live at its end.
   *
   * @throws IllegalStateException when something goes wrong: then the rate says nothing
   */
  void run(Program program) {
    for (int i = 0; i < program.length(); i++) {
      long argument = program.argument(i);
      switch (program.kind(i)) {
        case ALLOCATE -> allocate(i, argument);
        case RELEASE -> {
          if (live.count() > 0) {
            release((int) (argument % live.count()));
          }
        }
        case RELEASE_DEAD -> releaseAgain();
        case RELEASE_FOREIGN -> throw new IllegalStateException("not in this workload");
      }
    }
    while (live.count() > 0) {
      release(0);
    }
  }

  private void allocate(int id, long size) {
    long pointer = call("wasm_allocate", size);
    require(pointer != 0 && pointer + size <= guest.memorySize());
    int count = live.count();
    require(live.addUnlessConflict(id, pointer, size) == LiveAreas.NONE);
    pointers[id] = pointer;
    sizes[id] = size;
    order[count] = id;
    guest.fill(pointer, size, pattern(id));
    if (watched) {
      guest.guard().guard(pointer, size);
    }
  }

  private void release(int k) {
    int id = order[k];
    long pointer = pointers[id];
    require(guest.mismatch(pointer, sizes[id], pattern(id)) < 0);
    if (watched) {
      guest.guard().unguard(pointer, sizes[id]);
    }
    require(call("wasm_deallocate", pointer) == 0);
    live.remove(pointer);
    System.arraycopy(order, k + 1, order, k, live.count() - k);
    dead = id;
  }

  private void releaseAgain() {
    long pointer = pointers[dead];
    if (pointer != 0 && live.startingAt(pointer) == LiveAreas.NONE) {
      require(call("wasm_deallocate", pointer) == Profile.NOT_AN_AREA);
    }
  }

  private long call(String function, long argument) {
    CallOutcome outcome =
        watched ? guest.callWatched(function, argument) : guest.call(function, argument);
    require(!watched || guest.guard().touches().isEmpty());
    return ((CallOutcome.Returned) outcome).value();
  }

  private static long pattern(int id) {
    return (id + 1) * 0x9E37_79B9_7F4A_7C15L | 1;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("greeting broke the contract");
    }
  }
}
