package io.modulecontract.arrow;

import java.util.Arrays;
import java.util.List;

/** Messages that are missing, doubled, moved, or made for what the contract leaves out. */
final class OrderMutants {

  private final Mutants mutants;
  private final byte[] bytes;
  private final List<MessageParts> messages;

  private OrderMutants(Mutants mutants) {
    this.mutants = mutants;
    this.bytes = mutants.stream().bytes();
    this.messages = mutants.stream().messages();
  }

  static void into(Mutants mutants) {
    new OrderMutants(mutants).all();
  }

  private void all() {
    MessageParts schema = messages.get(0);
    int behind = schema.end();
    remove(MutantKind.ORDER, "without its schema", schema);
    mutants.replace(MutantKind.ORDER, "the schema twice", behind, behind, copy(schema));
    MessageParts last = messages.get(messages.size() - 1);
    if (messages.size() > 1) {
      mutants.replace(
          MutantKind.ORDER,
          "the schema behind the last message",
          schema.start(),
          last.end(),
          joined(bytes(behind, last.end()), copy(schema)));
      mutants.replace(
          MutantKind.ORDER,
          "the schema once more behind the last message",
          last.end(),
          last.end(),
          copy(schema));
    }
    mutants.replace(
        MutantKind.NOT_SERVED,
        "numbers with the highest byte first",
        schema.start(),
        behind,
        message(Metadata.bigEndianSchema(mutants.stream().schema().schema())));
    mutants.replace(
        MutantKind.ORDER,
        "an end marker in front of everything",
        schema.start(),
        schema.start(),
        message());
    for (BatchParts dictionary : mutants.stream().dictionaries()) {
      dictionary(dictionary.message(), last);
    }
    for (BatchParts batch : mutants.stream().batches()) {
      MessageParts message = batch.message();
      mutants.replace(
          MutantKind.NOT_SERVED,
          "a batch whose body is said to be compressed",
          message.start(),
          message.body(),
          message(Metadata.compressed(batch)));
      byte[] zeros = new byte[8];
      mutants.replace(
          MutantKind.MESSAGE_LENGTH,
          "8 bytes more behind a batch",
          message.end(),
          message.end(),
          zeros);
    }
  }

  private void dictionary(MessageParts dictionary, MessageParts last) {
    remove(MutantKind.DICTIONARY, "without a dictionary", dictionary);
    if (dictionary.end() < last.end()) {
      mutants.replace(
          MutantKind.DICTIONARY,
          "a dictionary behind all batches",
          dictionary.start(),
          last.end(),
          joined(bytes(dictionary.end(), last.end()), copy(dictionary)));
    }
  }

  private void remove(MutantKind kind, String words, MessageParts message) {
    mutants.replace(kind, words, message.start(), message.end());
  }

  private byte[] copy(MessageParts message) {
    return bytes(message.start(), message.end());
  }

  private byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** A message without its body. */
  private static byte[] message(byte... metadata) {
    byte[] message = new byte[8 + StreamLayout.PLAIN.padded(metadata.length)];
    Arrays.fill(message, 0, 4, (byte) -1);
    LittleEndian.put32(message, 4, message.length - 8);
    System.arraycopy(metadata, 0, message, 8, metadata.length);
    return message;
  }
}
