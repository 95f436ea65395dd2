package io.modulecontract.script;

/**
 * An area by the action that brought it about.
 *
 * @param action the action's index in its script
 * @param part which of the action's areas
 */
public record Ref(int action, Part part) {

  /** The only area of a {@code Give}, the C string or the pair of a {@code Call}. */
  public static Ref to(int action) {
    return new Ref(action, Part.MAIN);
  }

  /** Which area of an action. */
  public enum Part {
    /** What the action answered itself. */
    MAIN,
    /** What the pair of a call names. */
    DATA
  }
}
