package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tables as streams of our own making: on the heap, and the same bytes every time. */
public final class StreamWriter {

  private StreamWriter() {}

  /** What a message is made of; of the body's array only its length in the metadata counts. */
  private static final class Part {

    private final byte[] metadata;
    private final byte[] body;
    private final int bodyLength;

    Part(byte[] metadata, byte[] body, int bodyLength) {
      this.metadata = metadata;
      this.body = body;
      this.bodyLength = bodyLength;
    }
  }

  /**
   * Writes a table. Each of its batches becomes one; the dictionaries come before the first.
   *
   * @throws UnwritableTable if a batch takes more than 2 GiB, or a column has more different values
   *     than its dictionary's indices can count
   */
  public static byte[] write(Table table, StreamLayout layout) {
    List<ColumnPlan> plans = table.tableSchema().plans();
    Indices indices = new Indices(plans);
    List<Part> batches = new ArrayList<>();
    for (Batch batch : table.batches()) {
      BodyBuilder body = new BodyBuilder(layout);
      ColumnWriter writer = new ColumnWriter(body, indices);
      for (int i = 0; i < plans.size(); i++) {
        writer.write(plans.get(i), batch.columns().get(i));
      }
      batches.add(part(Metadata.batch(batch.rows(), body), body));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(table.tableSchema().message(), new byte[0], 0));
    indices.plans().forEach((id, plan) -> parts.add(dictionary(id, plan, indices, layout)));
    parts.addAll(batches);
    return joined(parts, layout);
  }

  private static Part dictionary(long id, ColumnPlan plan, Indices indices, StreamLayout layout) {
    List<? extends @Nullable Object> values = indices.values(id);
    BodyBuilder body = new BodyBuilder(layout);
    new ColumnWriter(body, indices).write(plan.dictionaryValues(), values);
    return part(Metadata.dictionary(id, values.size(), body), body);
  }

  private static Part part(byte[] metadata, BodyBuilder body) {
    return new Part(metadata, body.bytes(), body.length());
  }

  private static byte[] joined(List<Part> parts, StreamLayout layout) {
    long total = layout.endMarker() ? 8 : 0;
    for (Part part : parts) {
      total += layout.padded(8 + part.metadata.length) + (long) part.bodyLength;
    }
    if (total > Integer.MAX_VALUE - 64) {
      throw new UnwritableTable("a stream of more than 2 GiB");
    }
    byte[] stream = new byte[(int) total];
    int at = 0;
    for (Part part : parts) {
      int head = layout.padded(8 + part.metadata.length);
      prefix(stream, at, head - 8);
      System.arraycopy(part.metadata, 0, stream, at + 8, part.metadata.length);
      System.arraycopy(part.body, 0, stream, at + head, part.bodyLength);
      at += head + part.bodyLength;
    }
    if (layout.endMarker()) {
      prefix(stream, at, 0);
    }
    return stream;
  }

  private static void prefix(byte[] stream, int at, int length) {
    Arrays.fill(stream, at, at + 4, (byte) -1);
    LittleEndian.put32(stream, at + 4, length);
  }
}
