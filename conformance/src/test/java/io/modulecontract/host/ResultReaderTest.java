package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.Result.Flaw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of results believes no number that a guest answers. The memory has one page. */
class ResultReaderTest {

  private static final long END = 65_536;
  private static final long MAX = 0xFFFF_FFFFL;
  private static final LoadedModule ONE_PAGE = new HandMade().load();

  private final Guest guest =
      new FreshGuests(ONE_PAGE, Policy.DEFAULT, ExecutionMode.INTERPRETED).next();

  private Result text(long pointer) {
    return new ResultReader(guest, END).read(FunctionShape.CSTRING, pointer);
  }

  private Result bytes(long pointer) {
    return new ResultReader(guest, END).read(FunctionShape.BYTES, pointer);
  }

  private void pair(long at, long pointer, long length) {
    ByteBuffer pair = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    guest.write(at, pair.putInt((int) pointer).putInt((int) length).array());
  }

  private static Result.Unreadable flawed(Flaw flaw, Result result) {
    Result.Unreadable unreadable =
        assertInstanceOf(Result.Unreadable.class, result, result::toString);
    assertEquals(flaw, unreadable.flaw(), unreadable::toString);
    return unreadable;
  }

  @Test
  void zeroIsARejection() {
    assertEquals(new Result.Rejected(), text(0));
    assertEquals(new Result.Rejected(), bytes(0));
    assertEquals(List.of(), bytes(0).areas());
  }

  @Test
  void aTextMayEndWithTheMemory() {
    guest.write(END - 6, "hello".getBytes(StandardCharsets.UTF_8));
    assertEquals(new Result.Text(new Area(END - 6, 6), "hello"), text(END - 6));
    assertEquals(new Result.Text(new Area(END - 1, 1), ""), text(END - 1));
  }

  @Test
  void aTextThatRunsIntoTheEndHasNoNul() {
    guest.write(END - 5, "hello".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), flawed(Flaw.NO_NUL, text(END - 5)).areas());
    flawed(Flaw.NO_NUL, text(END - 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {END, END + 1, 1L << 31, MAX})
  void nothingIsReadBehindTheMemory(long pointer) {
    assertEquals(List.of(), flawed(Flaw.OUTSIDE_MEMORY, text(pointer)).areas());
    assertEquals(List.of(), flawed(Flaw.OUTSIDE_MEMORY, bytes(pointer)).areas());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 191, 192, 193, 4_095, 4_096, 4_097, 8_192, 20_000})
  void aTextOfAnyLengthIsFoundToItsNul(int length) {
    byte[] long20 = new byte[length];
    Arrays.fill(long20, (byte) 'x');
    guest.write(100, long20);
    assertEquals(new Result.Text(new Area(100, length + 1L), "x".repeat(length)), text(100));
    ResultReader exact = new ResultReader(guest, length);
    assertInstanceOf(Result.Text.class, exact.read(FunctionShape.CSTRING, 100));
    if (length > 0) {
      ResultReader stingy = new ResultReader(guest, length - 1);
      // A release needs no length: what is too long is given back all the same.
      assertEquals(
          100,
          flawed(Flaw.TOO_LONG, stingy.read(FunctionShape.CSTRING, 100)).areas().get(0).pointer());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"41", "c3a9", "e282ac", "f09f9880", "ed9fbf", "ee8080", "efbfbd", "f48fbfbf"})
  void textIsDecoded(String hex) {
    byte[] utf8 = HexFormat.of().parseHex(hex);
    guest.write(8, utf8);
    String expected = new String(utf8, StandardCharsets.UTF_8);
    assertEquals(new Result.Text(new Area(8, utf8.length + 1L), expected), text(8));
  }

  /** Overlong, a surrogate, beyond the last character, cut, a continuation alone, no UTF-8 byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {"c080", "e08080", "eda080", "f4908080", "e282", "80", "ff", "41c3", "efbfbdff"})
  void whatIsNoUtf8IsNoTextAndIsGivenBack(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    guest.write(8, bytes);
    Result.Unreadable flaw = flawed(Flaw.NOT_UTF8, text(8));
    assertEquals(List.of(new Area(8, bytes.length + 1L)), flaw.areas());
  }

  @Test
  void aPairMayEndWithTheMemory() {
    guest.write(16, new byte[] {7, 8, 9});
    pair(END - 8, 16, 3);
    Result.Bytes result = assertInstanceOf(Result.Bytes.class, bytes(END - 8));
    assertArrayEquals(new byte[] {7, 8, 9}, result.content());
    assertEquals(List.of(new Area(16, 3), new Area(END - 8, 8)), result.areas());
    flawed(Flaw.OUTSIDE_MEMORY, bytes(END - 7));
    // In 32 bits its end would be 4.
    flawed(Flaw.OUTSIDE_MEMORY, bytes(MAX - 3));
  }

  @ParameterizedTest
  @CsvSource({"65530, 6", "1, 65535", "65536, 0"})
  void dataMayEndWithTheMemory(long pointer, long length) {
    pair(8, pointer, length);
    // The pair lies in memory that the longest of them covers.
    if (pointer == 1) {
      flawed(Flaw.PAIR_IN_DATA, bytes(8));
    } else {
      assertEquals(length, assertInstanceOf(Result.Bytes.class, bytes(8)).content().length);
    }
  }

  /** Some of these ends are inside the memory if they are computed in 32 bits. */
  @ParameterizedTest
  @CsvSource({
    "65530, 7",
    "65536, 1",
    "0, 1",
    "4294967295, 1",
    "4294967295, 2",
    "32, 4294967295",
    "2147483648, 2147483648",
    "4294967280, 32",
    "65537, 0",
    "1, 65536"
  })
  void dataOutsideAreNotRead(long pointer, long length) {
    pair(8, pointer, length);
    assertEquals(List.of(), flawed(Flaw.OUTSIDE_MEMORY, bytes(8)).areas());
  }

  @Test
  void noDataNeedNoArea() {
    pair(8, 0, 0);
    Result.Bytes result = assertInstanceOf(Result.Bytes.class, bytes(8));
    assertEquals(0, result.content().length);
    assertEquals(List.of(new Area(8, 8)), result.areas());
  }

  @ParameterizedTest
  @CsvSource({"8, 0", "8, 1", "15, 1", "4, 5", "0, 0", "15, 100"})
  void aPairLiesApartFromItsData(long pointer, long length) {
    pair(8, pointer, length);
    if (pointer == 0) {
      assertInstanceOf(Result.Bytes.class, bytes(8));
    } else {
      flawed(Flaw.PAIR_IN_DATA, bytes(8));
    }
  }

  @ParameterizedTest
  @CsvSource({"16, 4", "4, 4", "1, 7"})
  void dataMayTouchThePair(long pointer, long length) {
    pair(8, pointer, length);
    assertInstanceOf(Result.Bytes.class, bytes(8));
  }

  @Test
  void dataBeyondTheLimitAreGivenBackUnread() {
    pair(8, 16, 5);
    ResultReader stingy = new ResultReader(guest, 4);
    Result.Unreadable flaw = flawed(Flaw.TOO_LONG, stingy.read(FunctionShape.BYTES, 8));
    assertEquals(List.of(new Area(16, 5), new Area(8, 8)), flaw.areas());
    pair(8, 16, 4);
    assertInstanceOf(Result.Bytes.class, stingy.read(FunctionShape.BYTES, 8));
  }
}
