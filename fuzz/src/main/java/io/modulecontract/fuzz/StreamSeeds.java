package io.modulecontract.fuzz;

import io.modulecontract.arrow.CompactTable;
import io.modulecontract.arrow.GeneratedTable;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.fuzz.StreamCalls.Form;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.script.Content;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What functions of tables are called with at first: the tables of the checks, and their lies. */
final class StreamSeeds {

  private static final int RANDOM = 8;
  private static final int LIES = 48;
  private static final int OTHERS = 24;
  private static final int LONGEST = 500;

  private final StreamCalls streams;
  private final List<Table> tables = new ArrayList<>();
  private final List<byte[]> seeds = new ArrayList<>();

  StreamSeeds(StreamCalls streams, SplittableRandom random) {
    this.streams = streams;
    TableGenerator generator = streams.payloads().generator();
    tables.add(generator.large(new SplittableRandom(1), 3));
    generator.edges().stream().map(GeneratedTable::table).forEach(tables::add);
    for (int i = 0; i < RANDOM; i++) {
      tables.add(generator.random(random, 1 + i));
    }
  }

  /** The bytes of each; the first one is usual. */
  List<byte[]> all() {
    int commands = streams.payloads().tables().commands().size();
    int layouts = StreamPayloads.LAYOUTS.size();
    for (Table table : tables) {
      Optional<byte[]> bytes = CompactTable.write(table).filter(it -> it.length <= LONGEST);
      for (int command = 0; bytes.isPresent() && command < commands; command++) {
        int layout = seeds.isEmpty() ? 0 : seeds.size() % layouts;
        seeds.add(call(command, Form.SOUND.first(layout), bytes.get()));
      }
    }
    Table usual = tables.get(0);
    byte[] few = CompactTable.write(usual).orElseGet(() -> new byte[] {1, 2});
    changed(Form.DATA_CHANGED, few, count(StreamPayloads.content(usual, StreamLayout.PLAIN)));
    changed(Form.META_CHANGED, few, count(streams.usualMeta()));
    for (int border = 0; border < 3; border++) {
      seeds.add(call(0, Form.DATA_ENDLESS.first(0), few, border));
      seeds.add(call(0, Form.META_ENDLESS.first(0), few, border));
    }
    int others = streams.others().size();
    for (int i = 0; i < Math.min(others, OTHERS); i++) {
      int which = i * others / Math.min(others, OTHERS);
      seeds.add(call(0, Form.OTHER_SCHEMA.first(0), new byte[0], which, which >>> Byte.SIZE));
    }
    return List.copyOf(seeds);
  }

  private int count(Content stream) {
    return streams.changes().count(stream);
  }

  /** Lies at even distances: neighbours are alike. */
  private void changed(Form form, byte[] table, int lies) {
    for (int i = 0; i < Math.min(lies, LIES); i++) {
      int lie = 1 + i * lies / Math.min(lies, LIES);
      seeds.add(call(0, form.first(0), table, lie, lie >>> Byte.SIZE, 0));
    }
  }

  private static byte[] call(int command, int form, byte[] table, int... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(command);
    out.write(form);
    out.writeBytes(table);
    for (int one : more) {
      out.write(one);
    }
    return out.toByteArray();
  }
}
