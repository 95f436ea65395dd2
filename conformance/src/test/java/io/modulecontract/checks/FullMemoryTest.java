package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.ToFit;
import io.modulecontract.abi.U32;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The program comes to an end with any guest, and fills the memory of an honest one. */
class FullMemoryTest {

  private static Guests guests(LoadedModule module, Policy policy) {
    return new RestoredGuests(module, policy, ExecutionMode.COMPILED);
  }

  private static Guest guest(LoadedModule module, Policy policy) {
    return guests(module, policy).next();
  }

  private static Program program(LoadedModule module, Policy policy) {
    Guests guests = guests(module, policy);
    ToFit toFit = guests.toFit();
    return FullMemory.program(guests.next(), toFit, new SplittableRandom(7));
  }

  @Test
  void aGuestThatAlwaysGivesTheSameAreaIsNotAskedForEver() {
    LoadedModule module = new HandMade().allocate(0x41, 8).deallocate(0x41, 0).load();
    assertTrue(program(module, Policy.DEFAULT).length() < 21_000);
  }

  @Test
  void itEndsWithTheRequestThatDoesNotReturn() {
    LoadedModule module = new HandMade().allocate(0x00).deallocate(0x41, 0).load();
    assertEquals(1, program(module, Policy.DEFAULT).length());
  }

  /** The limits are those of the smallest memory that the module starts with, and a usual one. */
  @Test
  void nothingIsLeftOfTheMemory() {
    LoadedModule module = ReferenceModules.load("greeting.wasm");
    int pages = (int) (guest(module, Policy.DEFAULT).memorySize() / U32.PAGE);
    for (int more : new int[] {0, 1, 200}) {
      Policy policy = Policy.DEFAULT.withMemoryPages(pages + more);
      Program program = program(module, policy);
      Guest again = guest(module, policy);
      long refused =
          IntStream.range(0, program.length())
              .filter(i -> program.kind(i) == Kind.ALLOCATE)
              .filter(i -> !again.allocate(program.argument(i)).isArea())
              .count();
      assertTrue(refused > 100, more + " pages: " + refused + " of " + program.length());
    }
  }
}
