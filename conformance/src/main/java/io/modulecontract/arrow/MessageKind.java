package io.modulecontract.arrow;

/** The kinds of message that a stream has. */
enum MessageKind {
  /** The columns, without a body. */
  SCHEMA(1, "schema"),
  /** Values that columns of batches refer to. */
  DICTIONARY(2, "dictionary"),
  /** Some rows of all columns. */
  BATCH(3, "batch");

  private final int number;
  private final String word;

  MessageKind(int number, String word) {
    this.number = number;
    this.word = word;
  }

  int number() {
    return number;
  }

  String word() {
    return word;
  }

  static MessageKind of(int number) {
    for (MessageKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new ReadStop(
        FlawKind.ORDER, "metadata", "a schema, dictionary or batch", "kind " + number);
  }
}
