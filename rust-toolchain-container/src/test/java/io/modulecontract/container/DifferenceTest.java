package io.modulecontract.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final Sha256Sums LISTED =
      Sha256Sums.of(Map.of("a.wasm", new byte[] {1, 2}, "b.wasm", new byte[] {3}));

  @Test
  void theSameFilesDoNotDiffer() {
    assertEquals(List.of(), between(Map.of("a.wasm", new byte[] {1, 2}, "b.wasm", new byte[] {3})));
  }

  @Test
  void oneOtherByteIsADifference() {
    List<Difference> found = between(Map.of("a.wasm", new byte[] {1, 2}, "b.wasm", new byte[] {4}));

    assertEquals(1, found.size());
    assertEquals("b.wasm differs", found.get(0).brief());
    assertTrue(found.get(0).describe().contains(LISTED.byFile().get("b.wasm")));
    assertTrue(
        found
            .get(0)
            .describe()
            .contains("e52d9c508c502347344d8c07ad91cbd6068afc75ff6292f062a09ca381c89e71"),
        () -> "sha256 of the byte 4 in " + found.get(0).describe());
  }

  @Test
  void aFileThatWasNotBuiltIsADifference() {
    List<Difference> found = between(Map.of("b.wasm", new byte[] {3}));

    assertEquals(1, found.size());
    assertEquals("a.wasm is missing", found.get(0).brief());
    assertTrue(found.get(0).describe().contains(LISTED.byFile().get("a.wasm")));
  }

  @Test
  void aFileThatNobodyListedIsADifference() {
    List<Difference> found =
        between(
            Map.of("a.wasm", new byte[] {1, 2}, "b.wasm", new byte[] {3}, "c.wasm", new byte[0]));

    assertEquals(1, found.size());
    assertEquals("c.wasm is not listed", found.get(0).brief());
    assertTrue(found.get(0).describe().contains("expected no such file"));
  }

  private static List<Difference> between(Map<String, byte[]> files) {
    return Difference.between(LISTED, Sha256Sums.of(files));
  }
}
