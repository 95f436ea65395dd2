package io.modulecontract.toml;

/**
 * A TOML file does not say what it should. The message is one plain sentence that names the file,
 * the place, what was expected and what was found.
 */
public final class WrongToml extends Exception {

  private static final long serialVersionUID = 1L;

  WrongToml(String message) {
    super(message);
  }
}
