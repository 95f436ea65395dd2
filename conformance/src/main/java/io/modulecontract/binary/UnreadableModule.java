package io.modulecontract.binary;

/**
 * The file could not be taken for a module at all, so no clause applies to it. The message is one
 * plain sentence that names the file, the place, what was expected and what was found.
 */
public final class UnreadableModule extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableModule(String message) {
    super(message);
  }
}
