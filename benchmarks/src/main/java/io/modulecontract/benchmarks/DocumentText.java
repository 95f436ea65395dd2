package io.modulecontract.benchmarks;

import io.modulecontract.arrow.Batch;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableGenerator;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnsupportedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the texts of documents are made of. */
enum DocumentText {
  /** One-byte characters only. */
  PLAIN("plain", "the quick brown fox jumps over the lazy dog and is not seen again"),
  /** A word in three has a character of two bytes. */
  WESTERN("a word in three", "schöne Grüße aus der Stadt, bis morgen früh und nicht später"),
  /** Characters of three bytes only. */
  CHINESE("three bytes each", "快速的棕色狐狸跳过了懒狗然后再也没有人见过它"),
  /** As the checks make them: short ones, a third of characters of all lengths in any order. */
  GENERATED("generated", "");

  private static final int ROWS_OF_BATCH = 8192;

  private final String title;
  private final String sample;

  DocumentText(String title, String sample) {
    this.title = title;
    this.sample = sample;
  }

  /** How it is called in a table. */
  String title() {
    return title;
  }

  /** A stream of documents, of about so many bytes. */
  byte[] stream(int bytes) throws UnsupportedSchema {
    int rows = 16 * ROWS_OF_BATCH;
    int length = stream(new SplittableRandom(42), rows).length;
    return stream(new SplittableRandom(42), (int) ((long) rows * bytes / length));
  }

  private byte[] stream(SplittableRandom random, int rows) throws UnsupportedSchema {
    TableSchema schema = Documents.schema();
    Table table =
        this == GENERATED
            ? new TableGenerator(schema).large(random, rows)
            : new Table(schema, batches(random, rows));
    return StreamWriter.write(table, StreamLayout.PLAIN);
  }

  private List<Batch> batches(SplittableRandom random, int rows) {
    List<Batch> batches = new ArrayList<>();
    for (int done = 0; done < rows; done += ROWS_OF_BATCH) {
      batches.add(batch(random, Math.min(ROWS_OF_BATCH, rows - done)));
    }
    return batches;
  }

  private Batch batch(SplittableRandom random, int rows) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (int i = 0; i < Documents.COLUMNS; i++) {
      columns.add(new ArrayList<>());
    }
    for (int row = 0; row < rows; row++) {
      columns.get(0).add(random.nextLong());
      columns.get(1).add(words(random, 8));
      columns.get(2).add(random.nextInt(8) == 0 ? null : words(random, 1));
      columns.get(3).add(random.nextLong(1L << 32));
      columns.get(4).add(random.nextInt(8) == 0 ? null : random.nextInt(100) / 8.0);
    }
    return new Batch(rows, columns);
  }

  private String words(SplittableRandom random, int times) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < times; i++) {
      int from = random.nextInt(sample.length() / 2);
      words.append(sample, from, from + random.nextInt(sample.length() / 2));
    }
    return words.toString();
  }
}
