package io.modulecontract.engine;

import com.dylibso.chicory.runtime.WasmRuntimeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shadow of a linear memory: which of its bytes are the host's. While a call is watched, the
 * first load and the first store of the guest on such a byte are kept (CALL-09, CALL-10).
 *
 * <p>Each byte has its bit, so most accesses cost one look. Which area it is that was touched,
 * whoever guards them knows. Guarded areas do not overlap: areas that do are a fault of their own
 * (ALLOC-02), and end a sequence.
 */
public final class AreaGuard {

  private static final long[] NO_WORDS = {};

  private final Shadow shadow = new Shadow();

  /** How many areas are guarded. */
  private int count;

  private @Nullable Touch load;
  private @Nullable Touch store;
  private @Nullable BitSet stored;
  private int accessesLeft;

  /** Whether each access matters, and not only one that hits a guarded area. */
  private boolean careful;

  /** No guarded area begins before this address; it may be smaller than needed. */
  private long lowest = Long.MAX_VALUE;

  /** None ends behind this one. */
  private long highest;

  AreaGuard() {}

  /**
   * An access of the guest to a byte of the host.
   *
   * @param store whether it was a store, else a load
   * @param address its first byte
   * @param length how many bytes
   */
  public record Touch(boolean store, long address, long length) {}

  /** Guards an area from now on; of one without bytes there is nothing to guard. */
  public void guard(long pointer, long size) {
    if (size == 0) {
      return;
    }
    count++;
    long end = pointer + size;
    if (pointer < lowest) {
      lowest = pointer;
    }
    if (end > highest) {
      highest = end;
    }
    shadow.set(pointer, end);
  }

  /**
   * Guards one no longer that was guarded as a whole, for it was released or is granted to the next
   * call.
   */
  public void unguard(long pointer, long size) {
    if (size == 0) {
      return;
    }
    shadow.clear(pointer, pointer + size);
    if (--count == 0) {
      lowest = Long.MAX_VALUE;
      highest = 0;
    }
  }

  /** What the last watched call touched first: at most one store and one load, in this order. */
  public List<Touch> touches() {
    if (store == null && load == null) {
      return List.of();
    }
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
    if (count > 0) {
      shadow.clear(lowest, highest);
    }
    count = 0;
    stored = null;
    lowest = Long.MAX_VALUE;
    highest = 0;
    accessesLeft = 0;
    careful = false;
    forget();
  }

  /** What was touched. To write null costs more than to look, and it is rarely there. */
  void forget() {
    if (load != null || store != null) {
      load = null;
      store = null;
    }
    if (stored != null) {
      stored.clear();
    }
  }

  /** Where the addresses begin at which an access of up to eight bytes may matter. */
  int from() {
    return careful ? 0 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, lowest - (Long.BYTES - 1)));
  }

  /** Tells where the memory ends now, so that an access behind it is no clear one. */
  void endsAt(long bytes) {
    shadow.endAt(bytes);
  }

  /**
   * What an access of a few bytes is looked up in; {@link #guard} and {@link #endsAt} may replace
   * it. Where each access matters there is nothing that would let one pass.
   */
  long[] words() {
    return careful ? NO_WORDS : shadow.words();
  }

  /** Whether {@link #load} or {@link #store} must be told of an access of any length. */
  boolean concerns(int address, int length) {
    return careful
        || (length > 0
            && address < highest
            && address + length > lowest
            && !shadow.isClear(address, address + length));
  }

  void load(int address, int length) {
    countDown();
    if (load == null && !shadow.isClear(address, address + length)) {
      load = new Touch(false, address, length);
    }
  }

  void store(int address, int length) {
    countDown();
    if (stored != null) {
      stored.set(address, address + length);
    }
    if (store == null && !shadow.isClear(address, address + length)) {
      store = new Touch(true, address, length);
    }
  }
}
