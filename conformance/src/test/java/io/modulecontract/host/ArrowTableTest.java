package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.modulecontract.host.ExchangeFailed.NoHostMemory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy of a table holds what each of its batches meant. */
class ArrowTableTest {

  private final BufferAllocator allocator = new RootAllocator();

  @AfterEach
  void nothingIsHeld() {
    assertEquals(0, allocator.getAllocatedMemory());
    allocator.close();
  }

  private List<String> words(ArrowTable table, int batch) {
    FieldVector indices = table.batches().get(batch).getVector("word");
    List<String> words = new ArrayList<>();
    try (ValueVector decoded =
        DictionaryEncoder.decode(
            indices, table.dictionaries(batch).lookup(ReplacedDictionary.ID))) {
      for (int row = 0; row < decoded.getValueCount(); row++) {
        words.add(String.valueOf(decoded.getObject(row)));
      }
    }
    return words;
  }

  @Test
  void aBatchKeepsItsDictionaryWhenALaterOneReplacesIt() throws Exception {
    List<String> first = List.of("one", "two");
    List<String> second = List.of("three", "four");
    byte[] stream = ReplacedDictionary.stream(allocator, first, second);
    try (ArrowTable table = ArrowResult.of("f", ByteBuffer.wrap(stream)).copy(allocator)) {
      assertEquals(first, words(table, 0));
      assertEquals(second, words(table, 1));
    }
  }

  @Test
  void ofACopyThatDoesNotFitNothingIsLeft() throws Exception {
    List<String> first = List.of("one".repeat(1_000), "two");
    List<String> second = List.of("three".repeat(4_000), "four");
    byte[] stream = ReplacedDictionary.stream(allocator, first, second);
    ArrowResult result = ArrowResult.of("f", ByteBuffer.wrap(stream));
    try (BufferAllocator small = allocator.newChildAllocator("small", 0, 16_384)) {
      assertThrows(NoHostMemory.class, () -> result.copy(small));
      assertEquals(0, small.getAllocatedMemory());
    }
  }
}
