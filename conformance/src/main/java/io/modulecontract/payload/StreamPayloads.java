package io.modulecontract.payload;

import io.modulecontract.abi.Tables;
import io.modulecontract.arrow.GeneratedTable;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.script.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every kind of stream that modules get wrong, with every command. */
public final class StreamPayloads implements Payloads {

  /** How streams are written, one after the other. */
  public static final List<StreamLayout> LAYOUTS =
      List.of(
          StreamLayout.PLAIN,
          StreamLayout.WIDE,
          new StreamLayout(8, true, true),
          new StreamLayout(64, false, true));

  private static final int MOST_BYTES = 8_192;
  private static final int MOST_ROWS = 40;
  private static final int[] LARGE = {65_536, 1_200_000};
  private static final int MEASURED = 256;

  private final StreamTables tables;
  private final TableGenerator generator;
  private final int empty;
  private final int row;

  /** With the tables that a function declares. */
  public StreamPayloads(Tables declared) {
    tables = StreamTables.of(declared);
    generator = new TableGenerator(tables.data());
    empty = written(0).length();
    row = Math.max(1, (written(MEASURED).length() - empty) / MEASURED);
  }

  public StreamTables tables() {
    return tables;
  }

  public TableGenerator generator() {
    return generator;
  }

  private Content written(int rows) {
    return content(generator.large(new SplittableRandom(1), rows), StreamLayout.PLAIN);
  }

  public static Content content(Table table, StreamLayout layout) {
    return Content.of(StreamWriter.write(table, layout));
  }

  /** Every fixed table with every command, in one layout after the other; then random ones. */
  @Override
  public List<Parameters> valid(SplittableRandom random, int more) {
    List<Parameters> valid = new ArrayList<>();
    edges(valid, true);
    for (int i = 0; i < more / 4; i++) {
      valid.add(random(random, random.nextInt(row * MOST_ROWS)));
    }
    return valid;
  }

  private void edges(List<Parameters> payloads, boolean small) {
    int layout = 0;
    for (GeneratedTable edge : generator.edges()) {
      for (StreamCommand command : tables.commands()) {
        Content data = content(edge.table(), LAYOUTS.get(layout++ % LAYOUTS.size()));
        if (data.length() <= MOST_BYTES == small) {
          payloads.add(command.with(data));
        }
      }
      // Otherwise as many layouts as commands would go together always.
      layout++;
    }
  }

  @Override
  public List<Parameters> large() {
    List<Parameters> large = new ArrayList<>();
    edges(large, false);
    for (int length : LARGE) {
      Content data = written(rows(length));
      tables.commands().forEach(command -> large.add(command.with(data)));
    }
    return large;
  }

  @Override
  public List<Parameters> awkward() {
    return List.of();
  }

  @Override
  public Parameters usual() {
    return command(0).with(written(3));
  }

  private StreamCommand command(int index) {
    return tables.commands().get(index % tables.commands().size());
  }

  @Override
  public Parameters random(SplittableRandom random, int length) {
    StreamCommand command = command(random.nextInt(tables.commands().size()));
    StreamLayout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
    Table table = generator.random(random, Math.max(1, length / row));
    return command.with(content(table, layout));
  }

  @Override
  public Parameters sized(int length) {
    return command(0).with(written(rows(length)));
  }

  private int rows(int length) {
    return Math.max(0, (length - empty) / row);
  }

  @Override
  public List<Parameters> invalid() {
    return StreamFaults.of(usual(), new SplittableRandom(1), 1);
  }

  @Override
  public List<Parameters> invalidEarlyAndLate() {
    List<Parameters> invalid = invalid();
    int distance = Math.max(1, invalid.size() / 4);
    List<Parameters> few = new ArrayList<>();
    for (int i = 0; i < invalid.size(); i += distance) {
      few.add(invalid.get(i));
    }
    return few;
  }
}
