package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of a module. */
class DictionaryTest {

  @Test
  void aModulesTextsAreAmongItsWords() throws Exception {
    List<byte[]> words = Dictionary.of(Prebuilt.subject("greeting").loaded());
    boolean greets =
        words.stream()
            .map(word -> new String(word, StandardCharsets.UTF_8))
            .anyMatch(word -> word.contains("Hello"));
    assertTrue(greets);
    assertTrue(words.stream().allMatch(word -> word.length <= 40));
    assertEquals(words.size(), words.stream().map(Corpus::name).distinct().count());
  }

  @Test
  void whatIsWrittenIsRead(@TempDir Path folder) throws Exception {
    byte[] word = {'"', '\\', 0, -1, 'x'};
    Path file = folder.resolve("words");
    Files.writeString(file, Dictionary.file(List.of(word)));
    assertEquals("\"\\x22\\x5c\\x00\\xff\\x78\"\n", Files.readString(file));
    assertArrayEquals(word, Dictionary.read(file).get(0));
  }
}
