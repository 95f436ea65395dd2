package io.modulecontract.engine;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a module has written down: whoever makes inputs for it should know its words.
 *
 * @param ints the constants of {@code i32.const} in its functions, in order
 * @param longs those of {@code i64.const}
 * @param data the contents of its data segments
 */
public record ModuleWords(List<Integer> ints, List<Long> longs, List<byte[]> data) {

  /** Copies the lists. */
  public ModuleWords {
    ints = List.copyOf(ints);
    longs = List.copyOf(longs);
    data = List.copyOf(data);
  }

  /** Those of a module. */
  public static ModuleWords of(LoadedModule loaded) {
    WasmModule module = loaded.module();
    SortedSet<Integer> ints = new TreeSet<>();
    SortedSet<Long> longs = new TreeSet<>();
    for (FunctionBody body : module.codeSection().functionBodies()) {
      for (AnnotatedInstruction instruction : body.instructions()) {
        if (instruction.opcode() == OpCode.I32_CONST) {
          ints.add((int) instruction.operand(0));
        } else if (instruction.opcode() == OpCode.I64_CONST) {
          longs.add(instruction.operand(0));
        }
      }
    }
    List<byte[]> data = new ArrayList<>();
    for (DataSegment segment : module.dataSection().dataSegments()) {
      data.add(segment.data());
    }
    return new ModuleWords(List.copyOf(ints), List.copyOf(longs), data);
  }
}
