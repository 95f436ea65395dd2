package io.modulecontract.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an imported function is for; each meaning has one exact type. */
public enum ImportMeaning {
  /**
   * {@code (ptr, len) -> i32}: hands a piece of a result to the host, which copies it before it
   * returns. 0 asks for the next piece, anything else for none. The host must not call the guest in
   * it.
   */
  DELIVER(2);

  private final int parameters;

  ImportMeaning(int parameters) {
    this.parameters = parameters;
  }

  /** The meaning of this name as a descriptor writes it; empty when there is none. */
  public static Optional<ImportMeaning> byName(String name) {
    return Arrays.stream(values()).filter(meaning -> meaning.toString().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(ImportMeaning::toString).collect(Collectors.joining(", "));
  }

  /** The only type that such a function may have. */
  public FunctionType type() {
    return FunctionType.i32(parameters, 1);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
