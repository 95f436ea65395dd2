package io.modulecontract.engine;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.UnlinkableException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import io.modulecontract.binary.ModuleOutline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One attempt to get an instance of a module under a policy. */
final class Instantiation {

  private static final long[] NO_ARGUMENTS = {};

  private final LoadedModule loaded;
  private final Policy policy;
  private final PageBudget budget;
  private final PageShare share;
  private final WasiHost wasi;
  private final List<HostImport> others;
  private final Outbox outbox = new Outbox();
  private final List<GuestMemory> memories = new ArrayList<>();

  Instantiation(LoadedModule loaded, Policy policy, PageBudget budget, List<HostImport> others) {
    this.others = List.copyOf(others);
    this.loaded = loaded;
    this.budget = budget;
    this.share = new PageShare(budget);
    this.policy = policy;
    this.wasi = new WasiHost(policy);
  }

  Start start(ExecutionMode mode) {
    Start start = attempt(mode);
    if (!(start instanceof Start.Started)) {
      share.close();
    }
    return start;
  }

  private Start attempt(ExecutionMode mode) {
    ModuleOutline outline = loaded.outline();
    // All memories of an instance together: a module gets no more by having several.
    long initial = outline.memories().stream().mapToLong(ModuleOutline.Memory::initialPages).sum();
    if (initial > policy.memoryPages()) {
      return new Start.OverLimit(initial, policy.memoryPages());
    }
    if (!share.take((int) initial)) {
      return new Start.OverBudget(initial, budget.used(), budget.most());
    }
    // What cannot be linked never runs: compiling it, minutes for the largest, would be for
    // nothing.
    var machines = loaded.machines(linkable() ? mode : ExecutionMode.INTERPRETED);
    Watch watch = Watchdog.watch(policy.deadline());
    String where = "instantiation";
    watch.begin();
    try {
      Instance instance =
          Instance.builder(loaded.module())
              .withMachineFactory(machines)
              .withImportValues(ImportValues.builder().addFunction(imports()).build())
              .withMemoryFactory(limits -> memory(limits, mode != ExecutionMode.HOSTED))
              .withTableFactory((table, size) -> new GuestTable(table, size, loaded.heap()))
              .withStart(false)
              .withUnsafeExecutionListener((instruction, stack) -> poll())
              .build();
      where = "_initialize";
      int initialize = loaded.functionIndex("_initialize");
      if (initialize >= 0 && instance.type(instance.functionType(initialize)).params().isEmpty()) {
        instance.getMachine().call(initialize, NO_ARGUMENTS);
      }
      return new Start.Started(
          new Guest(instance, exportedMemory(), memories, share, wasi, outbox, watch, loaded));
    } catch (UnlinkableException e) {
      return new Start.Unlinkable(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      loaded.heap().refused();
      return new Start.OutOfHeap();
    } catch (RuntimeException | StackOverflowError e) {
      wasi.close();
      CallOutcome outcome = Traps.outcome(e, policy.deadline());
      if (outcome instanceof CallOutcome.DeadlineExceeded) {
        loaded.callWasLate();
      }
      return new Start.Stopped(where, outcome, String.join(", ", wasi.calls().keySet()));
    } finally {
      watch.end();
    }
  }

  /** Compiled code polls at every backward branch; the interpreter does not, so it is asked to. */
  private static void poll() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ChicoryInterruptedException("deadline");
    }
  }

  /** Whether there is a function of ours for everything that the module asks for. */
  private boolean linkable() {
    return loaded.outline().imports().stream()
        .allMatch(
            wanting ->
                WasiNames.provides(wanting)
                    || others.stream().anyMatch(other -> other.provides(wanting)));
  }

  /** Only what the module asks for: most ask for nothing. */
  private ImportFunction[] imports() {
    Set<String> wanted =
        loaded.outline().imports().stream()
            .filter(wanting -> wanting.module().equals(WasiHost.MODULE))
            .map(ModuleOutline.Import::name)
            .collect(Collectors.toSet());
    Stream<ImportFunction> beyond =
        others.stream()
            .filter(other -> loaded.outline().imports().stream().anyMatch(other::provides))
            .map(other -> other.linked(outbox, wasi::called));
    return Stream.concat(Arrays.stream(wasi.functions(wanted)), beyond)
        .toArray(ImportFunction[]::new);
  }

  private GuestMemory memory(MemoryLimits declared, boolean storesMark) {
    int index = memories.size();
    IntSupplier others =
        () ->
            IntStream.range(0, memories.size())
                .filter(other -> other != index)
                .map(other -> memories.get(other).pages())
                .sum();
    GuestMemory memory =
        new GuestMemory(declared, policy.memoryPages(), others, loaded.heap(), share, storesMark);
    memories.add(memory);
    return memory;
  }

  /** The memory that the profile names; where there is none, the first, or one without bytes. */
  private GuestMemory exportedMemory() {
    int index =
        loaded
            .outline()
            .export(loaded.profile().memory())
            .filter(export -> export.kind() == ModuleOutline.Kind.MEMORY)
            .map(export -> (int) export.index())
            .orElse(0);
    return index < memories.size()
        ? memories.get(index)
        : new GuestMemory(new MemoryLimits(0, 0), 1);
  }
}
