package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.engine.StateComparison.REFUSED;
import static io.modulecontract.engine.StateComparison.TRAPS;
import static io.modulecontract.engine.StateComparison.assertReplaced;
import static io.modulecontract.engine.StateComparison.assertRestored;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an instance keeps outside of its memory comes back, too, or the restore is refused. In each
 * module allocate changes something and deallocate tells what it is.
 */
class OtherStateTest {

  private static final byte[] FUNCTION_TABLE = raw(0x70, 0, 4);

  private static HandMade withGlobals() {
    // A constant, an i32, an i64, an f64 and a function reference.
    return new HandMade()
        .section(
            6,
            raw(0x7F, 0, 0x41, 5, 0x0B),
            raw(0x7F, 1, 0x41, 3, 0x0B),
            raw(0x7E, 1, 0x42, 3, 0x0B),
            raw(0x7C, 1, 0x44, 0, 0, 0, 0, 0, 0, 8, 0x40, 0x0B),
            raw(0x70, 1, 0xD0, 0x70, 0x0B))
        .section(9, raw(3, 0, 1, 1));
  }

  @ParameterizedTest
  @EnumSource
  void globalsComeBack(ExecutionMode mode) {
    byte[] i32 = raw(0x20, 0, 0x24, 1);
    byte[] i64 = raw(0x20, 0, 0xAD, 0x24, 2);
    byte[] f64 = raw(0x20, 0, 0xB8, 0x24, 3);
    byte[] function = raw(0xD2, 1, 0x24, 4);
    // i32 + i64 + f64 + (function is null)
    HandMade module =
        withGlobals()
            .allocate(i32, i64, f64, function, raw(0x41, 0))
            .deallocate(0x23, 1, 0x23, 2, 0xA7, 0x6A, 0x23, 3, 0xAB, 0x6A, 0x23, 4, 0xD1, 0x6A);
    assertRestored(module, mode, 10, 100, 300);
  }

  @ParameterizedTest
  @EnumSource
  void aDroppedDataSegmentIsRefused(ExecutionMode mode) {
    // data.drop 0; then: memory.init of 0 bytes at 2 of the segment, which traps once it is dropped
    HandMade module =
        new HandMade()
            .allocate(0xFC, 9, 0, 0x41, 0)
            .deallocate(0x41, 0, 0x41, 2, 0x41, 0, 0xFC, 8, 0, 0, 0x41, 1)
            .dataCount(1)
            .section(11, raw(1, 2, 'a', 'b'));
    assertReplaced(module, mode, 1, 10, TRAPS);
  }

  @ParameterizedTest
  @EnumSource
  void aDroppedElementSegmentIsRefused(ExecutionMode mode) {
    // elem.drop 0; then: table.init of 1 entry
    HandMade module =
        new HandMade()
            .section(4, FUNCTION_TABLE)
            .section(9, raw(1, 0, 1, 1))
            .allocate(0xFC, 13, 0, 0x41, 0)
            .deallocate(0x41, 0, 0x41, 0, 0x41, 1, 0xFC, 12, 0, 0, 0x41, 1);
    assertReplaced(module, mode, 1, 10, TRAPS);
  }

  @ParameterizedTest
  @EnumSource
  void anotherMemoryComesBack(ExecutionMode mode) {
    // i32.store and i32.load at 8 of memory 1
    HandMade module =
        new HandMade()
            .section(5, raw(0, 1), raw(0, 1))
            .allocate(0x41, 8, 0x20, 0, 0x36, 0x42, 1, 0, 0x41, 0)
            .deallocate(0x41, 8, 0x28, 0x42, 1, 0);
    assertRestored(module, mode, 0, 77, 77);
  }

  @ParameterizedTest
  @EnumSource(names = "INTERPRETED")
  void objectsAreRefused(ExecutionMode mode) {
    // A global holds a struct of one i32 from the start; allocate sets it.
    byte[] struct = raw(0x5F, 1, 0x7F, 1);
    HandMade module =
        new HandMade()
            .type(struct)
            .section(6, join(raw(0x64, 2, 0, 0x41, 3, 0xFB, 0, 2, 0x0B)))
            .allocate(0x23, 0, 0x20, 0, 0xFB, 5, 2, 0, 0x41, 0)
            .deallocate(0x23, 0, 0xFB, 2, 2, 0);
    assertReplaced(module, mode, 3, 10, REFUSED);
  }
}
