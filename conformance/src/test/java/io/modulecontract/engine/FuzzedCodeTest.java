package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.Readings;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code of a module that is fuzzed does what it did, and tells where it was. */
class FuzzedCodeTest {

  /** 10 for 0, 20 for 1, 30 for less than 5, else 40: a table of branches, then a condition. */
  private static final byte[] FOUR_WAYS =
      join(
          raw(0x02, 0x40, 0x02, 0x40, 0x02, 0x40, 0x20, 0, 0x0E, 2, 0, 1, 2, 0x0B),
          raw(0x41, 10, 0x0F, 0x0B, 0x41, 20, 0x0F, 0x0B),
          raw(0x20, 0, 0x41, 5, 0x48, 0x04, 0x7F, 0x41, 30, 0x05, 0x41, 40, 0x0B));

  /** Counts its argument down to 0. */
  private static final byte[] LOOP =
      raw(0x03, 0x40, 0x20, 0, 0x41, 1, 0x6B, 0x22, 0, 0x0D, 0, 0x0B, 0x20, 0);

  private static final int ALLOCATE = 0;

  private static LoadedModule load(Fuzzing fuzzing, byte[] code) {
    ModuleReading reading = Readings.read(new HandMade().allocate(new byte[][] {code}).bytes());
    return LoadedModule.of(
        assertInstanceOf(ModuleReading.WellFormed.class, reading),
        Profile.DEFAULT,
        List.of(),
        fuzzing);
  }

  private static Guest guest(LoadedModule loaded) {
    Start start = loaded.start(Policy.DEFAULT, ExecutionMode.COMPILED);
    return assertInstanceOf(Start.Started.class, start).guest();
  }

  private static long answer(Guest guest, long argument) {
    return assertInstanceOf(CallOutcome.Returned.class, guest.allocate(argument)).value();
  }

  private static BitSet passed(Guest guest, long argument) {
    FuzzedCode.begin();
    answer(guest, argument);
    BitSet passed = new BitSet();
    for (int place = 0; place < FuzzedCode.places(); place++) {
      passed.set(place, FuzzedCode.PASSED[place] != 0);
    }
    return passed;
  }

  @ParameterizedTest
  @EnumSource
  void markedCodeAnswersAsBefore(Fuzzing fuzzing) {
    Guest guest = guest(load(fuzzing, FOUR_WAYS));
    List<Long> answers = new ArrayList<>();
    for (long argument : new long[] {0, 1, 2, 4, 5, 0xFFFF_FFFFL}) {
      answers.add(answer(guest, argument));
    }
    // -1 is no entry of the table, and less than 5.
    assertEquals(List.of(10L, 20L, 30L, 30L, 40L, 30L), answers);
  }

  @ParameterizedTest
  @EnumSource(names = {"EDGES", "COMPARES"})
  void eachWayThroughTheCodePassesOtherPlaces(Fuzzing fuzzing) {
    Guest guest = guest(load(fuzzing, FOUR_WAYS));
    Set<BitSet> ways = new HashSet<>();
    for (long argument : new long[] {0, 1, 2, 5}) {
      BitSet passed = passed(guest, argument);
      assertTrue(passed.get(ALLOCATE), "the entry");
      assertTrue(ways.add(passed), () -> argument + " passes the same places as another");
    }
    assertEquals(passed(guest, 2), passed(guest, 3));
  }

  @Test
  void whereOnlyFunctionsAreAskedForTheirEntriesAreAll() {
    Guest guest = guest(load(Fuzzing.FUNCTIONS, FOUR_WAYS));
    BitSet entry = new BitSet();
    entry.set(ALLOCATE);
    assertEquals(entry, passed(guest, 0));
    assertEquals(entry, passed(guest, 5));
    assertEquals(FuzzedCode.functions(), FuzzedCode.places());
  }

  @Test
  void howOftenIsABitEachAndNeverNoneAgain() {
    Guest guest = guest(load(Fuzzing.EDGES, LOOP));
    for (int times : new int[] {2, 3, 4, 8, 9, 10, 256, 257, 258, 512, 513}) {
      FuzzedCode.begin();
      assertEquals(0, answer(guest, times));
      byte most = 0;
      for (int place = FuzzedCode.functions(); place < FuzzedCode.places(); place++) {
        most = (byte) Math.max(Byte.toUnsignedInt(most), FuzzedCode.PASSED[place] & 0xFF);
      }
      assertEquals(Math.min(8, times - 1), Integer.bitCount(Byte.toUnsignedInt(most)), "" + times);
      assertEquals(1, FuzzedCode.PASSED[ALLOCATE]);
    }
  }

  @Test
  void aFunctionThatIsTooLargeWithItsMarksKeepsThatOfItsEntry() {
    byte[] branch = raw(0x20, 0, 0x04, 0x40, 0x41, 3, 0x21, 0, 0x0B);
    byte[] many = join(Collections.nCopies(3_000, branch).toArray(byte[][]::new));
    LoadedModule loaded = load(Fuzzing.COMPARES, join(many, raw(0x20, 0)));
    Guest guest = guest(loaded);
    assertEquals(Set.of(ALLOCATE), set(passed(guest, 7)));
    assertEquals(3, answer(guest, 7));
    assertEquals(1, loaded.functionsTooLarge());
    // A tenth of it fits.
    byte[] fewer = Arrays.copyOf(many, many.length / 9 / 10 * 9);
    LoadedModule fits = load(Fuzzing.COMPARES, join(fewer, raw(0x20, 0)));
    assertNotEquals(Set.of(ALLOCATE), set(passed(guest(fits), 7)));
    assertEquals(0, fits.functionsTooLarge());
  }

  private static Set<Integer> set(BitSet bits) {
    Set<Integer> set = new HashSet<>();
    bits.stream().forEach(set::add);
    return set;
  }

  @Test
  void comparesAreToldAsFarAsWanted() {
    List<String> told = new ArrayList<>();
    FuzzedCode.tell(
        new FuzzedCode.Compares() {
          @Override
          public void ints(int one, int other, int place) {
            told.add(one + " " + other + " " + (place & 1));
          }

          @Override
          public void longs(long one, long other, int place) {
            told.add(one + " of 64 bits " + other);
          }
        });
    Guest guest = guest(load(Fuzzing.COMPARES, FOUR_WAYS));
    FuzzedCode.want(2);
    for (long argument : new long[] {5, 3, 0, 9, 4}) {
      answer(guest, argument);
    }
    // 5 is equal, 0 is not compared, and of the place two pairs are told.
    assertEquals(List.of("3 5 1", "9 5 1"), told);
    FuzzedCode.want(0);
    answer(guest, 3);
    assertEquals(2, told.size());
  }
}
