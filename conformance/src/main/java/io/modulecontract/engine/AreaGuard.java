package io.modulecontract.engine;

import com.dylibso.chicory.runtime.WasmRuntimeException;
import io.modulecontract.abi.U32;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shadow of a linear memory: which of its bytes are the host's. While a call is watched, the
 * first load and the first store of the guest on such a byte are kept (CALL-09, CALL-10).
 *
 * <p>One byte of shadow stands for four of memory and counts the guarded areas that have a byte
 * there, so an access costs two or three lookups; only where one hits are the areas themselves
 * asked. With eight, the words that allocators keep between areas would hit, too. Where each access
 * matters, all cells are marked.
 */
public final class AreaGuard {

  /** A cell stands for {@code 1 << SHIFT} bytes. */
  static final int SHIFT = 2;

  static final int CELL = 1 << SHIFT;

  private static final long ONE_IN_EACH = 0x0101_0101_0101_0101L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] cells = new byte[0];

  /** In their place where each access matters; as long as they are, or shorter. */
  private byte[] all = new byte[0];

  private long[] pointers = new long[16];
  private long[] sizes = new long[16];
  private int count;
  private @Nullable Touch load;
  private @Nullable Touch store;
  private @Nullable BitSet stored;
  private int accessesLeft;

  /** Whether each access matters, and not only one that hits a guarded area. */
  private boolean careful;

  /** No guarded area begins before this address; it may be smaller than needed. */
  private long lowest = Long.MAX_VALUE;

  AreaGuard() {}

  /**
   * An access of the guest to a byte of the host.
   *
   * @param store whether it was a store, else a load
   * @param address its first byte
   * @param length how many bytes
   * @param area the pointer of the area that it touched
   */
  public record Touch(boolean store, long address, long length, long area) {}

  /** Guards an area from now on. */
  public void guard(long pointer, long size) {
    if (size == 0) {
      return;
    }
    if (count == pointers.length) {
      pointers = Arrays.copyOf(pointers, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
    }
    pointers[count] = pointer;
    sizes[count++] = size;
    lowest = Math.min(lowest, pointer);
    ensure(pointer + size);
    mark(pointer, size, 1);
  }

  /** Guards it no longer, for it was released or is granted to the next call. */
  public void unguard(long pointer) {
    for (int i = 0; i < count; i++) {
      if (pointers[i] == pointer) {
        mark(pointer, sizes[i], -1);
        count--;
        pointers[i] = pointers[count];
        sizes[i] = sizes[count];
        if (count == 0) {
          lowest = Long.MAX_VALUE;
        }
        return;
      }
    }
  }

  /** What the last watched call touched first: at most one store and one load, in this order. */
  public List<Touch> touches() {
    List<Touch> touches = new ArrayList<>(2);
    if (store != null) {
      touches.add(store);
    }
    if (load != null) {
      touches.add(load);
    }
    return touches;
  }

  /** Remembers each byte that the guest stores in watched calls from now on. */
  public void recordStores() {
    stored = new BitSet();
    careful = true;
  }

  /** Whether the guest stored this byte in the last watched call; needs {@link #recordStores}. */
  public boolean stored(long address) {
    return stored != null && stored.get((int) address);
  }

  /** Makes the k-th access to the memory from now on trap, counted from 1. */
  void trapAtAccess(int k) {
    accessesLeft = k;
    careful = true;
  }

  private void countDown() {
    if (accessesLeft > 0 && --accessesLeft == 0) {
      throw new WasmRuntimeException("trap on purpose, by the host");
    }
  }

  /** Forgets every area and what was touched. */
  void clear() {
    while (count > 0) {
      unguard(pointers[count - 1]);
    }
    stored = null;
    lowest = Long.MAX_VALUE;
    accessesLeft = 0;
    careful = false;
    forget();
  }

  void forget() {
    load = null;
    store = null;
    if (stored != null) {
      stored.clear();
    }
  }

  /** Where the addresses begin at which an access of up to eight bytes may matter. */
  int from() {
    return careful ? 0 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, lowest - (Long.BYTES - 1)));
  }

  /** Makes room for a memory of this many bytes. */
  void ensure(long bytes) {
    int needed = (int) ((bytes + U32.PAGE) >>> SHIFT);
    if (needed > cells.length) {
      cells = Arrays.copyOf(cells, needed);
    }
  }

  /** What an access of a few bytes is looked up in; {@link #ensure} may replace it. */
  byte[] shadow() {
    if (!careful) {
      return cells;
    }
    if (all.length < cells.length) {
      all = new byte[cells.length];
      ByteRun.fill(all, 0, all.length, (byte) 1);
    }
    return all;
  }

  /** Whether {@link #load} or {@link #store} must be told of an access of any length. */
  boolean concerns(int address, int length) {
    return careful
        || (length > 0 && address + length > lowest && !isClear(address, address + length));
  }

  void load(int address, int length) {
    countDown();
    if (load == null) {
      load = touch(false, address, length);
    }
  }

  void store(int address, int length) {
    countDown();
    if (stored != null) {
      stored.set(address, address + length);
    }
    if (store == null) {
      store = touch(true, address, length);
    }
  }

  private @Nullable Touch touch(boolean isStore, long address, int length) {
    for (int i = 0; i < count; i++) {
      if (address < pointers[i] + sizes[i] && pointers[i] < address + length) {
        return new Touch(isStore, address, length, pointers[i]);
      }
    }
    return null;
  }

  /** Counts one area more or less in each of its cells, eight cells at a time. */
  private void mark(long pointer, long size, int by) {
    int cell = (int) (pointer >>> SHIFT);
    int end = cellBehind(pointer + size);
    for (; cell <= end - Long.BYTES; cell += Long.BYTES) {
      EIGHT.set(cells, cell, (long) EIGHT.get(cells, cell) + by * ONE_IN_EACH);
    }
    if (cell < end) {
      long rest = ONE_IN_EACH >>> unused(end - cell);
      EIGHT.set(cells, cell, (long) EIGHT.get(cells, cell) + by * rest);
    }
  }

  private boolean isClear(int from, int to) {
    int cell = from >>> SHIFT;
    int end = cellBehind(to);
    for (; cell <= end - Long.BYTES; cell += Long.BYTES) {
      if ((long) EIGHT.get(cells, cell) != 0) {
        return false;
      }
    }
    return cell == end || (long) EIGHT.get(cells, cell) << unused(end - cell) == 0;
  }

  private static int cellBehind(long end) {
    return (int) ((end - 1) >>> SHIFT) + 1;
  }

  /** How many bits of eight cells belong to none of the first {@code used} ones. */
  private static int unused(int used) {
    return Long.SIZE - used * Byte.SIZE;
  }
}
