package io.modulecontract.engine;

import com.dylibso.chicory.wasm.types.ValType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this engine reads otherwise than the specification says, found by trying. */
final class EngineFeatures {

  private static final int BLOCK_EMPTY = 0x40;

  /** A complaint that has to do with numbers only. */
  private static final Pattern NUMBERS =
      Pattern.compile(".*requires \\[[if](32|64)] but stack has \\[([if](32|64))?]");

  private EngineFeatures() {}

  /**
   * The engine reads the type of a block as an unsigned number and then asks whether that is the
   * code of a value type, so an index that equals such a code is taken for the value type.
   */
  static boolean confusesBlockType(long index) {
    return index == BLOCK_EMPTY || (index <= 0x7F && ValType.ID.isValidOpcode((int) index));
  }

  /**
   * What the module needs, if the engine may call it invalid wrongly; null where the engine's word
   * can be taken. It knows only some of the rules by which one reference type matches another, and
   * it looks for declared functions in declarative segments alone, while the scan has looked in all
   * places.
   */
  static @Nullable String doubt(ModuleSpaces spaces, String message) {
    if (message.startsWith("undeclared function reference")) {
      return "a function that refers to itself without a declarative segment";
    }
    return spaces.richReferences && !NUMBERS.matcher(message).matches()
        ? "typed references or garbage collection in a form that the engine refuses: " + message
        : null;
  }

  /** The engine takes characters of an import's name that are no letters for malformed UTF-8. */
  static boolean readsImportName(String name) {
    return name.chars().allMatch(c -> c < 0x80 || Character.isUnicodeIdentifierPart(c));
  }
}
