package io.modulecontract.engine;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasi.WasiPreview1_ModuleFactory;
import com.dylibso.chicory.wasm.types.FunctionType;
import io.modulecontract.wasi.Attempt;
import io.modulecontract.wasi.Wasi;
import io.modulecontract.wasi.WasiFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Links a guest with WASI preview 1. From the engine come the functions' types; what they do, and
 * the record of what was tried, is {@link Wasi}.
 */
final class WasiHost {

  /** The module name of WASI preview 1's imports. */
  static final String MODULE = "wasi_snapshot_preview1";

  private final Map<String, Integer> calls = new LinkedHashMap<>();
  private final Wasi wasi;

  WasiHost(Policy policy) {
    wasi = new Wasi(policy.grants(), policy.seed());
  }

  /** The functions of WASI preview 1 that the engine knows, with their types. */
  static Map<String, FunctionType> types() {
    return Types.ALL;
  }

  /** What an instance is linked with: only what it asks for, and most ask for nothing. */
  ImportFunction[] functions(Set<String> wanted) {
    return wanted.stream()
        .filter(Types.ALL::containsKey)
        .map(this::linked)
        .toArray(ImportFunction[]::new);
  }

  /** Notes a call of a function of the host beyond WASI. */
  void called(String function) {
    calls.merge(function, 1, Integer::sum);
  }

  /** The names of the functions that the guest called, each with how often. */
  Map<String, Integer> calls() {
    return new LinkedHashMap<>(calls);
  }

  /** What the guest tried since the last snapshot or restore. */
  List<Attempt> attempts() {
    return wasi.attempts();
  }

  /** How many bytes the guest printed. */
  long printed() {
    return wasi.printed();
  }

  /** Starts the record of attempts anew. */
  void forget() {
    wasi.forget();
  }

  /** Whether the guest changed something in its host that a restore does not bring back. */
  boolean changed() {
    return wasi.changed();
  }

  /** How many times random bytes were asked for: all that a snapshot needs of them. */
  long randomPosition() {
    return wasi.randomPosition();
  }

  /** Goes back to where a snapshot was made. */
  void restore(long position) {
    wasi.restore(position);
  }

  /** Lets go of what the guest has open. */
  void close() {
    wasi.close();
  }

  private ImportFunction linked(String name) {
    FunctionType type = Types.ALL.get(name);
    WasiFunction function = wasi.function(name);
    boolean silent = type.returns().isEmpty();
    return new HostFunction(
        MODULE,
        name,
        type,
        (instance, arguments) -> {
          called(name);
          int answer = function.call(memory(instance), arguments);
          return silent ? new long[0] : new long[] {answer};
        });
  }

  private static LinearBytes memory(Instance instance) {
    return new LinearBytes((GuestMemory) instance.memory());
  }

  /** Read once: nothing of it depends on an instance, and no function of it is ever called. */
  private static final class Types {
    static final Map<String, FunctionType> ALL =
        Arrays.stream(WasiPreview1_ModuleFactory.toHostFunctions(null))
            .collect(Collectors.toUnmodifiableMap(HostFunction::name, HostFunction::functionType));
  }
}
