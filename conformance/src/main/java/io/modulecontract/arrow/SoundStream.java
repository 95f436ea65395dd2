package io.modulecontract.arrow;

import java.util.List;

/**
 * A stream in which everything was found to be as the contract has it. The bytes are not copied:
 * they may not change before the last call of {@link #table}.
 */
public final class SoundStream implements StreamReading {

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final TableSchema schema;
  private final List<MessageParts> messages;
  private final List<BatchParts> dictionaries;
  private final List<BatchParts> batches;

  SoundStream(
      byte[] bytes,
      int from,
      int to,
      TableSchema schema,
      List<MessageParts> messages,
      List<BatchParts> dictionaries,
      List<BatchParts> batches) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.schema = schema;
    this.messages = List.copyOf(messages);
    this.dictionaries = List.copyOf(dictionaries);
    this.batches = List.copyOf(batches);
  }

  /** The columns. */
  public TableSchema schema() {
    return schema;
  }

  /** How many rows all batches have together. */
  public long rows() {
    return batches.stream().mapToLong(BatchParts::rows).sum();
  }

  /** How many batches of rows there are. */
  public int batchCount() {
    return batches.size();
  }

  /**
   * Where a stream may be cut between two messages: behind the schema, behind each dictionary and
   * each batch, counted in bytes from its beginning.
   */
  public List<Integer> borders() {
    return messages.stream().map(message -> message.end() - from).toList();
  }

  /** How many bytes it takes. */
  public int length() {
    return to - from;
  }

  /** Its values. They are read anew with each call, and hold nothing of the bytes. */
  public Table table() {
    ColumnDecoder decoder = new ColumnDecoder(bytes);
    return new Table(
        schema,
        batches.stream()
            .map(
                batch ->
                    new Batch(batch.rows(), batch.columns().stream().map(decoder::values).toList()))
            .toList());
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  List<MessageParts> messages() {
    return messages;
  }

  List<BatchParts> dictionaries() {
    return dictionaries;
  }

  List<BatchParts> batches() {
    return batches;
  }
}
