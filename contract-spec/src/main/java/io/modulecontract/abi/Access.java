package io.modulecontract.abi;

import java.util.Locale;
import java.util.Optional;

/** What a guest may do in a directory. */
public enum Access {
  /** Look and read; nothing changes. */
  READ,
  /** Read, and also create, write, rename and delete. */
  WRITE;

  /** What may be written for one, for messages. */
  public static final String NAMES = "read, write";

  /** The one of this name; empty when there is none. */
  public static Optional<Access> byName(String name) {
    return switch (name) {
      case "read" -> Optional.of(READ);
      case "write" -> Optional.of(WRITE);
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
