package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guest that does not come back is stopped, and its host's thread goes on unharmed. */
class DeadlineTest {

  private static final Policy SHORT = Policy.DEFAULT.withDeadline(Duration.ofMillis(60));
  private static final CallOutcome LATE = new CallOutcome.DeadlineExceeded(SHORT.deadline());

  /** loop br 0 end unreachable. */
  private static final int[] FOR_EVER = {0x03, 0x40, 0x0C, 0, 0x0B, 0x00};

  @AfterEach
  void theThreadIsNotInterruptedAndOthersWork() {
    assertFalse(Thread.currentThread().isInterrupted());
    assertEquals(new CallOutcome.Returned(5), new HandMade().guest().allocate(5));
  }

  @ParameterizedTest
  @EnumSource
  void aLoopInAllocateIsStopped(ExecutionMode mode) {
    Guest guest = new HandMade().allocate(FOR_EVER).guest(SHORT, mode);
    Guest other = new HandMade().guest(Policy.DEFAULT, mode);
    assertEquals(LATE, guest.allocate(1));
    assertFalse(Thread.currentThread().isInterrupted());
    assertTrue(guest.spoiled());
    assertEquals(new CallOutcome.Returned(5), other.allocate(5));
  }

  @ParameterizedTest
  @EnumSource
  void aLoopInDeallocateIsStopped(ExecutionMode mode) {
    Guest guest = new HandMade().deallocate(FOR_EVER).guest(SHORT, mode);
    assertEquals(new CallOutcome.Returned(5), guest.allocate(5));
    assertEquals(LATE, guest.deallocate(5));
  }

  @ParameterizedTest
  @EnumSource
  void aLoopOfCallsIsStopped(ExecutionMode mode) {
    // loop (i32.const 1) call deallocate; drop; br 0 end
    Guest guest =
        new HandMade()
            .allocate(0x03, 0x40, 0x41, 1, 0x10, 1, 0x1A, 0x0C, 0, 0x0B, 0x00)
            .guest(SHORT, mode);
    assertEquals(LATE, guest.allocate(1));
  }

  @ParameterizedTest
  @EnumSource
  void aLoopInTheStartFunctionIsStopped(ExecutionMode mode) {
    Start start = new HandMade().start(FOR_EVER).start(SHORT, mode);
    assertEquals(new Start.Stopped("instantiation", LATE, ""), start);
  }

  @ParameterizedTest
  @EnumSource
  void aLoopInInitializeIsStopped(ExecutionMode mode) {
    LoadedModule module = new HandMade().initialize(FOR_EVER).load();
    assertEquals(new Start.Stopped("_initialize", LATE, ""), module.start(SHORT, mode));
    assertEquals(1, module.lateCalls());
  }

  @ParameterizedTest
  @EnumSource
  void recursionWithoutEndTraps(ExecutionMode mode) {
    // The result is used, so that it is no tail call.
    Guest guest =
        new HandMade().allocate(0x20, 0, 0x10, 0, 0x41, 1, 0x6A).guest(Policy.DEFAULT, mode);
    assertEquals(new CallOutcome.Trapped("call stack exhausted"), guest.allocate(1));
    assertTrue(guest.spoiled());
  }

  @ParameterizedTest
  @EnumSource
  void recursionInInitializeTraps(ExecutionMode mode) {
    Start start = new HandMade().initialize(0x10, 2, 0x10, 2).start(Policy.DEFAULT, mode);
    CallOutcome trap = new CallOutcome.Trapped("call stack exhausted");
    assertEquals(new Start.Stopped("_initialize", trap, ""), start);
  }

  @Test
  void aTrapIsNotTakenForAnInterrupt() {
    Guest guest = new HandMade().allocate(0x00).guest();
    assertEquals(new CallOutcome.Trapped("unreachable instruction"), guest.allocate(1));
  }

  @Test
  void oneCallAfterAnotherIsStoppedEachTime() {
    LoadedModule module = new HandMade().allocate(FOR_EVER).load();
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofMillis(15));
    Guests guests = new RestoredGuests(module, policy, ExecutionMode.COMPILED);
    Guest other = new HandMade().guest();
    for (int i = 0; i < 12; i++) {
      assertInstanceOf(CallOutcome.DeadlineExceeded.class, guests.next().allocate(1));
      assertFalse(Thread.currentThread().isInterrupted());
      assertEquals(new CallOutcome.Returned(i), other.allocate(i));
    }
  }

  @Test
  void manyShortCallsAreNotOneLongCall() {
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofMillis(500));
    Guest guest = new HandMade().guest(policy, ExecutionMode.COMPILED);
    long until = System.nanoTime() + Duration.ofMillis(1_200).toNanos();
    while (System.nanoTime() < until) {
      assertEquals(new CallOutcome.Returned(5), guest.allocate(5));
    }
  }
}
