package io.modulecontract.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a function takes its parameters and gives its result; each shape has one exact type. */
public enum FunctionShape {
  /** {@code (ptr) -> ptr}: NUL-terminated UTF-8 both ways. */
  CSTRING(1, "wasm_memory_c_", ""),
  /** {@code (ptr, len) -> ptr} to an 8-byte little-endian (ptr, len) pair. */
  BYTES(2, "wasm_memory_rust_", ""),
  /** {@code (meta_ptr, meta_len, data_ptr, data_len) -> pair}: Arrow IPC streams. */
  ARROW(4, "wasm_memory_", "_arrow"),
  /**
   * {@code (ptr, len) -> size}: the guest changes the host's own area; the answer is how many of
   * its bytes are left, or -1. Only a descriptor gives a function this shape.
   */
  IN_PLACE(2),
  /**
   * {@code (ptr, len, last) -> ptr} to a pair as in {@link #BYTES}: chunk after chunk of one value,
   * the last one with {@code last} = 1, the others with 0. Only a descriptor gives it.
   */
  STREAM(3),
  /**
   * {@code (ptr, len) -> status}, 0 or -1: the result is delivered through a function that the
   * guest imports ({@link ImportMeaning#DELIVER}). Only a descriptor gives it.
   */
  CALLBACK(2);

  private final int parameters;
  private final boolean named;
  private final String prefix;
  private final String suffix;

  FunctionShape(int parameters) {
    this(parameters, false, "", "");
  }

  FunctionShape(int parameters, String prefix, String suffix) {
    this(parameters, true, prefix, suffix);
  }

  FunctionShape(int parameters, boolean named, String prefix, String suffix) {
    this.parameters = parameters;
    this.named = named;
    this.prefix = prefix;
    this.suffix = suffix;
  }

  /** What a call answers when it rejects, an unsigned 32-bit value: 0, or 2^32 - 1. */
  public long rejection() {
    return makesAreas() ? 0 : U32.MAX;
  }

  /** Whether a result is areas of its own, which the host gives back. */
  public boolean makesAreas() {
    return this != IN_PLACE && this != CALLBACK;
  }

  /**
   * The shape of an export that no descriptor names: both its name and its type must say so, for a
   * function is never called on a guess.
   */
  public static Optional<FunctionShape> detect(String name, FunctionType type) {
    return Arrays.stream(values())
        .filter(shape -> shape.type().equals(type))
        .filter(shape -> shape.named)
        .filter(shape -> name.startsWith(shape.prefix) && name.endsWith(shape.suffix))
        .findFirst();
  }

  /** The shape of this name as a descriptor writes it; empty when there is none. */
  public static Optional<FunctionShape> byName(String name) {
    return Arrays.stream(values()).filter(shape -> shape.toString().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(FunctionShape::toString).collect(Collectors.joining(", "));
  }

  /** The only type that a function of this shape may have. */
  public FunctionType type() {
    return FunctionType.i32(parameters, 1);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
