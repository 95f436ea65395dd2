package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.Guest;
import io.modulecontract.host.Area;
import io.modulecontract.host.Result;
import io.modulecontract.host.ResultReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The reader of results, on a memory that holds anything, at an address that is any number. */
class ResultBytesTest {

  private static final int HEADER = 12;

  /** So much of the memory is filled, up to its end: that is where mistakes are made. */
  private static final int MOST = 20_000;

  private final Guest guest = OwnModules.guest("greeting.wasm");

  /**
   * What the bytes mean: two bits that choose the shape and where the address is counted from, the
   * address, the most bytes that are wanted; the rest is the end of the memory.
   */
  @FuzzTest(maxDuration = "5m")
  void readsAnyMemory(byte[] bytes) {
    if (bytes.length < HEADER) {
      return;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int choice = header.getInt();
    long end = guest.memorySize();
    byte[] memory = Arrays.copyOfRange(bytes, HEADER, Math.min(bytes.length, HEADER + MOST));
    long from = end - memory.length;
    guest.write(from, memory);
    long address = Integer.toUnsignedLong(header.getInt());
    long pointer = (choice & 1) == 0 ? address : from + address % (memory.length + 16L);
    FunctionShape shape = (choice & 2) == 0 ? FunctionShape.CSTRING : FunctionShape.BYTES;
    long most = header.getInt() & 0xF_FFFFL;
    check(new ResultReader(guest, most).read(shape, pointer), pointer, most);
  }

  private void check(Result result, long pointer, long most) {
    for (Area area : result.areas()) {
      assertTrue(area.pointer() > 0 || area.size() == 0, result::toString);
      assertTrue(area.end() <= guest.memorySize(), result::toString);
    }
    if (result instanceof Result.Text text) {
      byte[] utf8 = text.text().getBytes(StandardCharsets.UTF_8);
      assertTrue(utf8.length <= most);
      assertArrayEquals(Arrays.copyOf(utf8, utf8.length + 1), guest.read(pointer, utf8.length + 1));
    } else if (result instanceof Result.Bytes pair) {
      assertTrue(pair.content().length <= most);
      // Without data there is no area of theirs.
      assertEquals(pair.data().pointer() == 0 ? 1 : 2, pair.areas().size());
      assertFalse(pair.pair().overlaps(pair.data()));
    } else if (result instanceof Result.Unreadable flaw) {
      Messages.assertClear(flaw.expected() + ", but " + flaw.found());
    }
  }
}
