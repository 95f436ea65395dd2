package io.modulecontract.engine;

/** The content of a linear memory at one moment. Known by its identity, never changed. */
final class MemoryImage {

  private final byte[] content;

  /** Takes the array over: whoever made it must not write to it any more. */
  MemoryImage(byte[] content) {
    this.content = content;
  }

  byte[] content() {
    return content;
  }

  /** The memory's size in bytes. */
  int size() {
    return content.length;
  }
}
