package io.modulecontract.engine;

import java.io.ByteArrayOutputStream;

/**
 * What a guest hands to its host in the middle of a call, piece by piece (shape {@code callback}).
 * It belongs to its guest, and to the guest's thread. Closed, as it is at first, it takes nothing.
 */
public final class Outbox {

  /** In bytes: a guest that hands over without end must not fill the host's memory. */
  private static final int MOST_KEPT = 16 << 20;

  private ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
  private int pieces;
  private int wanted;

  Outbox() {}

  /**
   * Takes a piece; of those behind the first 16 MiB the bytes are not kept.
   *
   * @return whether its host wants another one
   */
  public boolean take(byte[] piece) {
    if (wanted > 0) {
      pieces++;
      if (piece.length <= MOST_KEPT - kept.size()) {
        kept.writeBytes(piece);
      }
    }
    return pieces < wanted;
  }

  /** All pieces since it was opened, one behind the other, as far as they are kept. */
  public byte[] content() {
    return kept.toByteArray();
  }

  /** Whether the guest was told that its host wants no more. */
  public boolean hadEnough() {
    return wanted > 0 && pieces >= wanted;
  }

  /** How many pieces came after that. */
  public int unwanted() {
    return Math.max(0, pieces - wanted);
  }

  /**
   * Opens it, for one call.
   *
   * @param piecesWanted how many pieces are wanted, at least 1
   */
  public void open(int piecesWanted) {
    wanted = piecesWanted;
  }

  /** Closes it and forgets what it took. */
  public void close() {
    if (wanted > 0) {
      kept = new ByteArrayOutputStream(0);
      pieces = 0;
      wanted = 0;
    }
  }
}
