package io.modulecontract.toml;

/**
 * A TOML file does not say what it should. The message is one plain sentence that names the file,
 * the place, what was expected and what was found.
 */
public final class WrongToml extends Exception {

  private static final long serialVersionUID = 1L;

  /** So much of what a file says stands in a message, in characters. */
  private static final int MOST_SHOWN = 200;

  WrongToml(String message) {
    super(message);
  }

  /** What a file says, as far as a message shows it. */
  static String shown(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }
}
