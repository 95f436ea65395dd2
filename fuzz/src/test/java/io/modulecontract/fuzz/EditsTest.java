package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one number of a comparison stands in an input, the other is written. */
class EditsTest {

  private static final ModuleDescriptor.Function BYTES =
      new ModuleDescriptor.Function("bytes", FunctionShape.BYTES);

  private static final int EQUAL = 2;
  private static final int LESS = 3;

  private static List<String> edits(byte[] input, int place, long one, long other, boolean wide) {
    Decoder decoder = new Decoder(CalledFunction.of(List.of(BYTES)), 128L << 20);
    return Edits.of(
            input, decoder.decode(input).lengths(), new Comparisons.Pair(place, one, other, wide))
        .stream()
        .map(edit -> HexFormat.of().formatHex(edit.get()))
        .toList();
  }

  @Test
  void aWordIsWrittenWhereTheOtherStands() {
    byte[] input = new Encoder().call(0, new byte[] {1, 2, 3, 4, 9}).bytes();
    List<String> edits = edits(input, EQUAL, 0x0403_0201L, 0xDEAD_BEEFL, false);
    assertEquals(List.of("00040500efbeadde09"), edits);
  }

  @Test
  void whereOrderIsAskedItsNeighboursAreTriedToo() {
    byte[] input = new Encoder().call(0, new byte[] {1, 2, 3, 4}).bytes();
    List<String> edits = edits(input, LESS, 0x0403_0201L, 0x1000_0000L, false);
    assertEquals(List.of("0004040000000010", "0004040001000010", "00040400ffffff0f"), edits);
  }

  @Test
  void aPayloadGrowsWithItsLengthAndWhatFollowsStays() {
    byte[] input =
        new Encoder().call(0, new byte[] {'a', 'b', 'c'}).call(0, new byte[] {'d'}).bytes();
    List<String> edits = edits(input, EQUAL, 5, 3, false);
    byte[] longer =
        new Encoder()
            .call(0, new byte[] {'a', 'b', 'c', 'a', 'b'})
            .call(0, new byte[] {'d'})
            .bytes();
    assertTrue(edits.contains(HexFormat.of().formatHex(longer)), edits::toString);
  }

  @Test
  void aLengthBeyondTheInputIsStatedOnly() {
    byte[] input = new Encoder().call(0, new byte[] {'a'}).release(0).bytes();
    List<String> edits = edits(input, EQUAL, 1, 7_919, false);
    byte[] stated = {0, 4, (byte) 0xEF, 0x1E, 'a'};
    assertArrayEquals(stated, HexFormat.of().parseHex(edits.get(0)));
  }

  @Test
  void aNumberThatIsNotThereGivesNothing() {
    byte[] input = new Encoder().call(0, new byte[] {'a'}).bytes();
    assertTrue(edits(input, EQUAL, 0x7766_5544L, 0x1122_3344L, false).isEmpty());
    assertTrue(edits(input, EQUAL, 0x7766_5544_3322_1100L, 0x1122_3344L, true).isEmpty());
  }
}
