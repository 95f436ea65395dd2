package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled code answers as interpreted code does: what blame rests on. */
class CompiledGuestTest {

  private static final Policy POLICY = new Policy(700, Duration.ofSeconds(20), 7);

  static Stream<String> starting() {
    return RestoredGuestTest.starting();
  }

  @ParameterizedTest
  @MethodSource("starting")
  void answersAsTheInterpreterDoes(String name) {
    LoadedModule module = ReferenceModules.load(name);
    Guests compiled = new FreshGuests(module, POLICY, ExecutionMode.COMPILED);
    Guests interpreted = new FreshGuests(module, POLICY, ExecutionMode.INTERPRETED);
    assertAlike(compiled, interpreted, 3);
  }

  /** Restored each time, which must bring back what no store has marked. */
  @ParameterizedTest
  @MethodSource("starting")
  void aHostedOneAnswersTheSame(String name) {
    LoadedModule module = ReferenceModules.load(name);
    Guests hosted = new RestoredGuests(module, POLICY, ExecutionMode.HOSTED);
    Guests compiled = new FreshGuests(module, POLICY, ExecutionMode.COMPILED);
    assertAlike(hosted, compiled, 5);
  }

  private static void assertAlike(Guests some, Guests others, int walks) {
    for (int seed = 100; seed < 100 + walks; seed++) {
      Guest one = some.next();
      Guest other = others.next();
      assertTrue(one.sameAs(other));
      assertEquals(Walk.on(other, seed, 100), Walk.on(one, seed, 100));
      assertTrue(one.sameAs(other));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionWithoutResultReturns(ExecutionMode mode) {
    Guest guest = new HandMade().initialize().guest(POLICY, mode);
    assertEquals(new CallOutcome.Returned(0), guest.call("_initialize"));
  }
}
