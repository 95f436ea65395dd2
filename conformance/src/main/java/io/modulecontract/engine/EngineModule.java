package io.modulecontract.engine;

import com.dylibso.chicory.wasm.WasmModule;
import io.modulecontract.binary.ParsedModule;

/**
 * A module as this engine parsed it.
 *
 * @param module the very object that the guard's thread parsed; compile it and make instances of it
 */
record EngineModule(WasmModule module) implements ParsedModule {}
