package io.modulecontract.payload;

import io.modulecontract.arrow.AnySchemas;
import io.modulecontract.arrow.GeneratedTable;
import io.modulecontract.arrow.OtherSchemas;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.script.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Calls of which one stream is valid and has another schema than it should. */
public final class OtherStreams {

  private static final int ROWS = 3;
  private static final int SOME_ROWS = 9;

  private OtherStreams() {}

  /**
   * Those to be rejected: one of every other schema for each of the two streams, then the two the
   * other way round. Of a function that takes data of any schema the meta stream alone is wrong.
   */
  public static List<Parameters> of(StreamPayloads payloads) {
    StreamTables tables = payloads.tables();
    Parameters usual = payloads.usual();
    List<Parameters> others = new ArrayList<>();
    add(others, usual, 0, tables.meta(), 1);
    if (!tables.anySchema()) {
      add(others, usual, 1, tables.data(), ROWS);
    }
    if (!tables.meta().equals(tables.data())) {
      Content meta = usual.contents().get(0);
      Content data = usual.contents().get(1);
      others.add(Parameters.of(data, data));
      if (!tables.anySchema()) {
        others.add(Parameters.of(meta, meta));
      }
      others.add(Parameters.of(data, meta));
    }
    return others;
  }

  /**
   * Those to be served by a function that takes data of any schema: nearly its own, and columns of
   * every type with every fixed table.
   */
  public static List<Parameters> served(StreamPayloads payloads) {
    List<Parameters> others = new ArrayList<>();
    if (payloads.tables().anySchema()) {
      Parameters usual = payloads.usual();
      add(others, usual, 1, payloads.tables().data(), ROWS);
      for (TableSchema schema : AnySchemas.all()) {
        for (GeneratedTable edge : new TableGenerator(schema).edges()) {
          StreamLayout layout =
              StreamPayloads.LAYOUTS.get(others.size() % StreamPayloads.LAYOUTS.size());
          others.add(usual.with(1, StreamPayloads.content(edge.table(), layout)));
        }
      }
    }
    return others;
  }

  /** A table of each type, for a function that takes data of any schema, to be spoiled. */
  public static List<Parameters> ofEachType(StreamPayloads payloads) {
    if (!payloads.tables().anySchema()) {
      return List.of();
    }
    Parameters usual = payloads.usual();
    return AnySchemas.all().stream()
        .map(schema -> new TableGenerator(schema).large(new SplittableRandom(1), SOME_ROWS))
        .map(table -> usual.with(1, StreamPayloads.content(table, StreamLayout.PLAIN)))
        .toList();
  }

  private static void add(
      List<Parameters> others, Parameters usual, int area, TableSchema schema, int rows) {
    for (OtherSchemas.OtherSchema other : OtherSchemas.of(schema)) {
      for (int count : new int[] {rows, 0}) {
        var table = new TableGenerator(other.schema()).large(new SplittableRandom(1), count);
        others.add(usual.with(area, StreamPayloads.content(table, StreamLayout.PLAIN)));
      }
    }
  }
}
