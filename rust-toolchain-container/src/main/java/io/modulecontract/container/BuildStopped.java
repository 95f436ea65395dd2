package io.modulecontract.container;

/** Ends the build with a sentence for the person who started it: what is wrong and what to do. */
final class BuildStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BuildStopped(String sentence) {
    super(sentence);
  }

  BuildStopped(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
