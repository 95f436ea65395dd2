package io.modulecontract.binary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real modules with damage done to them: there is always an answer, and it says where to look. */
class DamagedModuleTest {

  private static final Pattern PLACE = Pattern.compile("byte 0x([0-9a-f]+)(, .+)?|the whole file");
  private static final int HEADER = 8;

  /** A cut is noticed, unless it falls between two sections of which the first ones are enough. */
  @ParameterizedTest
  @CsvSource({"bump_arena, 1", "header_free_list, 5", "slabs, 7", "buddy, 11"})
  void cutAnywhere(String name, int step) {
    byte[] whole = Readings.reference(name);
    Set<Integer> borders = sectionBorders(whole);
    assertTrue(borders.contains(whole.length));
    for (int length = HEADER; length < whole.length; length += step) {
      ModuleReading reading = Readings.read(Arrays.copyOf(whole, length));
      if (!borders.contains(length)) {
        assertInstanceOf(ModuleReading.Malformed.class, reading, "cut to " + length);
      }
      assertAnswers(reading, length);
    }
  }

  /** Shorter than magic and version. */
  @Test
  void cutInTheHeader() {
    byte[] whole = Readings.reference("greeting");
    for (int length = 4; length < HEADER; length++) {
      assertEquals(
          new ModuleReading.Malformed(
              "byte 0x" + length, "the version (01 00 00 00)", "the end of the file"),
          Readings.read(Arrays.copyOf(whole, length)));
    }
  }

  /** Cuts of a module with all that a compiler puts in; the scan alone sees every one of them. */
  @Test
  void cutAnywhereInAModuleOfACompiler() {
    byte[] whole = Readings.reference("greeting");
    Set<Integer> borders = sectionBorders(whole);
    for (int length = HEADER; length < whole.length; length += 23) {
      if (!borders.contains(length)) {
        ModuleReading reading = Readings.read(Arrays.copyOf(whole, length));
        assertInstanceOf(ModuleReading.Malformed.class, reading, "cut to " + length);
        assertAnswers(reading, length);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"bump_arena, 11", "header_free_list, 37", "slabs, 37", "buddy, 67", "greeting, 2003"})
  void flippedBits(String name, int step) {
    byte[] bytes = Readings.reference(name);
    for (int bit = HEADER * 8; bit < bytes.length * 8; bit += step) {
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      ModuleReading reading = Readings.read(bytes);
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      assertAnswers(reading, bytes.length);
      if (reading instanceof ModuleReading.Unsupported unsupported) {
        assertFalse(unsupported.feature().contains("fails to read"), unsupported::sentence);
      }
    }
  }

  @Property(tries = 250)
  void mutated(@ForAll("mutants") byte[] mutant) {
    assertAnswers(Readings.read(mutant), mutant.length);
  }

  @Provide
  Arbitrary<byte[]> mutants() {
    Arbitrary<byte[]> modules =
        Arbitraries.of("greeting", "bump_arena", "header_free_list", "slabs", "buddy")
            .map(Readings::reference);
    Arbitrary<int[]> changes =
        Arbitraries.integers().between(0, Integer.MAX_VALUE).array(int[].class).ofMaxSize(8);
    return Combinators.combine(modules, changes).as(DamagedModuleTest::mutate);
  }

  /** Each change is one of four kinds at one place: a byte set, removed, repeated or moved. */
  private static byte[] mutate(byte[] module, int[] changes) {
    byte[] bytes = module;
    for (int change : changes) {
      int at = HEADER + (change >>> 10) % (bytes.length - HEADER - 1);
      switch (change & 3) {
        case 0 -> bytes[at] = (byte) (change >>> 2);
        case 1 ->
            bytes =
                WasmBytes.join(
                    Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
        case 2 ->
            bytes =
                WasmBytes.join(
                    Arrays.copyOf(bytes, at + 1), Arrays.copyOfRange(bytes, at, bytes.length));
        default -> bytes[at] = bytes[HEADER + (change >>> 5) % (bytes.length - HEADER)];
      }
    }
    return bytes;
  }

  private static void assertAnswers(ModuleReading reading, int length) {
    if (reading instanceof ModuleReading.Malformed malformed) {
      assertAll(
          () -> assertPlace(malformed.place(), length),
          () -> assertFalse(malformed.expected().isBlank()),
          () -> assertFalse(malformed.found().isBlank()),
          () -> assertFalse(malformed.sentence().contains("Exception"), malformed::sentence));
    } else if (reading instanceof ModuleReading.Unsupported unsupported) {
      assertPlace(unsupported.place(), length);
      assertFalse(unsupported.feature().isBlank());
    }
  }

  private static void assertPlace(String place, int length) {
    Matcher matcher = PLACE.matcher(place);
    assertTrue(matcher.matches(), place);
    if (matcher.group(1) != null) {
      assertTrue(Integer.parseInt(matcher.group(1), 16) <= length, place);
    }
  }

  /** Where sections end, found without the scan under test. */
  private static Set<Integer> sectionBorders(byte[] module) {
    Set<Integer> borders = new TreeSet<>();
    int position = HEADER;
    borders.add(position);
    while (position < module.length) {
      int size = 0;
      int shift = 0;
      do {
        position++;
        size |= (module[position] & 0x7F) << shift;
        shift += 7;
      } while (module[position] < 0);
      position += 1 + size;
      borders.add(position);
    }
    return borders;
  }
}
