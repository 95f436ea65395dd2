package io.modulecontract.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that nobody declared. */
final class InferenceTest {

  @TempDir private Path directory;

  private String assumed(String name, String text) throws IOException, WrongTable {
    Path file = Files.writeString(directory.resolve(name), text);
    String assumed = TableFile.read(file, Optional.empty()).assumed().orElseThrow();
    return assumed.substring(file.toString().length() + 2);
  }

  @Test
  void cellsOfCsvAreTheNarrowestTypeThatTakesAllOfThem() throws Exception {
    assertEquals(
        "b bool, w int64?, r float64, n float64, t utf8, e utf8?",
        assumed("a.csv", "b,w,r,n,t,e\ntrue,1,1.5,NaN,x,\nFALSE,,2,-Infinity,7,\n"));
    // Beyond 64 bits a whole number is a number all the same.
    assertEquals("w float64", assumed("b.csv", "w\n9223372036854775808\n"));
  }

  @Test
  void inJsonATextIsAText() throws Exception {
    assertEquals(
        "n utf8, w int64, l list<item int64>, s struct<a bool?>",
        assumed(
            "a.jsonl",
            """
            {"n":"NaN","w":1,"l":[1],"s":{"a":true}}
            {"n":"7","w":2,"l":[],"s":{}}
            """));
    WrongTable wrong =
        assertThrows(WrongTable.class, () -> assumed("b.jsonl", "{\"n\":1}\n{\"n\":\"x\"}\n"));
    assertTrue(wrong.getMessage().contains("`n`: expected values of one type"), wrong::getMessage);
  }
}
