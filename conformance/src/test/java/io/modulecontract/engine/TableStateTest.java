package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.engine.StateComparison.assertReplaced;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The entries of a table come back; one that has grown does not, and the restore is refused. */
class TableStateTest {

  private static final byte[] FUNCTION_TABLE = raw(0x70, 0, 4);

  /** Table 0 starts with the function 1 at place 0 and nothing behind it. */
  private static HandMade withTable() {
    return new HandMade().section(4, FUNCTION_TABLE).section(9, raw(0, 0x41, 0, 0x0B, 1, 1));
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
}
