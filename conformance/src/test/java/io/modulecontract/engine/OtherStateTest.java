package io.modulecontract.engine;

import static io.modulecontract.engine.WasmBytes.join;
import static io.modulecontract.engine.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an instance keeps outside of its memory comes back, too, or the restore is refused. In each
 * module allocate changes something and deallocate tells what it is.
 */
class OtherStateTest {

  /** What deallocate does where the later state has been brought back. */
  private static final long TRAPS = -1;

  /** The later state cannot be brought to another instance. */
  private static final long REFUSED = -2;

  private static final byte[] FUNCTION_TABLE = raw(0x70, 0, 4);

  /** Table 0 starts with the function 1 at place 0 and nothing behind it. */
  private static HandMade withTable() {
    return new HandMade().section(4, FUNCTION_TABLE).section(9, raw(0, 0x41, 0, 0x0B, 1, 1));
  }

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
  void tableEntriesComeBack(ExecutionMode mode) {
    // table.set 0 (size) (ref.func 1); then: table.get 0 (argument) is null
    HandMade module =
        withTable().allocate(0x20, 0, 0xD2, 1, 0x26, 0, 0x41, 0).deallocate(0x20, 0, 0x25, 0, 0xD1);
    LoadedModule loaded = module.load();
    Guests restored = new RestoredGuests(loaded, Policy.DEFAULT, mode);
    Guest first = restored.next();
    assertEquals(new CallOutcome.Returned(1), first.deallocate(2));
    assertEquals(new CallOutcome.Returned(0), first.allocate(2));
    assertEquals(new CallOutcome.Returned(0), first.deallocate(2));
    Guest again = restored.next();
    assertSame(first, again);
    assertEquals(new CallOutcome.Returned(1), again.deallocate(2));
    assertEquals(new CallOutcome.Returned(0), again.deallocate(0));
    assertTrue(again.sameAs(new FreshGuests(loaded, Policy.DEFAULT, mode).next()));
  }

  @ParameterizedTest
  @EnumSource
  void clearedTableEntriesComeBackCallable(ExecutionMode mode) {
    // table.set 0 0 (ref.null func); then: call_indirect of place 0, which runs deallocate
    HandMade module =
        withTable()
            .allocate(0x41, 0, 0xD0, 0x70, 0x26, 0, 0x20, 0, 0x41, 0, 0x11, 0, 0)
            .deallocate(0x20, 0);
    Guests restored = new RestoredGuests(module.load(), Policy.DEFAULT, mode);
    Guest guest = restored.next();
    GuestState start = guest.snapshot();
    assertEquals(CallOutcome.Trapped.class, guest.allocate(1).getClass());
    assertEquals(false, guest.restore(start));
    HandMade calling =
        withTable()
            .allocate(0x20, 0, 0x41, 0, 0x11, 0, 0)
            .deallocate(0x20, 0, 0x45, 0x04, 0x40, 0x41, 0, 0xD0, 0x70, 0x26, 0, 0x0B, 0x20, 0);
    Guests callable = new RestoredGuests(calling.load(), Policy.DEFAULT, mode);
    for (int i = 0; i < 3; i++) {
      assertEquals(new CallOutcome.Returned(9), callable.next().allocate(9));
      // Clears the place: the next call there would trap.
      assertEquals(new CallOutcome.Returned(0), callable.next().deallocate(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGrownTableIsRefused(ExecutionMode mode) {
    // table.grow 0 (ref.null func) (size); then: table.size
    HandMade module =
        withTable().allocate(0xD0, 0x70, 0x20, 0, 0xFC, 15, 0).deallocate(0xFC, 16, 0);
    assertReplaced(module, mode, 4, 10, 14);
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

  /** The same instance is used again, in its first state. */
  private static void assertRestored(
      HandMade module, ExecutionMode mode, long atStart, long set, long after) {
    LoadedModule loaded = module.load();
    Guests restored = new RestoredGuests(loaded, Policy.DEFAULT, mode);
    Guest first = null;
    for (int i = 0; i < 3; i++) {
      Guest guest = restored.next();
      first = first == null ? guest : first;
      assertSame(first, guest);
      assertTrue(guest.sameAs(new FreshGuests(loaded, Policy.DEFAULT, mode).next()));
      assertEquals(new CallOutcome.Returned(atStart), guest.deallocate(0));
      assertTrue(guest.allocate(set).returned());
      assertEquals(new CallOutcome.Returned(after), guest.deallocate(0));
    }
  }

  /** A changed instance is replaced, and its later state is brought elsewhere or refused. */
  private static void assertReplaced(
      HandMade module, ExecutionMode mode, long atStart, long set, long after) {
    LoadedModule loaded = module.load();
    Guests restored = new RestoredGuests(loaded, Policy.DEFAULT, mode);
    Guest first = restored.next();
    GuestState start = first.snapshot();
    assertTrue(first.allocate(set).returned());
    GuestState later = first.snapshot();
    assertEquals(false, first.restore(start));
    assertTrue(first.spoiled());
    Guest second = restored.next();
    assertNotSame(first, second);
    assertEquals(new CallOutcome.Returned(atStart), second.deallocate(0));
    assertLater(new FreshGuests(loaded, Policy.DEFAULT, mode), later, after);
    assertLater(restored, later, after);
    assertEquals(new CallOutcome.Returned(atStart), restored.next().deallocate(0));
  }

  private static void assertLater(Guests guests, GuestState later, long after) {
    if (after == REFUSED) {
      assertThrows(Guests.NoGuest.class, () -> guests.next(later));
      return;
    }
    CallOutcome outcome = guests.next(later).deallocate(0);
    if (after == TRAPS) {
      assertEquals(CallOutcome.Trapped.class, outcome.getClass());
    } else {
      assertEquals(new CallOutcome.Returned(after), outcome);
    }
  }
}
