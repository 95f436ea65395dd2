package io.modulecontract.binary;

/** What came out of reading a module's bytes; nothing of the module has run yet. */
public sealed interface ModuleReading {

  /**
   * The module is well-formed and valid, and the engine can run it.
   *
   * @param file the bytes
   * @param outline what the module says about itself
   * @param parsed the engine's view, for the engine
   */
  record WellFormed(ModuleFile file, ModuleOutline outline, ParsedModule parsed)
      implements ModuleReading {}

  /**
   * The bytes are malformed or invalid in the words of the core specification: the guest fails
   * MOD-01.
   *
   * @param place where, such as {@code byte 0x1a, section 1 (type), entry 3}
   * @param expected what should be there
   * @param found what is there
   */
  record Malformed(String place, String expected, String found) implements ModuleReading {

    /** All three in one clause. */
    public String sentence() {
      return place + ": expected " + expected + ", found " + found;
    }
  }

  /**
   * The module may be fine, but not for this engine or this machine: it could not be run.
   *
   * @param feature what it needs, as it reads after "needs": {@code SIMD (the type v128)}
   * @param place where it is first needed
   */
  record Unsupported(String feature, String place) implements ModuleReading {

    /** Both in one clause. */
    public String sentence() {
      return place + ": expected a module that this engine can run, found that it needs " + feature;
    }
  }
}
