package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import io.modulecontract.ReferenceModules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The pages that the instances of a module share. */
class PageBudgetTest {

  private static GuestMemory memory(PageBudget budget, JvmHeap heap) {
    return new GuestMemory(
        new MemoryLimits(0, 100), 100, () -> 0, heap, new PageShare(budget), true);
  }

  @Test
  void growthTakesFromIt() {
    PageBudget budget = new PageBudget(10);
    GuestMemory first = memory(budget, new JvmHeap());
    GuestMemory second = memory(budget, new JvmHeap());
    assertEquals(0, first.grow(6));
    assertEquals(-1, second.grow(5));
    assertEquals(0, second.grow(4));
    assertEquals(10, budget.used());
    assertEquals(-1, first.grow(1));
    assertEquals(-1, first.grow(Integer.MAX_VALUE));
    assertEquals(6, first.pages());
    assertFalse(second.requests().overLimit());
    assertTrue(first.requests().overLimit());
  }

  @Test
  void withoutOneNoRestoreEverUsesItUp() {
    PageBudget budget = PageBudget.UNLIMITED;
    GuestMemory memory = memory(budget, new JvmHeap());
    MemoryImage empty = memory.snapshot();
    for (int i = 0; i < 3; i++) {
      assertEquals(0, memory.grow(100));
      memory.restore(empty);
      // As many as in millions of restored runs.
      assertTrue(budget.take(Integer.MAX_VALUE));
    }
    assertEquals(0, budget.used());
  }

  @Test
  void growthThatThisJvmHasNoRoomForGivesItBack() {
    PageBudget budget = new PageBudget(10);
    assertEquals(-1, memory(budget, new JvmHeap(0)).grow(3));
    assertEquals(0, budget.used());
  }

  @Test
  void aStartThatFailsGivesItBack() {
    PageBudget budget = new PageBudget(100);
    LoadedModule module = ReferenceModules.load("init_03_never_returns.wasm");
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofMillis(100));
    Start start = module.start(policy, ExecutionMode.COMPILED, budget);
    assertInstanceOf(Start.Stopped.class, start);
    assertEquals(0, budget.used());
  }

  @Test
  void isNeverExceededByThreads() throws Exception {
    PageBudget budget = new PageBudget(500);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> taking =
          () -> {
            int taken = 0;
            for (int i = 0; i < 1_000; i++) {
              taken += budget.take(1) ? 1 : 0;
            }
            return taken;
          };
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(taking));
      }
      int taken = 0;
      for (Future<Integer> one : all) {
        taken += one.get();
      }
      assertEquals(500, taken);
      assertEquals(500, budget.used());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isAtLeastOnePage() {
    assertThrows(IllegalArgumentException.class, () -> new PageBudget(0));
  }
}
