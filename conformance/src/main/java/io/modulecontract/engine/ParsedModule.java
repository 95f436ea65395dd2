package io.modulecontract.engine;

import com.dylibso.chicory.wasm.WasmModule;

/** A module as the engine parsed it. Opaque outside of this package. */
public final class ParsedModule {

  private final ModuleFile file;
  private final WasmModule module;

  ParsedModule(ModuleFile file, WasmModule module) {
    this.file = file;
    this.module = module;
  }

  /** The very object that the guard's thread parsed; compile it and make instances of it. */
  WasmModule module() {
    return module;
  }

  /**
   * Parses the same bytes once more. An instance that grows a table writes into the module it was
   * made of; whoever needs an untouched one asks here. It was guarded the first time, so it needs
   * no guard now.
   */
  WasmModule parseAgain() {
    return EngineParser.parse(file.bytes());
  }
}
