package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ExchangeFailed.NoArea;
import io.modulecontract.host.HostedModule.NotHostable;
import io.modulecontract.wasi.Attempt;
import io.modulecontract.wasi.Grant;
import io.modulecontract.wasi.Grants;
import io.modulecontract.wasi.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instance may not do is refused and named, and what all may have is bounded. */
class HostedPolicyTest {

  private static final String UPPER = "wasm_memory_c_upper";
  private static final int START = 17;
  private static final long PAGE = 65_536;

  @TempDir private Path directory;

  private HostedModule load(String module) throws Exception {
    Path file = directory.resolve(module + ".wasm");
    Files.write(file, ReferenceModules.bytes(module + ".wasm"));
    return HostedModule.load(file);
  }

  @Test
  void whatIsRefusedIsNamed() throws Exception {
    HostedModule module = load("pol_04_prints");
    try (HostedInstance instance = module.open(Policy.DEFAULT)) {
      assertEquals("A", instance.callText(UPPER, "a"));
      assertEquals(List.of(new Attempt("fd_write", "stdout", false)), instance.attempts());
      assertThrows(UnsupportedOperationException.class, () -> instance.attempts().clear());
    }
    Grants printing =
        new Grants(
            Grant.REFUSED,
            Grant.REFUSED,
            false,
            Output.DISCARDED,
            Output.REFUSED,
            Optional.empty(),
            Optional.empty(),
            List.of());
    try (HostedInstance instance = module.open(Policy.DEFAULT.withGrants(printing))) {
      assertEquals("A", instance.callText(UPPER, "a"));
      assertEquals(List.of(), instance.attempts());
    }
  }

  @Test
  void growthBeyondTheLimitIsNamed() throws Exception {
    try (HostedInstance instance = load("greeting").open(Policy.DEFAULT.withMemoryPages(20))) {
      instance.release(instance.allocate(PAGE));
      assertEquals(List.of(), instance.attempts());
      assertThrows(NoArea.class, () -> instance.allocate(10 * PAGE));
      assertEquals(
          List.of("memory.grow beyond the limit of its instance"),
          instance.attempts().stream().map(Attempt::words).toList());
    }
  }

  @Test
  void allInstancesTogetherHaveABudget() throws Exception {
    HostedModule module = load("greeting").withMemoryPages(2 * START + 6);
    try (HostedInstance first = module.open(Policy.DEFAULT)) {
      HostedInstance second = module.open(Policy.DEFAULT);
      NotHostable none = assertThrows(NotHostable.class, () -> module.open(Policy.DEFAULT));
      assertTrue(
          String.valueOf(none.getMessage())
              .endsWith("it starts with 17 pages of memory, and its other instances have 34 of 40"),
          none::getMessage);
      assertThrows(NoArea.class, () -> first.allocate(10 * PAGE));
      assertEquals(
          List.of("memory.grow beyond the budget of its module"),
          first.attempts().stream().map(Attempt::words).toList());
      assertEquals(List.of(), second.attempts());
      first.release(first.allocate(3 * PAGE));
      assertTrue(first.memorySize() > START * PAGE, "it grew");

      second.close();
      second.close();
      first.release(first.allocate(10 * PAGE));
      // Closed twice, it gave its pages back once.
      assertThrows(NotHostable.class, () -> module.open(Policy.DEFAULT));
    }
    try (HostedInstance next = module.open(Policy.DEFAULT)) {
      assertTrue(next.isUsable());
    }
  }

  @Test
  void aBudgetOfAnotherIsNotTouched() throws Exception {
    HostedModule module = load("greeting");
    HostedModule small = module.withMemoryPages(START);
    try (HostedInstance one = small.open(Policy.DEFAULT);
        HostedInstance other = module.open(Policy.DEFAULT)) {
      assertThrows(NotHostable.class, () -> small.open(Policy.DEFAULT));
      other.release(other.allocate(100 * PAGE));
      assertThrows(NoArea.class, () -> one.allocate(100 * PAGE));
    }
  }

  @Test
  void aClosedInstanceTakesNoCall() throws Exception {
    HostedInstance instance = load("greeting").open(Policy.DEFAULT);
    instance.close();
    assertFalse(instance.isUsable());
    Exception told = assertThrows(IllegalStateException.class, () -> instance.call("answer"));
    assertEquals("this instance was closed: make a new one", told.getMessage());
  }
}
