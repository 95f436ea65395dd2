package io.modulecontract.abi;

import java.util.Locale;

/** A WebAssembly value type (core specification, section 2.3). */
public enum ValueType {
  /** 32-bit integer; also every pointer and size of the contract. */
  I32,
  /** 64-bit integer. */
  I64,
  /** 32-bit float. */
  F32,
  /** 64-bit float. */
  F64,
  /** Any other type: vectors and references, which the contract never uses. */
  OTHER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
