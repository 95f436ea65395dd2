package io.modulecontract.descriptor;

import io.modulecontract.toml.WrongToml;

/**
 * The descriptor cannot be used. The message is one plain sentence that names the file, the place,
 * what was expected and what was found.
 */
public final class UnreadableDescriptor extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableDescriptor(WrongToml cause) {
    super(cause.getMessage(), cause);
  }
}
