package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextTest {

  @Test
  void readsTheJsonThatItWrites() throws UnsupportedSchema {
    TableSchema schema = Schemas.everything();
    assertEquals(schema, SchemaText.read(SchemaText.json(schema)));
  }

  @Test
  void takesTheSchemaOfASample() throws UnsupportedSchema {
    Table none = new Table(Schemas.documents(), List.of());
    byte[] stream = StreamWriter.write(none, StreamLayout.PLAIN.withoutEnd());
    assertEquals(Schemas.documents(), SchemaText.ofSample(stream));
    UnsupportedSchema wrong =
        assertThrows(UnsupportedSchema.class, () -> SchemaText.ofSample(new byte[] {1, 2}));
    assertTrue(wrong.getMessage().startsWith("sample stream: message 1 at byte 0: expected"));
  }

  @Test
  void isShortInReports() {
    assertEquals(
        "id uint64, content utf8, title utf8?, date timestamp(s, +00:00), score float64?",
        Schemas.documents().summary());
  }

  @Test
  void refusesWhatItCannotMakeAndSaysWhy() {
    ArrowType union = new ArrowType.Union(UnionMode.Sparse, new int[0]);
    Schema schema =
        new Schema(
            List.of(Schemas.maybe("a", ArrowType.Struct.INSTANCE, Schemas.maybe("b", union))));
    UnsupportedSchema wrong = assertThrows(UnsupportedSchema.class, () -> TableSchema.of(schema));
    assertEquals(
        "column `a.b` of type union: the suite makes and reads all types but unions and runs",
        wrong.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "{\"fields\": [}|schema: line 1, character 13: ",
        "[]|schema: expected an object with a list \"fields\", found ARRAY",
        "{\"fields\": [{\"name\": \"a\"}]}|schema: fields[0]: expected a \"name\"",
        "{\"fields\": [{\"name\": \"a\", \"nullable\": true}]}|schema: fields[0] `a`: expected a"
            + " \"type\"",
        "{\"fields\": [{\"name\": \"a\", \"nullable\": true, \"type\": {\"name\": \"text\"},"
            + " \"children\": []}]}|schema: ",
      })
  void saysWhatIsWrongWithJson(String json, String message) {
    UnsupportedSchema wrong = assertThrows(UnsupportedSchema.class, () -> SchemaText.read(json));
    assertTrue(wrong.getMessage().startsWith(message), wrong::getMessage);
    assertEquals(1, wrong.getMessage().lines().count());
  }

  @Test
  void otherSchemasAreOthersAndHaveStreams() {
    for (TableSchema schema : List.of(Schemas.documents(), Schemas.everything())) {
      List<OtherSchemas.OtherSchema> others = OtherSchemas.of(schema);
      assertTrue(others.size() > 6 * schema.columns().size());
      for (OtherSchemas.OtherSchema other : others) {
        assertNotEquals(schema, other.schema(), other::words);
        assertTrue(TableComparison.columns(schema, other.schema()).isPresent(), other::words);
        Table table = new TableGenerator(other.schema()).edges().get(2).table();
        byte[] stream = StreamWriter.write(table, StreamLayout.PLAIN);
        assertEquals(table, ((SoundStream) StreamReader.read(stream)).table(), other::words);
      }
    }
  }

  @Test
  void whatATypeSaysOfItselfMakesAnotherSchema() {
    List<String> others =
        OtherSchemas.of(Schemas.documents()).stream().map(OtherSchemas.OtherSchema::words).toList();
    assertTrue(others.contains("column `date` of type timestamp(ms, +00:00)"), others::toString);
    assertTrue(others.contains("column `date` of type timestamp(s)"), others::toString);
    assertTrue(others.contains("column `date` of type timestamp(s, +01:00)"), others::toString);
    assertTrue(others.contains("column `score` of type float32"), others::toString);
  }

  @Test
  void ofWhatLiesWithinAColumnToo() {
    Field town = Schemas.always("town", ArrowType.Utf8.INSTANCE);
    TableSchema places = Schemas.of(Schemas.maybe("place", ArrowType.Struct.INSTANCE, town));
    List<String> others =
        OtherSchemas.of(places).stream().map(OtherSchemas.OtherSchema::words).toList();
    for (String other : List.of("renamed", "with nulls", "of type large_utf8", "of type binary")) {
      String words = "column `place` with `town` in it " + other;
      assertTrue(others.contains(words), () -> words + " in " + others);
    }
    assertTrue(others.contains("column `place` without `town` in it"), others::toString);
  }

  /** How writers call what lies within a map is their affair, and a key is never null. */
  @Test
  void aMapStaysAMap() {
    Field key = Schemas.always("key", ArrowType.Utf8.INSTANCE);
    Field value = Schemas.maybe("value", ArrowType.Utf8.INSTANCE);
    Field entries = Schemas.always("entries", ArrowType.Struct.INSTANCE, key, value);
    TableSchema tags = Schemas.of(Schemas.maybe("tags", new ArrowType.Map(false), entries));
    String within = "column `tags` with `entries` in it ";
    List<String> others =
        OtherSchemas.of(tags).stream()
            .map(OtherSchemas.OtherSchema::words)
            .filter(words -> words.startsWith(within))
            .toList();
    assertTrue(others.contains(within + "with `key` in it of type large_utf8"), others::toString);
    assertTrue(others.contains(within + "with `value` in it without nulls"), others::toString);
    for (String other : others) {
      assertTrue(other.contains("of type") || other.endsWith("without nulls"), other);
    }
  }

  /** Tables of every type that a function of any schema is passed. */
  @Test
  void anySchemaHasStreams() {
    Set<String> schemas = new HashSet<>();
    for (TableSchema schema : AnySchemas.all()) {
      assertTrue(schemas.add(schema.summary()), schema::summary);
      for (GeneratedTable edge : new TableGenerator(schema).edges()) {
        byte[] stream = StreamWriter.write(edge.table(), StreamLayout.PLAIN);
        assertEquals(edge.table(), ((SoundStream) StreamReader.read(stream)).table(), edge::words);
      }
    }
  }
}
