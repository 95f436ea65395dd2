package io.modulecontract.binary;

/**
 * Where the engine's parser goes wrong on valid bytes, found by trying. The scan stops there, so
 * that the module is not blamed.
 */
final class EngineFeatures {

  private static final int BLOCK_EMPTY = 0x40;

  private EngineFeatures() {}

  /**
   * The engine reads the type of a block as an unsigned number and then asks whether that is the
   * code of a value type, so an index that equals such a code is taken for the value type.
   */
  static boolean confusesBlockType(long index) {
    return index == BLOCK_EMPTY
        || (index >= 0x63 && index <= 0x64)
        || (index >= 0x69 && index <= 0x73)
        || (index >= 0x7B && index <= 0x7F);
  }

  /** The engine takes characters of an import's name that are no letters for malformed UTF-8. */
  static boolean readsImportName(String name) {
    return name.chars().allMatch(c -> c < 0x80 || Character.isUnicodeIdentifierPart(c));
  }
}
