package io.modulecontract.program;

import io.modulecontract.engine.Guest;
import io.modulecontract.model.LiveAreas;

/** Looks in a fresh area for what the host had written into an earlier one (ALLOC-09). */
final class OldBytes {

  /** Fewer bytes than this may be equal by chance, or an allocator's own links. */
  private static final int TELLING = 8;

  private final Ledger ledger;

  OldBytes(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The id of a released area whose bytes a fresh one shows, or {@link LiveAreas#NONE}. */
  int shownBy(Guest guest, long pointer, long size) {
    for (int k = ledger.released() - 1; k >= 0; k--) {
      int id = ledger.deadAt(k);
      long from = Math.max(pointer, ledger.pointer(id));
      long to = Math.min(pointer + size, ledger.pointer(id) + ledger.size(id));
      if (to - from >= TELLING && shows(guest, id, from, to)) {
        return id;
      }
    }
    return LiveAreas.NONE;
  }

  private boolean shows(Guest guest, int id, long from, long to) {
    int phase = (int) ((from - ledger.pointer(id)) % Long.BYTES);
    long pattern = Long.rotateRight(Ledger.pattern(id), phase * Byte.SIZE);
    for (long at = from; at + TELLING <= to; at += TELLING) {
      if (guest.mismatch(at, TELLING, pattern) < 0) {
        return true;
      }
    }
    return false;
  }
}
