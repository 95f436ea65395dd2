package io.modulecontract.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class U32Test {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "2147483647, 2147483647",
    "-2147483648, 2147483648",
    "-8, 4294967288",
    "-1, 4294967295"
  })
  void anEnginesIntIsReadUnsigned(int bits, long value) {
    assertEquals(value, U32.of(bits));
    assertEquals(bits, U32.signed(value));
  }

  @ParameterizedTest
  @CsvSource({"-1, 4294967295", "4294967296, 0", "8589934591, 4294967295", "-4294967288, 8"})
  void theUpperBitsOfALongAreNotLookedAt(long bits, long value) {
    assertEquals(value, U32.of(bits));
  }

  @Property
  void bothReadingsAgree(@ForAll int bits, @ForAll int upper) {
    assertEquals(Integer.toUnsignedLong(bits), U32.of(bits));
    assertEquals(U32.of(bits), U32.of(((long) upper << 32) | Integer.toUnsignedLong(bits)));
    assertEquals(bits, U32.signed(U32.of(bits)));
  }
}
