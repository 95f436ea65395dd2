package io.modulecontract.host;

import java.util.List;

/** What a call gave back, as far as it can be believed. */
public sealed interface Result {

  /** The areas that the host must give back now, in the order in which it does. */
  List<Area> areas();

  /** The call answered 0: it rejected its parameters, and there is nothing to give back. */
  record Rejected() implements Result {
    @Override
    public List<Area> areas() {
      return List.of();
    }
  }

  /**
   * A C string (shape {@code cstring}).
   *
   * @param area the text and its NUL byte
   * @param text the decoded text, without the NUL
   */
  record Text(Area area, String text) implements Result {
    @Override
    public List<Area> areas() {
      return List.of(area);
    }
  }

  /**
   * Bytes that a pair names (shape {@code bytes}).
   *
   * @param pair the pair's own area of 8 bytes
   * @param data the area that it names; without bytes and at 0 when there is none
   * @param content a copy of the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy of the caller's own
  record Bytes(Area pair, Area data, byte[] content) implements Result {
    @Override
    public List<Area> areas() {
      return data.pointer() == 0 ? List.of(pair) : List.of(data, pair);
    }
  }

  /**
   * Bytes that a pair names, looked up and left where they are.
   *
   * @param pair the pair's own area of 8 bytes
   * @param data the area that it names; without bytes and at 0 when there is none
   */
  record InPlace(Area pair, Area data) implements Result {
    @Override
    public List<Area> areas() {
      return data.pointer() == 0 ? List.of(pair) : List.of(data, pair);
    }
  }

  /**
   * A result that no host can read, or none wants to.
   *
   * @param flaw what is wrong with it
   * @param expected what the contract asks for
   * @param found what there is
   * @param areas what can be given back all the same: nothing, unless the host knows whose it is
   */
  record Unreadable(Flaw flaw, String expected, String found, List<Area> areas) implements Result {

    /** Copies the areas. */
    public Unreadable {
      areas = List.copyOf(areas);
    }
  }

  /** What can be wrong with a result. */
  enum Flaw {
    /** A part of it lies outside the linear memory (CALL-01). */
    OUTSIDE_MEMORY,
    /** The pair and the data that it names share bytes (CALL-02). */
    PAIR_IN_DATA,
    /** No NUL byte up to the end of the memory (CALL-03). */
    NO_NUL,
    /** A C string that is not UTF-8 (CALL-03). */
    NOT_UTF8,
    /** Longer than the host is willing to read. */
    TOO_LONG
  }
}
