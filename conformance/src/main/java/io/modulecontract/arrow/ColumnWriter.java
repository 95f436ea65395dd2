package io.modulecontract.arrow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes columns into the body of a batch. */
final class ColumnWriter {

  private static final byte[] NOTHING = {};

  private final BodyBuilder body;
  private final Indices indices;

  ColumnWriter(BodyBuilder body, Indices indices) {
    this.body = body;
    this.indices = indices;
  }

  void write(ColumnPlan plan, List<? extends @Nullable Object> values) {
    validity(plan, values);
    switch (plan.storage()) {
      case NONE -> {}
      case BITS -> bits(body.buffer((values.size() + 7L) >> 3), values, true);
      case FIXED -> fixed(plan, values);
      case VARIABLE_32, VARIABLE_64 -> variable(plan, values);
      case VIEWS -> views(values);
      case LIST_32, LIST_64 -> lists(plan, values);
      case LIST_VIEW_32, LIST_VIEW_64 -> listViews(plan, values);
      case FIXED_LIST -> fixedLists(plan, values);
      case STRUCT -> structs(plan, values);
    }
  }

  private void validity(ColumnPlan plan, List<? extends @Nullable Object> values) {
    int nulls = 0;
    // A column that may have no nulls has some only where what is around it is null.
    if (plan.nullable() || plan.encoded() || plan.storage() == Storage.NONE) {
      for (Object value : values) {
        nulls += value == null ? 1 : 0;
      }
    }
    body.node(values.size(), nulls);
    if (plan.storage() == Storage.NONE) {
      return;
    }
    if (nulls == 0 && !body.bitmaps()) {
      body.buffer(0);
      return;
    }
    int start = body.buffer((values.size() + 7L) >> 3);
    if (nulls > 0) {
      bits(start, values, null);
    } else {
      byte[] bytes = body.bytes();
      int whole = values.size() >> 3;
      Arrays.fill(bytes, start, start + whole, (byte) -1);
      if ((values.size() & 7) != 0) {
        bytes[start + whole] = (byte) ((1 << (values.size() & 7)) - 1);
      }
    }
  }

  /** Sets the bits of the values that equal one; of all that are not null, if that is null. */
  private void bits(int start, List<? extends @Nullable Object> values, @Nullable Object wanted) {
    byte[] bytes = body.bytes();
    int row = 0;
    for (Object value : values) {
      if (wanted == null ? value != null : wanted.equals(value)) {
        bytes[start + (row >> 3)] |= (byte) (1 << (row & 7));
      }
      row++;
    }
  }

  private void fixed(ColumnPlan plan, List<? extends @Nullable Object> values) {
    int width = plan.width();
    int at = body.buffer((long) values.size() * width);
    byte[] bytes = body.bytes();
    for (Object value : values) {
      if (value != null) {
        if (plan.encoded()) {
          LittleEndian.putNumber(bytes, at, width, indices.of(plan, value));
        } else {
          FixedCodec.write(plan, value, bytes, at);
        }
      }
      at += width;
    }
  }

  private static byte[] encoded(@Nullable Object value) {
    if (value == null) {
      return NOTHING;
    }
    return value instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : ((Blob) value).bytes();
  }

  private void variable(ColumnPlan plan, List<? extends @Nullable Object> values) {
    byte[][] encoded = new byte[values.size()][];
    int width = plan.storage().offsetWidth();
    int at = body.buffer((values.size() + 1L) * width);
    long total = 0;
    int row = 0;
    for (Object value : values) {
      encoded[row] = encoded(value);
      total += encoded[row].length;
      at += width;
      row++;
      LittleEndian.putNumber(body.bytes(), at, width, total);
    }
    int data = body.buffer(total);
    for (byte[] value : encoded) {
      System.arraycopy(value, 0, body.bytes(), data, value.length);
      data += value.length;
    }
  }

  private void views(List<? extends @Nullable Object> values) {
    int at = body.buffer(16L * values.size());
    List<byte[]> longer = new ArrayList<>();
    int total = 0;
    for (Object value : values) {
      byte[] encoded = encoded(value);
      LittleEndian.put32(body.bytes(), at, encoded.length);
      if (encoded.length <= ViewCheck.INLINE) {
        System.arraycopy(encoded, 0, body.bytes(), at + 4, encoded.length);
      } else {
        System.arraycopy(encoded, 0, body.bytes(), at + 4, 4);
        LittleEndian.put32(body.bytes(), at + 12, total);
        total = Math.addExact(total, encoded.length);
        longer.add(encoded);
      }
      at += 16;
    }
    body.viewBuffers(longer.isEmpty() ? 0 : 1);
    if (!longer.isEmpty()) {
      int data = body.buffer(total);
      for (byte[] value : longer) {
        System.arraycopy(value, 0, body.bytes(), data, value.length);
        data += value.length;
      }
    }
  }

  private void lists(ColumnPlan plan, List<? extends @Nullable Object> values) {
    int width = plan.storage().offsetWidth();
    int at = body.buffer((values.size() + 1L) * width);
    List<@Nullable Object> all = new ArrayList<>();
    for (Object value : values) {
      if (value != null) {
        all.addAll((List<?>) value);
      }
      at += width;
      LittleEndian.putNumber(body.bytes(), at, width, all.size());
    }
    write(plan.child(), all);
  }

  private void listViews(ColumnPlan plan, List<? extends @Nullable Object> values) {
    int width = plan.storage().offsetWidth();
    int offset = body.buffer((long) values.size() * width);
    int size = body.buffer((long) values.size() * width);
    List<@Nullable Object> all = new ArrayList<>();
    for (Object value : values) {
      LittleEndian.putNumber(body.bytes(), offset, width, all.size());
      if (value != null) {
        all.addAll((List<?>) value);
        LittleEndian.putNumber(body.bytes(), size, width, ((List<?>) value).size());
      }
      offset += width;
      size += width;
    }
    write(plan.child(), all);
  }

  private void fixedLists(ColumnPlan plan, List<? extends @Nullable Object> values) {
    @Nullable Object[] all = new @Nullable Object[Math.multiplyExact(values.size(), plan.width())];
    int at = 0;
    for (Object value : values) {
      if (value != null) {
        int next = at;
        for (Object part : (List<?>) value) {
          all[next++] = part;
        }
      }
      at += plan.width();
    }
    write(plan.child(), Arrays.asList(all));
  }

  private void structs(ColumnPlan plan, List<? extends @Nullable Object> values) {
    for (int child = 0; child < plan.children().size(); child++) {
      @Nullable Object[] parts = new @Nullable Object[values.size()];
      int row = 0;
      for (Object value : values) {
        parts[row++] = value == null ? null : ((List<?>) value).get(child);
      }
      write(plan.children().get(child), Arrays.asList(parts));
    }
  }
}
