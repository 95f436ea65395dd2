package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Gives each column of a batch its nodes and buffers; looks at counts and places, not values. */
final class BatchScan {

  private final MessageParts message;
  private final Map<Long, Dictionary> dictionaries;
  private final Allowance allowance;
  private final FlatVector nodes;
  private final FlatVector buffers;
  private final FlatVector views;
  private int nextNode;
  private int nextBuffer;
  private int nextViews;
  private int taken;
  private boolean inOrder = true;

  private BatchScan(
      MessageParts message,
      FlatTable batch,
      Map<Long, Dictionary> dictionaries,
      Allowance allowance) {
    this.message = message;
    this.dictionaries = dictionaries;
    this.allowance = allowance;
    this.nodes = batch.vector(1, 16);
    this.buffers = batch.vector(2, 16);
    this.views = batch.vector(4, 8);
    this.taken = message.body();
  }

  static BatchParts of(
      MessageParts message,
      FlatTable batch,
      List<ColumnPlan> plans,
      Map<Long, Dictionary> dictionaries,
      Allowance allowance) {
    if (batch.table(3) != null) {
      throw new ReadStop(FlawKind.NOT_SERVED, "body", "no compression", "a compressed body");
    }
    SchemaScan.checkMetadata(message.envelope(), message.metadataLength());
    int rows = count(batch.i64(0), "rows");
    BatchScan scan = new BatchScan(message, batch, dictionaries, allowance);
    List<ColumnParts> columns = scan.columns(plans, rows);
    scan.end();
    if (rows > 8L * message.bodyLength()) {
      allowance.rows(rows); // Columns of nulls only, or no column at all.
    }
    return new BatchParts(message, batch, rows, columns);
  }

  private List<ColumnParts> columns(List<ColumnPlan> plans, long length) {
    if (plans.isEmpty()) {
      return List.of();
    }
    ColumnParts[] columns = new ColumnParts[plans.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(plans.get(i), length);
    }
    return List.of(columns);
  }

  /** A column of so many values; of any number if that is negative. */
  private ColumnParts column(ColumnPlan plan, long expected) {
    try {
      if (nextNode == nodes.count()) {
        throw new ReadStop(FlawKind.COUNT, "", "a node for each column", nextNode + " nodes");
      }
      int node = nodes.place(nextNode);
      int length = count(nodes.i64(nextNode, 0), "length");
      int nulls = count(nodes.i64(nextNode, 8), "null count");
      nextNode++;
      if (expected >= 0 && length != expected) {
        throw new ReadStop(FlawKind.COUNT, "length", String.valueOf(expected), length);
      }
      if (nulls > length) {
        throw new ReadStop(FlawKind.NULL_COUNT, "null count", "at most " + length, nulls);
      }
      List<BufferParts> own = own(plan);
      if (Allowance.costs(plan, own)) {
        allowance.rows(length);
      }
      Dictionary dictionary = plan.encoded() ? dictionaries.get(plan.dictionaryId()) : null;
      return new ColumnParts(plan, length, nulls, node, own, children(plan, length), dictionary);
    } catch (ReadStop stop) {
      throw stop.inside(plan.place());
    }
  }

  private List<ColumnParts> children(ColumnPlan plan, int length) {
    return switch (plan.storage()) {
      case STRUCT -> columns(plan.children(), length);
      case FIXED_LIST -> columns(plan.children(), (long) length * plan.width());
      default -> columns(plan.children(), -1);
    };
  }

  private List<BufferParts> own(ColumnPlan plan) {
    int count = plan.storage().buffers();
    if (plan.storage() == Storage.VIEWS) {
      if (nextViews == views.count()) {
        throw new ReadStop(
            FlawKind.COUNT, "", "how many buffers of text follow the views", "no such count");
      }
      count += count(views.i64(nextViews, 0), "number of buffers");
      nextViews++;
    }
    if (count < 0 || count > buffers.count() - nextBuffer) {
      throw new ReadStop(
          FlawKind.COUNT, "", "a place for each buffer", buffers.count() + " places");
    }
    BufferParts[] own = new BufferParts[count];
    for (int i = 0; i < count; i++) {
      own[i] = buffer(i);
    }
    return List.of(own);
  }

  private BufferParts buffer(int number) {
    int entry = buffers.place(nextBuffer);
    long start = buffers.i64(nextBuffer, 0);
    long length = buffers.i64(nextBuffer, 8);
    nextBuffer++;
    long most = message.bodyLength();
    if (start < 0 || length < 0 || start > most || length > most - start) {
      throw new ReadStop(
          FlawKind.BUFFER,
          "buffer " + (number + 1),
          "a place within the body of " + most + " bytes",
          length + " bytes at " + start);
    }
    int at = message.body() + (int) start;
    if (length > 0) {
      if (start % 8 != 0) {
        throw new ReadStop(
            FlawKind.BUFFER, "buffer " + (number + 1), "a multiple of 8 as its place", start);
      }
      inOrder &= at >= taken;
      taken = at + (int) length;
    }
    return new BufferParts(at, (int) length, entry);
  }

  private void end() {
    if (nextNode != nodes.count()) {
      throw new ReadStop(FlawKind.COUNT, "", nextNode + " nodes", nodes.count());
    }
    if (nextBuffer != buffers.count()) {
      throw new ReadStop(FlawKind.COUNT, "", nextBuffer + " buffers", buffers.count());
    }
    if (nextViews != views.count()) {
      throw new ReadStop(
          FlawKind.COUNT, "", nextViews + " counts of buffers for views", views.count());
    }
    if (!inOrder) {
      checkOverlap();
    }
  }

  private void checkOverlap() {
    long[] places = new long[buffers.count()];
    for (int i = 0; i < places.length; i++) {
      places[i] = buffers.i64(i, 0) << 32 | buffers.i64(i, 8);
    }
    Arrays.sort(places);
    long end = 0;
    for (long place : places) {
      long length = place & 0xFFFF_FFFFL;
      if (length > 0 && place >>> 32 < end) {
        throw new ReadStop(
            FlawKind.BUFFER,
            "",
            "buffers apart from each other",
            "one at " + (place >>> 32) + " of the body, within another");
      }
      end = Math.max(end, (place >>> 32) + length);
    }
  }

  private static int count(long count, String what) {
    if (count < 0 || count > Integer.MAX_VALUE - 1) {
      throw new ReadStop(FlawKind.COUNT, "", what + " from 0 to 2147483646", count);
    }
    return (int) count;
  }
}
