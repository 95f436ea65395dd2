package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A restored instance cannot be told from a fresh one, on every reference module. */
class RestoredGuestTest {

  private static final int ROUNDS = 12;
  private static final int CALLS = 60;
  private static final Policy POLICY = new Policy(700, Duration.ofSeconds(5), 7);

  /** The modules that do not start, and so have no instance to restore. */
  private static final Set<String> NO_START =
      Set.of(
          "init_01_needs_directory.wasm",
          "init_01_needs_variable.wasm",
          "init_02_huge_static_memory.wasm",
          "init_03_never_returns.wasm",
          "mod_04_imports_env_log.wasm");

  static Stream<String> starting() {
    return ReferenceModules.wellFormed().stream().filter(name -> !NO_START.contains(name));
  }

  @Test
  void noOtherModuleIsLeftOut() {
    Policy policy = POLICY.withDeadline(Duration.ofMillis(100));
    Set<String> stopped = new TreeSet<>();
    for (String name : NO_START) {
      if (!(ReferenceModules.load(name).start(policy, ExecutionMode.COMPILED)
          instanceof Start.Started)) {
        stopped.add(name);
      }
    }
    assertEquals(new TreeSet<>(NO_START), stopped);
    assertEquals(2 + NO_START.size() + starting().count(), ReferenceModules.names().size());
  }

  @ParameterizedTest
  @MethodSource("starting")
  void isTheSameAsAFreshOne(String name) {
    LoadedModule module = ReferenceModules.load(name);
    Guests restored = new RestoredGuests(module, POLICY, ExecutionMode.COMPILED);
    Guests fresh = new FreshGuests(module, POLICY, ExecutionMode.COMPILED);
    Guest last = null;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Guest one = restored.next();
      Guest other = fresh.next();
      if (last != null && last.spoiled()) {
        assertNotSame(last, one);
      } else if (last != null) {
        assertSame(last, one, "nothing in a reference module needs a new instance");
      }
      assertTrue(one.sameAs(other));
      assertEquals(Walk.on(other, seed, CALLS), Walk.on(one, seed, CALLS));
      assertTrue(one.sameAs(other));
      last = one;
    }
  }

  @ParameterizedTest
  @MethodSource("starting")
  void aLaterStateComesBackHereAndElsewhere(String name) {
    LoadedModule module = ReferenceModules.load(name);
    Guests fresh = new FreshGuests(module, POLICY, ExecutionMode.COMPILED);
    Guests restored = new RestoredGuests(module, POLICY, ExecutionMode.COMPILED);
    for (int seed = 0; seed < 3; seed++) {
      Guest first = fresh.next();
      Walk.on(first, seed, CALLS);
      GuestState later = first.snapshot();
      Guest copy = fresh.next(later);
      assertTrue(copy.sameAs(first));
      for (int more = 10; more < 13; more++) {
        Guest one = restored.next(later);
        Guest other = fresh.next(later);
        assertTrue(one.sameAs(other));
        assertEquals(Walk.on(other, more, CALLS), Walk.on(one, more, CALLS));
        assertTrue(one.sameAs(other));
      }
    }
  }

  @Test
  void aTrappedGuestIsNotRestoredButReplaced() {
    LoadedModule module = ReferenceModules.load("alloc_06_traps_when_full.wasm");
    Guests restored = new RestoredGuests(module, POLICY, ExecutionMode.COMPILED);
    Guest guest = restored.next();
    GuestState start = guest.snapshot();
    assertEquals(CallOutcome.Trapped.class, guest.allocate(1L << 31).getClass());
    assertTrue(guest.spoiled());
    assertEquals(false, guest.restore(start));
    Guest next = restored.next();
    assertNotSame(guest, next);
    assertTrue(next.sameAs(new FreshGuests(module, POLICY, ExecutionMode.COMPILED).next()));
    assertEquals(List.of(), List.copyOf(next.hostCalls().keySet()));
  }

  @Test
  void aChangedGuestIsNotTheSame() {
    LoadedModule module = ReferenceModules.load("greeting.wasm");
    Guests fresh = new FreshGuests(module, POLICY, ExecutionMode.COMPILED);
    Guest one = fresh.next();
    Guest other = fresh.next();
    one.allocate(8);
    assertEquals(false, one.sameAs(other));
    other.allocate(8);
    assertTrue(one.sameAs(other));
  }
}
