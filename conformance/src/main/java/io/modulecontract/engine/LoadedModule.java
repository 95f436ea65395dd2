package io.modulecontract.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleReading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed module, compiled once for all its instances. It may be shared between threads; what
 * it says never changes.
 */
public final class LoadedModule {

  private final ModuleFile file;
  private final ModuleOutline outline;
  private final Profile profile;
  private final WasmModule module;
  private final Map<String, EntryPoint> entryPoints;
  private final List<HostImport> imports;
  private final JvmHeap heap = new JvmHeap();
  private final Fuzzing fuzzing;
  private Set<Integer> tooLarge = Set.of();
  private final AtomicLong lateCalls = new AtomicLong();
  private final Map<ExecutionMode, Function<Instance, Machine>> machines =
      new EnumMap<>(ExecutionMode.class);

  private LoadedModule(
      ModuleReading.WellFormed reading,
      Profile profile,
      List<HostImport> imports,
      Fuzzing fuzzing) {
    this.imports = List.copyOf(imports);
    this.fuzzing = fuzzing;
    this.file = reading.file();
    this.outline = reading.outline();
    this.profile = profile;
    this.entryPoints = EntryPoint.of(outline);
    // There is one engine, so nobody else can have parsed it.
    this.module = ((EngineModule) reading.parsed()).module();
  }

  /** Loads what was read; it is compiled when compiled code is first asked for. */
  public static LoadedModule of(ModuleReading.WellFormed reading, Profile profile) {
    return of(reading, profile, List.of());
  }

  /** The same; instances find these functions where their starter has no others for them. */
  public static LoadedModule of(
      ModuleReading.WellFormed reading, Profile profile, List<HostImport> imports) {
    return new LoadedModule(reading, profile, imports, Fuzzing.NONE);
  }

  /** The same, with compiled code that tells {@link FuzzedCode} what it does. */
  public static LoadedModule of(
      ModuleReading.WellFormed reading,
      Profile profile,
      List<HostImport> imports,
      Fuzzing fuzzing) {
    return new LoadedModule(reading, profile, imports, fuzzing);
  }

  /** What compiled code tells of itself. */
  public enum Fuzzing {
    /** Nothing: as fast as it goes. */
    NONE,
    /** Which functions were entered. */
    FUNCTIONS,
    /** The same, and which branches were taken. */
    EDGES,
    /** The same, and what was compared. */
    COMPARES
  }

  /** How many functions it has of its own. */
  public int functionCount() {
    return module.codeSection().functionBodyCount();
  }

  /**
   * How many of its functions are too large for a method of the JVM, and are interpreted, or become
   * so with marks, and have none at their branches. Known once it was compiled for fuzzing.
   */
  public synchronized int functionsTooLarge() {
    return tooLarge.size();
  }

  /** The bytes that it was loaded from. */
  public ModuleFile file() {
    return file;
  }

  /** What the module says about itself. */
  public ModuleOutline outline() {
    return outline;
  }

  /** The names under which it exports the contract. */
  public Profile profile() {
    return profile;
  }

  /**
   * Makes an instance and calls {@code _initialize} where it exists (MOD-05). It is the caller's,
   * on this thread only.
   */
  public Start start(Policy policy, ExecutionMode mode) {
    return start(policy, mode, PageBudget.UNLIMITED);
  }

  /** The same, under a budget for all instances that are opened under it. */
  public Start start(Policy policy, ExecutionMode mode, PageBudget budget) {
    return start(policy, mode, budget, imports);
  }

  /** The same, with functions of the host for this instance alone. */
  public Start start(Policy policy, ExecutionMode mode, PageBudget budget, List<HostImport> own) {
    return new Instantiation(this, policy, budget, own).start(mode);
  }

  /** How often the memory of this JVM was not enough for one of its guests, so far. */
  public long heapRefusals() {
    return heap.refusals();
  }

  /** How many calls of its guests, and starts, were stopped at their deadline so far. */
  public long lateCalls() {
    return lateCalls.get();
  }

  void callWasLate() {
    lateCalls.incrementAndGet();
  }

  JvmHeap heap() {
    return heap;
  }

  WasmModule module() {
    return module;
  }

  synchronized Function<Instance, Machine> machines(ExecutionMode mode) {
    return machines.computeIfAbsent(mode, this::compile);
  }

  /** An exported function, or null: one look into a table, for a run makes millions of calls. */
  @Nullable EntryPoint entryPoint(String name) {
    return entryPoints.get(name);
  }

  /** The index of an exported function, or -1. */
  int functionIndex(String name) {
    EntryPoint entryPoint = entryPoint(name);
    return entryPoint == null ? -1 : entryPoint.index();
  }

  private Function<Instance, Machine> compile(ExecutionMode mode) {
    if (mode == ExecutionMode.INTERPRETED) {
      return InterpreterMachine::new;
    }
    try {
      if (fuzzing != Fuzzing.NONE) {
        FuzzedModule fuzzed = FuzzedModule.of(module, file.sha256(), fuzzing);
        tooLarge = fuzzed.tooLarge();
        return fuzzed.machines();
      }
      return GuestCalls.compile(module, mode).machineFactory();
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      // What the compiler cannot translate, the interpreter can still run.
      return InterpreterMachine::new;
    }
  }
}
