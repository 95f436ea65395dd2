package io.modulecontract.engine;

import io.modulecontract.binary.ScannedModule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the engine's word that a module is invalid can be taken. */
final class EngineDoubt {

  /** A complaint that has to do with numbers only. */
  private static final Pattern NUMBERS =
      Pattern.compile(".*requires \\[[if](32|64)] but stack has \\[([if](32|64))?]");

  private EngineDoubt() {}

  /**
   * What the module needs, if the engine may call it invalid wrongly; null where the engine's word
   * can be taken. It knows only some of the rules by which one reference type matches another, and
   * it looks for declared functions in declarative segments alone, while the scan has looked in all
   * places.
   */
  static @Nullable String about(ScannedModule scanned, String message) {
    if (message.startsWith("undeclared function reference")) {
      return "a function that refers to itself without a declarative segment";
    }
    return scanned.hasRichReferences() && !NUMBERS.matcher(message).matches()
        ? "typed references or garbage collection in a form that the engine refuses: " + message
        : null;
  }
}
