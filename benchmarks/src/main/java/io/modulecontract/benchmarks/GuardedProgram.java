package io.modulecontract.benchmarks;

import io.modulecontract.abi.Profile;
import io.modulecontract.model.LiveAreas;
import io.modulecontract.program.Program;

/**
 * The allocation property with each call watched where the memory is: what an allocation program
 * asks of a guest, compared with the model, every live area guarded. (The checks watch calls of
 * functions only; an allocation program shows what it costs at its worst.)
 */
final class GuardedProgram {

  private final ComparedGuest guest;
  private final LiveAreas live = new LiveAreas();
  private final long[] pointers;
  private final long[] sizes;
  private final int[] order;
  private int dead;

  GuardedProgram(ComparedGuest guest, int length) {
    this.guest = guest;
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
    long pointer = guest.call("wasm_allocate", size);
    require(pointer != 0 && pointer + size <= guest.memorySize());
    int count = live.count();
    require(live.addUnlessConflict(id, pointer, size) == LiveAreas.NONE);
    pointers[id] = pointer;
    sizes[id] = size;
    order[count] = id;
    guest.fill(pointer, size, id);
    guest.guard(pointer, size);
  }

  private void release(int k) {
    int id = order[k];
    long pointer = pointers[id];
    require(guest.isIntact(pointer, sizes[id], id));
    guest.unguard(pointer, sizes[id]);
    require(guest.call("wasm_deallocate", pointer) == 0);
    live.remove(pointer);
    System.arraycopy(order, k + 1, order, k, live.count() - k);
    dead = id;
  }

  private void releaseAgain() {
    long pointer = pointers[dead];
    if (pointer != 0 && live.startingAt(pointer) == LiveAreas.NONE) {
      require(guest.call("wasm_deallocate", pointer) == Profile.NOT_AN_AREA);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("greeting broke the contract");
    }
  }
}
