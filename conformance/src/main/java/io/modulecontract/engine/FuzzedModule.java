package io.modulecontract.engine;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A module's code with marks, compiled for fuzzing.
 *
 * @param machines makes what runs an instance's code
 * @param tooLarge the indices of the functions that are too large for the JVM, as they are or with
 *     their marks: of their branches nothing is told
 */
record FuzzedModule(Function<Instance, Machine> machines, Set<Integer> tooLarge) {

  private static final int HASH_START = 16;

  /**
   * Compiles a module.
   *
   * @param sha256 its hash, for the name of its classes: a fuzzer knows places in the code by it
   */
  static FuzzedModule of(WasmModule module, String sha256, Fuzzing fuzzing) {
    FuzzedCode.prepare(
        module.importSection().importCount() + module.codeSection().functionBodyCount());
    Map<Integer, CodeMarks.Extent> large = new HashMap<>();
    CompilerResult result =
        Compiler.builder(module)
            .withClassName("com.dylibso.chicory.$gen.M" + sha256.substring(0, HASH_START))
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(
                () -> new RewrittenClasses(new CodeMarks(fuzzing, large)::marked))
            .build()
            .compile();
    RewrittenClasses classes = (RewrittenClasses) result.collector();
    Set<Integer> tooLarge = new HashSet<>(result.interpretedFunctions());
    tooLarge.addAll(large.keySet());
    return new FuzzedModule(classes.machineFactory(), Set.copyOf(tooLarge));
  }
}
