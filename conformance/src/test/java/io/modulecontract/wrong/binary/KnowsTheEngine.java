package io.modulecontract.wrong.binary;

import com.dylibso.chicory.wasm.WasmModule;
import io.modulecontract.engine.Guest;

/** Bytes are read before there is an engine, or anything that runs. */
record KnowsTheEngine(WasmModule module, Guest guest) {}
