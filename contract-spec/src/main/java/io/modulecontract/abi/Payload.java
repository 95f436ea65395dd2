package io.modulecontract.abi;

import java.util.Locale;
import java.util.Optional;

/** What the bytes that a function takes and gives must be. */
public enum Payload {
  /** UTF-8 text; other bytes are rejected. */
  UTF8,
  /** Any bytes at all. */
  BYTES,
  /** Arrow IPC streams, which the shape says already. */
  ARROW;

  /** What a descriptor may write, for messages. */
  public static final String NAMES = "utf8, bytes";

  /** What a function of this shape takes when nobody says. */
  public static Payload usual(FunctionShape shape) {
    return shape == FunctionShape.ARROW ? ARROW : UTF8;
  }

  /** The payload of this name as a descriptor writes it; empty when there is none. */
  public static Optional<Payload> byName(String name) {
    return switch (name) {
      case "utf8" -> Optional.of(UTF8);
      case "bytes" -> Optional.of(BYTES);
      default -> Optional.empty();
    };
  }

  /** Whether a function of this shape can carry it: a C string ends at its first NUL byte. */
  public boolean fits(FunctionShape shape) {
    return switch (shape) {
      case CSTRING -> this == UTF8;
      case BYTES, IN_PLACE, STREAM, CALLBACK -> this != ARROW;
      case ARROW -> this == ARROW;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
