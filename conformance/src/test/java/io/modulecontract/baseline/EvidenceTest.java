package io.modulecontract.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a message when everything is gone that depends on the seed. */
class EvidenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          two live areas at 8, of 0 and 0 bytes     | two live areas at N, of N and N bytes
          [16, 40) overlaps [8, 24)                 | [N, N) overlaps [N, N)
          allocate(9) -> 1052, which is 4 modulo 8  | allocate(N) -> N, which is N modulo N
          deallocate(1024) -> 0                     | deallocate(N) -> 0
          deallocate(1024) -> -1                    | deallocate(N) -> -1
          two live areas, or 0                      | two live areas, or 0
          -1, for the area of 0 bytes was released  | -1, for the area of N bytes was released
          0, for the memory may have 64 bytes       | 0, for the memory may have N bytes
          deallocate(1024) -> -17                   | deallocate(N) -> -N
          `format_2` of type (i32) -> (i32)         | `format_2` of type (i32) -> (i32)
          20.5 bytes in each call                   | N bytes in each call
          text that is UTF-8: 20 3c 7d ef bf bd …   | text that is UTF-8: N
          served "LOCH 7", then "a \\" b"            | served "…", then "…"
          called path_open "/etc/2", fd_write stdout | called path_open "/etc/N", fd_write stdout
          """)
  void numbersAreMaskedAndWordsAndAnswersAreNot(String told, String kept) {
    assertEquals(kept, new Evidence("", told).actual());
    assertEquals(kept, new Evidence(told, "").expected());
    // What was masked before, in a file, stays so.
    assertEquals(kept, new Evidence("", kept).actual());
  }

  @Test
  void anotherAnswerIsAnotherEvidence() {
    assertNotEquals(
        new Evidence("-1", "deallocate(8) -> 0"), new Evidence("-1", "deallocate(8) -> 1"));
    assertEquals(
        new Evidence("-1", "deallocate(8) -> 0"), new Evidence("-1", "deallocate(16) -> 0"));
  }
}
