package io.modulecontract.script;

/** A value that a host passes to a guest, found out when the script runs. */
public sealed interface Operand {

  /**
   * The pointer of an area, or an address near it.
   *
   * @param area the area
   * @param delta what is added, 0 for the pointer itself
   */
  record Pointer(Ref area, long delta) implements Operand {}

  /**
   * The size of an area, or a number near it.
   *
   * @param area the area
   * @param delta what is added, 0 for the size itself
   */
  record Length(Ref area, long delta) implements Operand {}

  /**
   * A number.
   *
   * @param value an unsigned 32-bit value
   */
  record Literal(long value) implements Operand {}

  /**
   * An address counted from the end of the memory.
   *
   * @param delta what is added to the memory's size
   */
  record MemoryEnd(long delta) implements Operand {}
}
