package io.modulecontract.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables are exchanged with a module. */
final class CallArrowTest {

  private static final String FUNCTION = "wasm_memory_process_data_arrow";

  private static final String SCHEMA =
      """
      {"fields":[
       {"name":"id","nullable":false,"type":{"name":"int","bitWidth":64,"isSigned":false},"children":[]},
       {"name":"content","nullable":false,"type":{"name":"utf8"},"children":[]},
       {"name":"title","nullable":true,"type":{"name":"utf8"},"children":[]},
       {"name":"date","nullable":false,"type":{"name":"timestamp","unit":"SECOND","timezone":"+00:00"},"children":[]},
       {"name":"score","nullable":true,"type":{"name":"floatingpoint","precision":"DOUBLE"},"children":[]}]}
      """;

  private static final String CSV =
      """
      id,content,title,date,score
      1,"one, größe",,2024-02-29T23:59:00Z,0.75
      2,two,"",2024-02-29T12:00:00+01:00,
      3,three,"a ""title""\",2024-03-01T00:00:00Z,0.25
      """;

  @TempDir private Path directory;
  private Path module = Path.of("");
  private Path schema = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    module = Prebuilt.file(directory, "documents");
    Files.writeString(
        directory.resolve("documents.contract.toml"),
        "format = \"module-contract/1\"\n[capabilities]\nrandom = true\n");
    schema = write("schema.json", SCHEMA);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static String meta(String command) {
    return "{\"command\":\"" + command + "\",\"config\":{\"filename\":\"a\"}}";
  }

  private CommandLineRun call(String command, Path data, Object... more) {
    Stream<Object> line =
        Stream.of("call", module, FUNCTION, "--arrow-meta", meta(command), "--arrow", data);
    return CommandLineRun.of(Stream.concat(line, Arrays.stream(more)).toArray());
  }

  private CommandLineRun csv(String command, Object... more) throws IOException {
    Stream<Object> with = Stream.of("--arrow-schema", schema);
    return call(
        command, write("data.csv", CSV), Stream.concat(with, Arrays.stream(more)).toArray());
  }

  private static String narrow(String line) {
    return line.replaceAll(" +", " ").replaceAll("\u2500+", "\u2500");
  }

  private static void assumed(CommandLineRun run) {
    assertEquals(
        "assumed: --arrow-meta: command utf8, config struct<filename utf8>", run.err().strip());
  }

  @Test
  void everyCommandIsPrintedAsATable() throws IOException {
    CommandLineRun run = csv("test").ends(0);
    assertEquals(
        """
        id │ content      │ title           │ date                    │ score
        ───┼──────────────┼─────────────────┼─────────────────────────┼──────
         1 │ "one, größe" │ null            │ 2024-02-29T23:59:00 UTC │  0.75
         2 │ "two"        │ ""              │ 2024-02-29T11:00:00 UTC │  null
         3 │ "three"      │ "a \\"title\\"" │ 2024-03-01T00:00:00 UTC │  0.25
        3 rows · 1 batch
        """
            .lines()
            .map(CallArrowTest::narrow)
            .toList(),
        run.out().lines().limit(6).map(CallArrowTest::narrow).toList());
    assumed(run);
    csv("filter 0.5").ends(0).shows("1 row · 1 batch");
    csv("uppercase").ends(0).shows("\"ONE, GRÖSSE\"");
    csv("aggregate").ends(0).shows("2024-02-29T00:00:00 UTC │ 2 │ 0.75", "2 rows · 1 batch");
    csv("test", "--rows", "1").ends(0).shows("3 rows, the first 1 shown (--rows N shows more)");
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Path out = directory.resolve("out.arrows");
    CommandLineRun run = csv("test", "--out", out).ends(0);
    assertEquals("", run.out());
    call("test", out).ends(0).shows("3 rows · 1 batch");
    Path again = directory.resolve("again.arrows");
    call("test", out, "--out", again, "--print").ends(0).shows("3 rows");
    assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(again));
    // The end marker may be missing in a file; the module gets one.
    byte[] whole = Files.readAllBytes(out);
    Files.write(out, Arrays.copyOf(whole, whole.length - 8));
    call("test", out).ends(0).shows("3 rows");
  }

  @Test
  void linesOfJsonAreTables() throws IOException {
    Path data =
        write(
            "data.jsonl",
            "{\"id\":7,\"content\":\"x\",\"date\":\"1970-01-01T00:00:01Z\",\"score\":\"NaN\"}\n\n");
    call("test", data, "--arrow-schema", schema).ends(0).shows("7 │ \"x\" │ null │", "NaN");
    Path none = write("none.jsonl", "");
    call("aggregate", none, "--arrow-schema", schema).ends(0).shows("day", "0 rows");
    call("test", none).ends(3).complains("none.jsonl: no schema can be inferred");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,a,b,2024-01-01T00:00:00Z,high   | line 2, column `score`: expected a number, "NaN", "Infinity" or "-Infinity", found "high"
          1,a,b,2024-01-01T00:00:00Z,1e999  | line 2, column `score`: expected a number that it can hold
          -1,a,b,2024-01-01T00:00:00Z,1     | line 2, column `id`: expected a whole number from 0 to 18446744073709551615, found -1
          1,,b,2024-01-01T00:00:00Z,1       | line 2, column `content`: expected a value, as it has no nulls, found null
          1,a,b,yesterday,1                 | line 2, column `date`: expected a time as "2024-02-29T12:00:00Z"
          1,a,b,2024-01-01T00:00:00.5Z,1    | no finer than s, or a whole number
          1,a,b                             | line 2: expected 5 columns, found 3
          1,a"b,c,2024-01-01T00:00:00Z,1    | line 2, column 2: expected quotes around the whole cell
          1,"a                              | line 2, column 2: expected closing quotes
          """)
  void csvThatDoesNotFitIsToldWithItsPlace(String row, String message) throws IOException {
    Path data = write("bad.csv", "id,content,title,date,score\n" + row + "\n");
    CommandLineRun run = call("test", data, "--arrow-schema", schema).ends(3);
    assertTrue(run.err().contains("bad.csv: "), run::err);
    assertTrue(run.err().contains(message), run::err);
  }

  @Test
  void whatIsNoTableIsToldWithItsPlace() throws IOException {
    call("test", write("x.arrows", "no stream at all")).ends(3).complains("message 1 at byte 0");
    call("test", directory.resolve("none.arrows")).ends(3).complains("there is no such file");
    call("test", write("names.csv", "id,id\n1,2\n")).ends(3).complains("`id` again");
    call("test", write("a.csv", "id\n1\n"), "--arrow-schema", schema)
        .ends(3)
        .complains("line 1: expected the columns");
    call("test", write("b.csv", "id\n1\n"), "--arrow-schema", write("s.json", "{"))
        .ends(3)
        .complains("s.json: expected a schema in Arrow's JSON form");
    CommandLineRun.of("call", module, FUNCTION, "--arrow-meta", "{", "--arrow", schema)
        .ends(3)
        .complains("--arrow-meta: line 1, character 2: expected a JSON object");
    call("test", write("c.jsonl", "{\"a\":1}\n[2]\n"))
        .ends(3)
        .complains("c.jsonl: line 2, expected a JSON object, found [2]");
  }

  @Test
  void theDescriptorSaysWhichColumnsATextHas() throws IOException {
    String declared =
        """
        format = "module-contract/1"
        [capabilities]
        random = true
        [[function]]
        name = "wasm_memory_process_data_arrow"
        shape = "arrow"
        meta_schema = '''
        {"fields":[
         {"name":"command","nullable":false,"type":{"name":"utf8"},"children":[]},
         {"name":"config","nullable":false,"type":{"name":"struct"},"children":[
          {"name":"filename","nullable":false,"type":{"name":"utf8"},"children":[]}]}]}'''
        data_schema = "schema.json"
        [[function.command]]
        meta = '{"command": "test", "config": {"filename": "a"}}'
        """;
    write("documents.contract.toml", declared);
    Path data = write("data.csv", CSV);
    CommandLineRun run = call("test", data).ends(0).shows("2024-02-29T23:59:00 UTC");
    assertEquals("", run.err());
    call("test", write("none.jsonl", "")).ends(0).shows("0 rows");
    call("test", write("wrong.csv", "id\n1\n")).ends(3).complains("line 1: expected the columns");
    CommandLineRun.of("call", module, FUNCTION, "--arrow-meta", "{\"verb\":1}", "--arrow", data)
        .ends(3)
        .complains("--arrow-meta: line 1, expected only the columns command, config");
    // A function that takes any columns is given those that there are.
    write(
        "documents.contract.toml",
        declared.replace("data_schema", "any_schema = true\ndata_schema"));
    CommandLineRun any = call("test", write("any.csv", "n\n1\n")).ends(1);
    assertTrue(any.err().contains("any.csv: n int64"), any::err);
    write("documents.contract.toml", declared);
    // What the user says counts more: here a schema that the module rejects.
    Path other = write("other.json", SCHEMA.replace("\"score\"", "\"rank\""));
    Path ranked = write("ranked.csv", CSV.replace(",score", ",rank"));
    assertTrue(
        call("test", ranked, "--arrow-schema", other).ends(1).err().contains("rank float64"));
  }

  @Test
  void moreValuesThanADictionaryCountsAreTold() throws IOException {
    Path narrow =
        write(
            "narrow.json",
            """
            {"fields":[{"name":"word","nullable":false,"type":{"name":"utf8"},"children":[],
             "dictionary":{"id":1,"isOrdered":false,
              "indexType":{"name":"int","bitWidth":8,"isSigned":true}}}]}
            """);
    String words = IntStream.range(0, 129).mapToObj(i -> "w" + i + "\n").collect(joining());
    CommandLineRun run =
        call("test", write("words.csv", "word\n" + words), "--arrow-schema", narrow).ends(3);
    assertTrue(
        run.err()
            .contains(
                "words.csv: column `word`: expected at most 128 different values, which its"
                    + " dictionary's index type can count, found one more"),
        run::err);
    // So many are still a table, which is not this module's.
    String fewer = words.substring(0, words.length() - "w128\n".length());
    call("test", write("fewer.csv", "word\n" + fewer), "--arrow-schema", narrow).ends(1);
  }

  @Test
  void whatCellsCannotGiveIsTold() throws IOException {
    Path nested =
        write(
            "nested.json",
            """
            {"fields":[{"name":"all","nullable":false,"type":{"name":"list"},"children":[
             {"name":"item","nullable":false,"type":{"name":"utf8"},"children":[]}]}]}
            """);
    call("test", write("all.csv", "all\n[]\n"), "--arrow-schema", nested)
        .ends(3)
        .complains("column `all`: expected a type that cells of CSV can give");
  }

  @Test
  void aModuleThatSaysNoIsToldWithWhatItWasGiven() throws IOException {
    CommandLineRun run = csv("dance").ends(1);
    assertEquals("", run.out());
    assertTrue(
        run.err()
            .contains(
                "it answered 0; it was given meta of 1 rows (command utf8, config"
                    + " struct<filename utf8>) and data of 3 rows (id uint64, content utf8"),
        run::err);
  }

  @Test
  void aFileThatCannotBeWrittenIsLeftAsItWas() throws IOException {
    csv("test", "--out", directory).ends(3);
    Path out = directory.resolve("nowhere").resolve("out.arrows");
    assertTrue(csv("test", "--out", out).ends(3).err().contains("cannot be written"));
    Path kept = write("kept", "as it was");
    csv("dance", "--out", kept).ends(1);
    assertEquals("as it was", Files.readString(kept));
    try (Stream<Path> files = Files.list(directory)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @Test
  void theFlagsGoTogether() {
    CommandLineRun.of("call", module, FUNCTION, "--bytes", "a")
        .ends(2)
        .complains("shape arrow: use --arrow-meta and --arrow");
    CommandLineRun.of("call", module, FUNCTION, "--arrow", "a").ends(2).complains("--arrow-meta");
  }
}
