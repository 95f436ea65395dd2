package io.modulecontract.engine;

import java.io.ByteArrayOutputStream;

/**
 * What a guest hands to its host in the middle of a call, piece by piece (shape {@code callback}).
 * It belongs to its guest, and to the guest's thread.
 */
public final class Outbox {

  /** In bytes: a guest that hands over without end must not fill the host's memory. */
  private static final int MOST_KEPT = 16 << 20;

  private ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
  private boolean used;

  Outbox() {}

  /** Takes a piece; of those behind the first 16 MiB the bytes are not kept. */
  public void take(byte[] piece) {
    used = true;
    if (piece.length <= MOST_KEPT - kept.size()) {
      kept.writeBytes(piece);
    }
  }

  /** All pieces since it was emptied, one behind the other, as far as they are kept. */
  public byte[] content() {
    return kept.toByteArray();
  }

  /** Forgets what was taken. */
  public void empty() {
    if (used) {
      kept = new ByteArrayOutputStream(0);
      used = false;
    }
  }
}
