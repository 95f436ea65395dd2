package io.modulecontract.program;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.Guest;

/** Finds a pointer that was never given out. */
final class ForeignPointers {

  /** The answer when there is no such pointer now. */
  static final long NONE = -1;

  private static final long DATA_START = 1_024;

  private ForeignPointers() {}

  /** The pointer that {@code argument} names in the present state, or {@link #NONE}. */
  static long resolve(long argument, Ledger ledger, Guest guest) {
    int number = Foreign.number(argument);
    long pointer =
        switch (Foreign.of(argument)) {
          case NULL -> 0;
          case INTERIOR -> interior(number, ledger);
          case PAST_END -> pastEnd(number, ledger);
          case BEFORE -> before(number, ledger);
          case STACK -> Math.max(0, guest.stackPointer() - 16L * (number % 16));
          case DATA -> DATA_START + 8L * (number % 512);
          case MEMORY_END -> guest.memorySize() - (number % 2) * 8L;
          case BEYOND -> guest.memorySize() + U32.PAGE * (number % 64) + 8;
          case TWO_GIB -> (1L << 31) + 8L * (number % 3) - 8;
          case LAST -> U32.MAX - number % 16;
        };
    if (pointer < 0 || pointer > U32.MAX) {
      return NONE;
    }
    return ledger.gaveOut(pointer) ? NONE : pointer;
  }

  private static long interior(int number, Ledger ledger) {
    int id = liveArea(number, ledger);
    if (id < 0 || ledger.size(id) < 2) {
      return NONE;
    }
    long inside = 1 + (number / 7L) * 4 % (ledger.size(id) - 1);
    return ledger.pointer(id) + inside;
  }

  private static long pastEnd(int number, Ledger ledger) {
    int id = liveArea(number, ledger);
    return id < 0 || ledger.size(id) == 0 ? NONE : ledger.pointer(id) + ledger.size(id);
  }

  private static long before(int number, Ledger ledger) {
    int id = liveArea(number, ledger);
    return id < 0 ? NONE : ledger.pointer(id) - 8;
  }

  private static int liveArea(int number, Ledger ledger) {
    return ledger.live() == 0 ? -1 : ledger.liveAt(number % ledger.live());
  }
}
