package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.body;
import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.name;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.Readings;
import io.modulecontract.binary.WasmBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A module with the contract's exports, one page of memory and bodies written by hand. Type 0 is
 * {@code (i32) -> i32}, type 1 {@code () -> ()}; imported functions come first, then allocate,
 * deallocate and what is called {@code _initialize} or runs as the start function.
 */
public final class HandMade {

  /** The number of a section is no order: the data count comes before the code. */
  private static final int[] ORDER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11};

  private static final byte[] RETURNS_ITS_ARGUMENT = raw(0x20, 0);

  private final List<byte[]> types =
      new ArrayList<>(List.of(raw(0x60, 1, 0x7F, 1, 0x7F), raw(0x60, 0, 0)));
  private final List<byte[]> imports = new ArrayList<>();
  private final List<byte[]> exports = new ArrayList<>();
  private final Map<Integer, byte[]> sections = new LinkedHashMap<>();
  private byte[] allocate = RETURNS_ITS_ARGUMENT;
  private byte[] deallocate = RETURNS_ITS_ARGUMENT;
  private byte[] third = raw();
  private String initialize = "";

  /** Both functions return their argument. */
  public HandMade() {
    section(5, raw(0, 1));
  }

  /** What allocate runs, in pieces. */
  public HandMade allocate(byte[]... code) {
    allocate = join(code);
    return this;
  }

  /** What allocate runs. */
  public HandMade allocate(int... code) {
    return allocate(raw(code));
  }

  /** What deallocate runs. */
  public HandMade deallocate(int... code) {
    deallocate = raw(code);
    return this;
  }

  /** Global variables of type i32, with these values at the start, each below 64. */
  public HandMade globals(int... values) {
    return section(
        6,
        IntStream.of(values)
            .mapToObj(value -> raw(0x7F, 1, 0x41, value, 0x0B))
            .toArray(byte[][]::new));
  }

  /** Lets the start function run this. */
  public HandMade start(int... code) {
    third = raw(code);
    sections.put(8, leb(imports.size() + 2L));
    return this;
  }

  /** Lets {@code _initialize} run this. */
  HandMade initialize(int... code) {
    third = raw(code);
    initialize = "_initialize";
    return this;
  }

  /** One more type, with the next index. */
  HandMade type(byte[] type) {
    types.add(type);
    return this;
  }

  /** Imports a function of WASI; the first one gets the index 0. */
  HandMade wasi(String function, byte[] type) {
    types.add(type);
    imports.add(join(name(WasiHost.MODULE), name(function), raw(0), leb(types.size() - 1L)));
    return this;
  }

  /** A section that is a vector of these entries, instead of the one there is. */
  HandMade section(int id, byte[]... entries) {
    sections.put(id, join(leb(entries.length), join(entries)));
    return this;
  }

  /** The number of data segments, which some instructions want to know before the code. */
  HandMade dataCount(int count) {
    sections.put(12, leb(count));
    return this;
  }

  /** The module's binary. */
  public byte[] bytes() {
    int first = imports.size();
    section(1, types.toArray(byte[][]::new));
    if (first > 0) {
      section(2, imports.toArray(byte[][]::new));
    }
    section(3, raw(0), raw(0), raw(1));
    exports.clear();
    exports.add(join(name("memory"), raw(2, 0)));
    exports.add(join(name("wasm_allocate"), raw(0), leb(first)));
    exports.add(join(name("wasm_deallocate"), raw(0), leb(first + 1L)));
    if (!initialize.isEmpty()) {
      exports.add(join(name(initialize), raw(0), leb(first + 2L)));
    }
    section(7, exports.toArray(byte[][]::new));
    section(10, body(raw(0), allocate), body(raw(0), deallocate), body(raw(0), third));
    WasmBytes module = WasmBytes.module();
    for (int id : ORDER) {
      if (sections.containsKey(id)) {
        module.contents(id, sections.get(id));
      }
    }
    return module.bytes();
  }

  /** The module, read and loaded. */
  public LoadedModule load() {
    ModuleReading reading = Readings.read(bytes());
    return LoadedModule.of(
        assertInstanceOf(ModuleReading.WellFormed.class, reading, reading::toString),
        Profile.DEFAULT);
  }

  Start start(Policy policy, ExecutionMode mode) {
    return load().start(policy, mode);
  }

  Guest guest() {
    return guest(Policy.DEFAULT, ExecutionMode.COMPILED);
  }

  Guest guest(Policy policy, ExecutionMode mode) {
    Start start = start(policy, mode);
    return assertInstanceOf(Start.Started.class, start, start::toString).guest();
  }
}
