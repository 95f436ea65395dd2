package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What becomes of an instance that has changed. In each module allocate changes something and
 * deallocate tells what it is.
 */
final class StateComparison {

  /** What deallocate does where the later state has been brought back. */
  static final long TRAPS = -1;

  /** The later state cannot be brought to another instance. */
  static final long REFUSED = -2;

  private StateComparison() {}

  /** The same instance is used again, in its first state. */
  static void assertRestored(
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
  static void assertReplaced(
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
