package io.modulecontract.benchmarks;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import io.modulecontract.abi.U32;
import io.modulecontract.host.Area;
import io.modulecontract.host.Result;
import io.modulecontract.host.ResultReader;
import java.util.Arrays;
import java.util.Random;

/**
 * With the engine's memory, in code as its compiler makes it: without limit, deadline or guard, and
 * with results read as they come. It cannot be restored, so one instance is kept: a loop leaves
 * nothing live.
 */
final class EngineGuest implements ComparedGuest {

  /** So many areas are told apart, of at most so many bytes each. */
  private static final byte[][] PATTERNS = new byte[128][1_024];

  static {
    Random random = new Random(1);
    for (byte[] pattern : PATTERNS) {
      random.nextBytes(pattern);
    }
  }

  private final Memory memory;
  private final ExportFunction allocate;
  private final ExportFunction deallocate;
  private final ExportFunction greet;

  EngineGuest() {
    WasmModule module = Parser.parse(Modules.greetingBytes());
    WasiPreview1 wasi = WasiPreview1.builder().withOptions(WasiOptions.builder().build()).build();
    Instance instance =
        Instance.builder(module)
            .withMachineFactory(MachineFactoryCompiler.compile(module))
            .withImportValues(ImportValues.builder().addFunction(wasi.toHostFunctions()).build())
            .build();
    memory = instance.memory();
    allocate = instance.export("wasm_allocate");
    deallocate = instance.export("wasm_deallocate");
    greet = instance.export(GREET);
  }

  @Override
  public void start() {
    // The engine has no way back.
  }

  @Override
  public long memorySize() {
    return memory.pages() * U32.PAGE;
  }

  @Override
  public long call(String function, long... arguments) {
    return switch (function) {
      case "wasm_allocate" -> value(allocate, arguments);
      case "wasm_deallocate" -> value(deallocate, arguments);
      case GREET -> value(greet, arguments);
      default -> throw new IllegalArgumentException(function);
    };
  }

  @Override
  public long allocate(long size) {
    return value(allocate, size);
  }

  @Override
  public long deallocate(long pointer) {
    return value(deallocate, pointer);
  }

  @Override
  public void write(long pointer, byte[] content) {
    memory.write(U32.signed(pointer), content);
  }

  @Override
  public Result.Bytes answer(long pair) {
    int address = U32.signed(pair);
    int pointer = memory.readInt(address);
    int length = memory.readInt(address + Integer.BYTES);
    return new Result.Bytes(
        new Area(pair, ResultReader.PAIR),
        new Area(U32.of(pointer), U32.of(length)),
        memory.readBytes(pointer, length));
  }

  @Override
  public void fill(long pointer, long size, int id) {
    memory.write(U32.signed(pointer), PATTERNS[id], 0, U32.signed(size));
  }

  @Override
  public boolean isIntact(long pointer, long size, int id) {
    int length = U32.signed(size);
    byte[] content = memory.readBytes(U32.signed(pointer), length);
    return Arrays.equals(content, 0, length, PATTERNS[id], 0, length);
  }

  @Override
  public void guard(long pointer, long size) {
    // Nobody watches.
  }

  @Override
  public void unguard(long pointer, long size) {
    // Nobody watches.
  }

  private static long value(ExportFunction function, long... arguments) {
    return U32.of(function.apply(arguments)[0]);
  }
}
