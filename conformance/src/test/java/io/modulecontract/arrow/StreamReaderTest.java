package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;

class StreamReaderTest {

  private static final int SPOILED = 100_000;
  private static final long MANY = Integer.MAX_VALUE - 1L;

  @Test
  void readsWhatTheWriterWrote() {
    TableSchema schema = Schemas.everything();
    TableGenerator generator = new TableGenerator(schema);
    SplittableRandom random = new SplittableRandom();
    List<GeneratedTable> tables = new ArrayList<>(generator.edges());
    for (int i = 0; i < 100; i++) {
      tables.add(new GeneratedTable("random", generator.random(random, 70)));
    }
    for (GeneratedTable made : tables) {
      for (StreamLayout layout : List.of(StreamLayout.PLAIN, StreamLayout.WIDE)) {
        byte[] stream = StreamWriter.write(made.table(), layout);
        assertEquals(made.table(), sound(stream).table(), made::words);
        assertEquals(0, stream.length % 8);
      }
    }
  }

  @Test
  void readsAPartOfAnArray() {
    Table table = new TableGenerator(Schemas.everything()).edges().get(5).table();
    byte[] stream = StreamWriter.write(table, StreamLayout.PLAIN);
    byte[] around = new byte[stream.length + 10];
    System.arraycopy(stream, 0, around, 3, stream.length);
    StreamReading reading = StreamReader.read(around, 3, stream.length, StreamEnd.REQUIRED);
    assertEquals(table, assertInstanceOf(SoundStream.class, reading).table());
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> StreamReader.read(around, 11, stream.length, StreamEnd.REQUIRED));
  }

  @Test
  void asksForTheEndMarkerWhereItMustBe() {
    Table table = new TableGenerator(Schemas.documents()).edges().get(2).table();
    byte[] open = StreamWriter.write(table, StreamLayout.PLAIN.withoutEnd());
    assertEquals(FlawKind.NO_END, flaw(open).kind());
    StreamReading reading = StreamReader.read(open, 0, open.length, StreamEnd.OPTIONAL);
    assertEquals(table, assertInstanceOf(SoundStream.class, reading).table());
    assertEquals(FlawKind.CUT, flaw(new byte[0]).kind());
    assertEquals(FlawKind.ORDER, flaw(-1, -1, -1, -1, 0, 0, 0, 0).kind());
    assertEquals(FlawKind.FRAMING, flaw(80, 65, 82, 49, 0, 0, 0, 0).kind());
  }

  /**
   * What a guest that relies on the verifiers of flatbuffers serves is not asked to be rejected.
   */
  @Test
  void aTableThatContradictsItselfIsNoStreamAndYetNotMalformed() {
    Table table = new TableGenerator(Schemas.documents()).edges().get(2).table();
    byte[] stream = StreamWriter.write(table, StreamLayout.PLAIN);
    int metadata = 8;
    int envelope = metadata + LittleEndian.i32(stream, metadata);
    int slots = envelope - LittleEndian.i32(stream, envelope);
    int size = slots + 2;
    int placeOfKind = slots + 6;
    int before = LittleEndian.i16(stream, size);
    // Within the table's head, behind its end, tables that say too little or too much of
    // themselves.
    assertEquals(FlawKind.TABLE, mutant(stream, placeOfKind, 2).kind());
    assertEquals(FlawKind.TABLE, mutant(stream, placeOfKind, before).kind());
    assertEquals(FlawKind.TABLE, mutant(stream, size, 4).kind());
    assertEquals(FlawKind.TABLE, mutant(stream, size, 0x7FF0).kind());
    assertEquals(FlawKind.TABLE, mutant(stream, slots, 2).kind());
    assertEquals(FlawKind.METADATA, mutant(stream, placeOfKind, 0x7FF0).kind());
    assertEquals(FlawKind.METADATA, mutant(stream, slots, 5).kind());
  }

  /** The flaw of a stream in which two bytes are others; a guest must reject all but a table's. */
  private static StreamFlaw mutant(byte[] stream, int at, int number) {
    Mutants mutants = new Mutants(sound(stream));
    mutants.number(MutantKind.DAMAGE, "two bytes", at, 2, number);
    Mutant mutant = mutants.all().get(0);
    StreamFlaw flaw = assertInstanceOf(StreamReading.Flawed.class, mutant.reading()).flaw();
    assertEquals(flaw.kind() != FlawKind.TABLE, mutant.malformed(), flaw::toString);
    return flaw;
  }

  @Test
  void namesThePlaceOfAFlaw() {
    Table table =
        Table.ofRows(
            Schemas.documents(),
            List.of(List.of(1L, "text", "title", 5L, 0.5), List.of(2L, "more", "title", 6L, 0.5)));
    byte[] stream = StreamWriter.write(table, StreamLayout.PLAIN);
    List<String> found =
        new StreamMutator(sound(stream))
            .all().stream()
                .map(Mutant::reading)
                .filter(StreamReading.Flawed.class::isInstance)
                .map(reading -> ((StreamReading.Flawed) reading).flaw().toString())
                .toList();
    for (String expected :
        List.of(
            "batch 1, column `title`, offsets buffer, entry 2: expected a number from 5 to 10,"
                + " found 2147483647",
            "batch 1, column `content`, null count: expected at most 2, found 8",
            "stream: expected the end marker behind message 3 at byte "
                + (stream.length - 8)
                + ", found nothing")) {
      assertTrue(found.contains(expected), () -> expected + " in " + found);
    }
  }

  /** A stream of a thousand rows in which one byte is no text. */
  @Test
  void findsTheRowWhoseTextIsNone() {
    TableSchema schema = Schemas.of(Schemas.documents().columns().get(1));
    List<List<Object>> rows = Stream.generate(() -> List.<Object>of("grün")).limit(1000).toList();
    byte[] stream = StreamWriter.write(Table.ofRows(schema, rows), StreamLayout.PLAIN);
    int end = stream.length - 8;
    stream[end - 5 * 3 - 2] = (byte) 0xFF;
    assertEquals(
        "batch 1, column `content`, row 996: expected UTF-8, found other bytes",
        flaw(stream).toString());
  }

  /** What takes a bit a row at most, and is said to have two billions of them. */
  @Test
  void fewBytesDoNotBecomeManyRows() {
    Field nothing = Schemas.maybe("nothing", ArrowType.Null.INSTANCE);
    for (TableSchema schema :
        List.of(
            Schemas.of(nothing),
            Schemas.of(Schemas.maybe("around", ArrowType.Struct.INSTANCE, nothing)),
            Schemas.of())) {
      Table table = new TableGenerator(schema).edges().get(2).table();
      SoundStream stream = sound(StreamWriter.write(table, StreamLayout.PLAIN));
      BatchParts batch = stream.batches().get(0);
      LittleEndian.put64(stream.bytes(), batch.batch().place(0, 8), MANY);
      for (ColumnParts column = first(batch.columns()); column != null; ) {
        boolean empty = column.plan().storage() == Storage.NONE;
        LittleEndian.put64(stream.bytes(), column.node(), MANY);
        LittleEndian.put64(stream.bytes(), column.node() + 8, empty ? MANY : 0);
        column = first(column.children());
      }
      assertEquals(FlawKind.LIMIT, flaw(stream.bytes()).kind(), schema::summary);
    }
  }

  private static ColumnParts first(List<ColumnParts> columns) {
    return columns.isEmpty() ? null : columns.get(0);
  }

  /** Three thousand views of one and the same mebibyte. */
  @Test
  void fewBytesDoNotBecomeMuchText() {
    TableSchema schema = Schemas.of(Schemas.always("text", ArrowType.Utf8View.INSTANCE));
    List<List<Object>> rows =
        Stream.generate(() -> List.<Object>of("x".repeat(400))).limit(3000).toList();
    SoundStream stream = sound(StreamWriter.write(Table.ofRows(schema, rows), StreamLayout.PLAIN));
    int views = stream.batches().get(0).columns().get(0).buffer(1).start();
    for (int row = 0; row < rows.size(); row++) {
      LittleEndian.put32(stream.bytes(), views + 16 * row, 1 << 20);
      LittleEndian.put32(stream.bytes(), views + 16 * row + 12, row);
    }
    assertEquals(FlawKind.LIMIT, flaw(stream.bytes()).kind());
  }

  @Test
  void nestingHasABound() {
    Field nested = Schemas.maybe("leaf", ArrowType.Bool.INSTANCE);
    for (int i = 0; i < 70; i++) {
      nested = Schemas.maybe("s", ArrowType.Struct.INSTANCE, nested);
    }
    byte[] metadata = Metadata.schema(new Schema(List.of(nested)));
    byte[] bytes = new byte[8 + StreamLayout.PLAIN.padded(metadata.length)];
    LittleEndian.put32(bytes, 0, -1);
    LittleEndian.put32(bytes, 4, bytes.length - 8);
    System.arraycopy(metadata, 0, bytes, 8, metadata.length);
    assertEquals(FlawKind.LIMIT, flaw(bytes).kind());
  }

  /** Any exception of the reader ends the test. */
  @Test
  void survivesWhateverTheBytesSay() {
    SplittableRandom seeds = new SplittableRandom();
    long seed = seeds.nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    List<TableSchema> schemas = List.of(Schemas.everything(), Schemas.documents());
    int flawed = 0;
    int done = 0;
    while (done < SPOILED) {
      TableSchema schema = schemas.get(random.nextInt(8) == 0 ? 0 : 1);
      Table table = new TableGenerator(schema).random(random, 12);
      StreamMutator mutator =
          new StreamMutator(sound(StreamWriter.write(table, StreamLayout.PLAIN)));
      for (int i = 0; i < 500; i++, done++) {
        Mutant mutant = mutator.damaged(random);
        try {
          StreamReading reading = mutant.reading();
          if (reading instanceof SoundStream sound) {
            assertEquals(sound.rows(), sound.table().rowCount());
          } else {
            flawed++;
          }
        } catch (RuntimeException | StackOverflowError wrong) {
          throw new AssertionError("seed " + seed + ", " + mutant, wrong);
        }
      }
    }
    assertTrue(flawed > SPOILED / 3, "only " + flawed + " of " + SPOILED + " were flawed");
  }

  private static SoundStream sound(byte[] stream) {
    StreamReading reading = StreamReader.read(stream);
    return assertInstanceOf(SoundStream.class, reading, reading::toString);
  }

  private static StreamFlaw flaw(int... bytes) {
    byte[] stream = new byte[bytes.length];
    for (int i = 0; i < stream.length; i++) {
      stream[i] = (byte) bytes[i];
    }
    return flaw(stream);
  }

  private static StreamFlaw flaw(byte[] stream) {
    return assertInstanceOf(StreamReading.Flawed.class, StreamReader.read(stream)).flaw();
  }
}
