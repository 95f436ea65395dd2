package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes that nobody vouches for as an Arrow IPC stream. Each length, place and count is
 * checked before it is followed, and all values are looked at. Time and memory are in proportion to
 * the bytes, whatever they say.
 */
public final class StreamReader {

  private static final int MARKER = -1;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final Allowance allowance;
  private final List<MessageParts> messages = new ArrayList<>();
  private final List<BatchParts> dictionaryBatches = new ArrayList<>();
  private final List<BatchParts> batches = new ArrayList<>();
  private final Map<Long, ColumnPlan> dictionaryPlans = new HashMap<>();
  private final Map<Long, Dictionary> dictionaries = new HashMap<>();
  private @Nullable TableSchema schema;

  private StreamReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.allowance = new Allowance((long) to - from);
  }

  /** Reads a whole array, which must end with the end marker. */
  public static StreamReading read(byte[] bytes) {
    return read(bytes, 0, bytes.length, StreamEnd.REQUIRED);
  }

  /**
   * Reads a part of an array.
   *
   * @param bytes the array; it may not change as long as the reading is in use
   * @param offset where the stream begins
   * @param length how many bytes it has
   * @param end whether it must have an end marker
   * @throws IndexOutOfBoundsException if the part lies outside the array
   */
  public static StreamReading read(byte[] bytes, int offset, int length, StreamEnd end) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    try {
      return new StreamReader(bytes, offset, offset + length).read(end);
    } catch (ReadStop stop) {
      return new StreamReading.Flawed(stop.flaw());
    }
  }

  private StreamReading read(StreamEnd end) {
    int at = from;
    long length = next(at, end);
    while (length > 0) {
      at = message(at, length);
      length = next(at, end);
    }
    if (schema == null) {
      throw new ReadStop(FlawKind.ORDER, "stream", "a schema at its beginning", "its end");
    }
    return new SoundStream(bytes, from, to, schema, messages, dictionaryBatches, batches);
  }

  /** How long the metadata is of the message that begins here; 0 at the end. */
  private long next(int at, StreamEnd end) {
    int rest = to - at;
    if (rest == 0 && !messages.isEmpty()) {
      if (end == StreamEnd.REQUIRED) {
        throw new ReadStop(
            FlawKind.NO_END, "stream", "the end marker behind " + place(at), "nothing");
      }
      return 0;
    }
    if (rest >= 4 && LittleEndian.i32(bytes, at) != MARKER) {
      throw new ReadStop(
          FlawKind.FRAMING,
          place(at),
          "the bytes FF FF FF FF before a message's length",
          Integer.toHexString(Integer.reverseBytes(LittleEndian.i32(bytes, at))));
    }
    if (rest < 8) {
      throw new ReadStop(
          FlawKind.CUT, place(at), "4 bytes FF and a message's length", rest + " bytes");
    }
    long length = LittleEndian.i32(bytes, at + 4) & 0xFFFF_FFFFL;
    if (length == 0 && rest > 8) {
      throw new ReadStop(
          FlawKind.BEHIND_END, place(at), "nothing behind the end marker", (rest - 8) + " bytes");
    }
    return length;
  }

  private String place(int at) {
    return "message " + (messages.size() + 1) + " at byte " + (at - from);
  }

  private int message(int at, long length) {
    MessageParts message;
    try {
      message = MessageParts.of(bytes, at, length, to);
    } catch (ReadStop stop) {
      throw stop.inside(place(at));
    }
    try {
      switch (message.kind()) {
        case SCHEMA -> schema(message);
        case DICTIONARY -> dictionary(message);
        case BATCH -> batch(message);
      }
    } catch (ReadStop stop) {
      throw stop.inside(place(message));
    }
    messages.add(message);
    return message.end();
  }

  private String place(MessageParts message) {
    return switch (message.kind()) {
      case SCHEMA -> "schema";
      case DICTIONARY -> "dictionary batch " + (dictionaryBatches.size() + 1);
      case BATCH -> "batch " + (batches.size() + 1);
    };
  }

  private void schema(MessageParts message) {
    if (schema != null) {
      throw new ReadStop(FlawKind.ORDER, "", "one schema", "another one");
    }
    if (message.bodyLength() != 0) {
      throw new ReadStop(FlawKind.FRAMING, "", "no body", message.bodyLength() + " bytes");
    }
    SchemaScan.checkMetadata(message.envelope(), message.metadataLength());
    try {
      schema = TableSchema.of(SchemaScan.of(message.header(), message.metadataLength()));
    } catch (UnsupportedSchema unsupported) {
      throw new ReadStop(
          FlawKind.NOT_SERVED, "", "columns that the contract serves", unsupported.getMessage());
    }
    schema.plans().forEach(this::findDictionaries);
  }

  private void findDictionaries(ColumnPlan plan) {
    if (plan.encoded()) {
      dictionaryPlans.putIfAbsent(plan.dictionaryId(), plan.dictionaryValues());
    }
    plan.children().forEach(this::findDictionaries);
  }

  private TableSchema needSchema() {
    if (schema == null) {
      throw new ReadStop(FlawKind.ORDER, "", "the schema before it", "none");
    }
    return schema;
  }

  private void dictionary(MessageParts message) {
    needSchema();
    long id = message.header().i64(0);
    ColumnPlan plan = dictionaryPlans.get(id);
    if (plan == null) {
      throw new ReadStop(
          FlawKind.DICTIONARY, "", "the number of a dictionary that the schema has", id);
    }
    FlatTable values = message.header().needed(1, "the values of a dictionary");
    BatchParts batch = BatchScan.of(message, values, List.of(plan), dictionaries, allowance);
    ColumnParts column = batch.columns().get(0);
    new ColumnCheck(bytes, allowance).check(column);
    Dictionary before = dictionaries.get(id);
    boolean more = message.header().flag(2) && before != null;
    if (more) {
      allowance.rows((int) Math.min(before.size(), Integer.MAX_VALUE));
    }
    dictionaries.put(id, more ? before.and(column) : Dictionary.of(column));
    dictionaryBatches.add(batch);
  }

  private void batch(MessageParts message) {
    BatchParts batch =
        BatchScan.of(message, message.header(), needSchema().plans(), dictionaries, allowance);
    ColumnCheck check = new ColumnCheck(bytes, allowance);
    batch.columns().forEach(check::check);
    batches.add(batch);
  }
}
