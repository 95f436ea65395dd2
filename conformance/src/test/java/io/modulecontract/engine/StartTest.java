package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.name;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting an instance, and the reasons for which there is none. */
class StartTest {

  private static HandMade claiming(long pages) {
    return new HandMade().section(5, join(raw(0), leb(pages)));
  }

  @ParameterizedTest
  @ValueSource(longs = {2_049, 32_767, 32_768, 49_152, 65_536})
  void moreThanTheLimitIsNotEvenAllocated(long pages) {
    // 4 GiB would not fit into any Java array.
    assertEquals(
        new Start.OverLimit(pages, 2_048),
        claiming(pages).start(Policy.DEFAULT, ExecutionMode.COMPILED));
  }

  @Test
  void theLimitItselfIsServed() {
    Guest guest = claiming(3).guest(Policy.DEFAULT.withMemoryPages(3), ExecutionMode.COMPILED);
    assertEquals(3 * 65_536, guest.memorySize());
    assertEquals(3 * 65_536, guest.memoryLimit());
    assertEquals(
        new Start.OverLimit(4, 3),
        claiming(4).start(Policy.DEFAULT.withMemoryPages(3), ExecutionMode.COMPILED));
  }

  @Test
  void aSecondMemoryCountsToo() {
    HandMade module = new HandMade().section(5, raw(0, 1), join(raw(0), leb(65_536)));
    assertEquals(
        new Start.OverLimit(65_537, 2_048), module.start(Policy.DEFAULT, ExecutionMode.COMPILED));
  }

  @Test
  void allMemoriesShareOneLimit() {
    // Allocate grows the first of two memories, deallocate the second.
    HandMade module =
        new HandMade()
            .section(5, raw(0, 1), raw(0, 1))
            .allocate(0x20, 0, 0x40, 0)
            .deallocate(0x20, 0, 0x40, 1);
    Guest guest = module.guest(Policy.DEFAULT.withMemoryPages(4), ExecutionMode.COMPILED);
    GuestState start = guest.snapshot();
    assertEquals(new CallOutcome.Returned(0xFFFF_FFFFL), guest.allocate(3));
    assertEquals(new CallOutcome.Returned(1), guest.allocate(1));
    assertEquals(new CallOutcome.Returned(1), guest.deallocate(1));
    assertEquals(new CallOutcome.Returned(0xFFFF_FFFFL), guest.allocate(1));
    assertTrue(guest.restore(start));
    assertEquals(new CallOutcome.Returned(1), guest.deallocate(2));
  }

  @ParameterizedTest
  @EnumSource
  void growingEndsAtTheLimit(ExecutionMode mode) {
    HandMade module = new HandMade().allocate(0x20, 0, 0x40, 0);
    Guest guest = module.guest(Policy.DEFAULT.withMemoryPages(3), mode);
    assertEquals(new CallOutcome.Returned(1), guest.allocate(2));
    assertEquals(new CallOutcome.Returned(0xFFFF_FFFFL), guest.allocate(1));
    assertEquals(new CallOutcome.Returned(0xFFFF_FFFFL), guest.allocate(0xFFFF_FFFFL));
    assertEquals(new CallOutcome.Returned(3), guest.allocate(0));
    assertEquals(4, guest.growRequests());
    assertEquals(3 * 65_536, guest.memorySize());
  }

  @ParameterizedTest
  @EnumSource
  void growingCanBeRefusedOnce(ExecutionMode mode) {
    Guest guest = new HandMade().allocate(0x20, 0, 0x40, 0).guest(Policy.DEFAULT, mode);
    guest.refuseGrowRequest(2);
    assertEquals(new CallOutcome.Returned(1), guest.allocate(1));
    assertEquals(new CallOutcome.Returned(0xFFFF_FFFFL), guest.allocate(1));
    assertEquals(new CallOutcome.Returned(2), guest.allocate(1));
  }

  @Test
  void anImportNobodyProvidesIsNamed() {
    HandMade module =
        new HandMade()
            .section(2, join(name("env"), name("log"), raw(0, 0)))
            .section(7, join(name("memory"), raw(2, 0)));
    Start start = module.start(Policy.DEFAULT, ExecutionMode.COMPILED);
    String why = assertInstanceOf(Start.Unlinkable.class, start).why();
    assertTrue(why.contains("env") && why.contains("log"), why);
  }

  @Test
  void aFunctionOfWasiWithAnotherTypeIsUnlinkable() {
    HandMade module = new HandMade().wasi("random_get", raw(0x60, 1, 0x7F, 1, 0x7F));
    assertInstanceOf(Start.Unlinkable.class, module.start(Policy.DEFAULT, ExecutionMode.COMPILED));
  }

  @ParameterizedTest
  @EnumSource
  void dataThatDoesNotFitStopsTheInstantiation(ExecutionMode mode) {
    byte[] atTheEnd = join(raw(0, 0x41), raw(0xFF, 0xFF, 3), raw(0x0B, 2, 'a', 'b'));
    Start start = new HandMade().section(11, atTheEnd).start(Policy.DEFAULT, mode);
    Start.Stopped stopped = assertInstanceOf(Start.Stopped.class, start);
    assertEquals("instantiation", stopped.where());
    assertEquals(
        new CallOutcome.Trapped("a data segment does not fit into the memory"), stopped.outcome());
  }

  @ParameterizedTest
  @EnumSource
  void initializeRunsOnceAndFirst(ExecutionMode mode) {
    // i32.store 8 (i32.load 8 + 1); allocate: i32.load 8
    int[] count = {0x41, 8, 0x41, 8, 0x28, 2, 0, 0x41, 1, 0x6A, 0x36, 2, 0};
    HandMade module = new HandMade().initialize(count).allocate(0x41, 8, 0x28, 2, 0);
    Guest guest = module.guest(Policy.DEFAULT, mode);
    assertEquals(new CallOutcome.Returned(1), guest.allocate(0));
    assertEquals(Map.of(), guest.hostCalls());
  }

  @Test
  void aTrapInTheStartFunctionIsNamed() {
    assertEquals(
        new Start.Stopped("instantiation", new CallOutcome.Trapped("unreachable instruction"), ""),
        new HandMade().start(0x00).start(Policy.DEFAULT, ExecutionMode.COMPILED));
  }
}
