package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.List;

/** What a dictionary holds at some point of a stream: one piece, and what was added since. */
final class Dictionary {

  private final List<ColumnParts> pieces;
  private final long size;

  private Dictionary(List<ColumnParts> pieces, long size) {
    this.pieces = pieces;
    this.size = size;
  }

  static Dictionary of(ColumnParts piece) {
    return new Dictionary(List.of(piece), piece.length());
  }

  Dictionary and(ColumnParts piece) {
    List<ColumnParts> more = new ArrayList<>(pieces);
    more.add(piece);
    return new Dictionary(List.copyOf(more), size + piece.length());
  }

  /** Columns of values, in the order of their indices. */
  List<ColumnParts> pieces() {
    return pieces;
  }

  /** How many values there are. */
  long size() {
    return size;
  }
}
