package io.modulecontract.engine;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * The one {@link com.dylibso.chicory.runtime.Memory} of this process: it holds the limit, refuses
 * growth when asked to, and knows which blocks were written, so that a snapshot can be restored in
 * microseconds. There is only one class of it, for two would turn every compiled load and store
 * into a slow call.
 *
 * <p>Addresses are the guest's 32 bits; one from 2^31 on is negative here and out of bounds, for no
 * memory is that large.
 */
final class GuestMemory implements WordMemory {

  private final MemoryLimits declared;
  private final JvmHeap heap;
  private final GrowRequests requests;
  private final Blocks blocks;
  private final boolean storesMark;

  /** This, {@link #free} and {@link #shadow} are what {@link GuestCode} looks at in each access. */
  byte[] bytes;

  private byte[] marks;
  private int size;
  private int highWater;
  private MemoryImage base;
  private final AreaGuard guard = new AreaGuard();

  private boolean watching;

  /** Below this address an access of up to eight bytes is inside. */
  private int inside;

  /**
   * An access of up to eight bytes below this address is inside, and the guard need not know of it:
   * one comparison is all that most loads and stores cost, watched or not.
   */
  long free;

  /** The guard's words. What they let pass is inside, watched or not. */
  long[] shadow;

  private DataSegment[] segments = new DataSegment[0];

  GuestMemory(MemoryLimits declared, int capPages) {
    this(declared, capPages, () -> 0, new JvmHeap(), new PageShare(PageBudget.UNLIMITED), true);
  }

  /**
   * The cap holds for this memory and the others of its instance together.
   *
   * @param storesMark whether each store of the guest marks its block; else a restore brings all
   *     blocks back
   */
  GuestMemory(
      MemoryLimits declared,
      int capPages,
      IntSupplier pagesOfOthers,
      JvmHeap heap,
      PageShare share,
      boolean storesMark) {
    this.declared = declared;
    this.storesMark = storesMark;
    this.heap = heap;
    requests = new GrowRequests(declared, capPages, pagesOfOthers, share);
    size = declared.initialPages() * PAGE_SIZE;
    bytes = new byte[size];
    highWater = size;
    blocks = new Blocks(size);
    marks = blocks.marks();
    base = new MemoryImage(new byte[0]);
    blocks.mark(0, size);
    shadow = guard.words();
    settle();
  }

  /** The size in bytes. */
  int size() {
    return size;
  }

  /** What the guest asked for. */
  GrowRequests requests() {
    return requests;
  }

  /** Counts and records begin here, as they do at a snapshot. */
  void begin() {
    highWater = size;
    requests.forget();
  }

  MemoryImage snapshot() {
    base = new MemoryImage(Arrays.copyOf(bytes, size));
    blocks.clear();
    begin();
    return base;
  }

  void restore(MemoryImage image) {
    if (image != base || !storesMark) {
      blocks.mark(0, highWater);
    }
    if (image != base) {
      if (bytes.length < image.size() && !reserve(image.size())) {
        throw new HeapExhausted();
      }
      blocks.mark(0, image.size());
      highWater = Math.max(highWater, image.size());
      base = image;
    }
    blocks.restore(bytes, image, highWater);
    size = image.size();
    guard.clear();
    watching = false;
    settle();
    begin();
  }

  /** Writes an eight-byte pattern over and over; the last repetition may be cut. */
  void fill(int address, int length, long pattern) {
    check(address, length);
    markAll(address, length);
    LongPattern.fill(bytes, address, length, pattern);
  }

  /** The offset of the first byte that is not the pattern's, or -1. */
  int mismatch(int address, int length, long pattern) {
    check(address, length);
    return LongPattern.mismatch(bytes, address, length, pattern);
  }

  /** Whose bytes are whose, for calls that are watched. */
  AreaGuard guard() {
    return guard;
  }

  /** From now on the guard sees every load and store that may touch one of its areas. */
  void watch() {
    guard.forget();
    watching = true;
    free = freeWhenWatched();
    lookUpInGuard();
  }

  /** The same, until an access traps. */
  void watchAndTrapAt(int access) {
    guard.trapAtAccess(access);
    watch();
  }

  /** Ends that. */
  void unwatch() {
    watching = false;
    free = inside;
  }

  /** Prepares what every access looks at, whenever the size has changed. */
  private void settle() {
    guard.endsAt(size);
    inside = Math.max(0, size - (Long.BYTES - 1));
    free = watching ? freeWhenWatched() : inside;
    lookUpInGuard();
  }

  private int freeWhenWatched() {
    return Math.min(inside, guard.from());
  }

  /** Hardly ever has the guard other words: to write the same ones costs more than to look. */
  private void lookUpInGuard() {
    long[] words = guard.words();
    if (words != shadow) {
      shadow = words;
    }
  }

  /** Whether these very bytes lie at an address. */
  boolean holds(int address, byte[] content) {
    check(address, content.length);
    return Arrays.equals(bytes, address, address + content.length, content, 0, content.length);
  }

  /** Whether it has the bytes of an image. */
  boolean sameAs(MemoryImage image) {
    return size == image.size() && Arrays.equals(bytes, 0, size, image.content(), 0, size);
  }

  /** Whether two memories have the same bytes. */
  boolean sameAs(GuestMemory other) {
    return Arrays.equals(bytes, 0, size, other.bytes, 0, other.size);
  }

  @Override
  public int pages() {
    return size / PAGE_SIZE;
  }

  @Override
  public int grow(int more) {
    int before = pages();
    if (!requests.granted(before, more)) {
      return -1;
    }
    int wanted = (before + more) * PAGE_SIZE;
    if (wanted > bytes.length) {
      // Doubled: a guest that fills its memory otherwise has it copied a dozen times.
      long roomy = Math.max(wanted, 2L * bytes.length);
      long most = (long) requests.mostPages() * PAGE_SIZE;
      if (!reserve((int) Math.min(roomy, most)) && !reserve(wanted)) {
        requests.giveBack(more);
        heap.refused();
        return -1;
      }
    }
    size = wanted;
    settle();
    highWater = Math.max(highWater, size);
    return before;
  }

  /** False when this JVM has no room for it; then nothing has changed. */
  private boolean reserve(int capacity) {
    byte[] larger = heap.larger(bytes, capacity);
    if (larger == null) {
      return false;
    }
    blocks.ensure(capacity);
    marks = blocks.marks();
    bytes = larger;
    return true;
  }

  @Override
  public int initialPages() {
    return declared.initialPages();
  }

  @Override
  public int maximumPages() {
    return requests.mostPages();
  }

  @Override
  public boolean shared() {
    return declared.shared();
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments) {
    initialize(instance, dataSegments, 0);
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
    segments = dataSegments == null ? new DataSegment[0] : dataSegments;
    for (DataSegment segment : segments) {
      if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        int at =
            (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
        if (at < 0 || at > size - active.data().length) {
          throw new UninstantiableException("a data segment does not fit into the memory");
        }
        write(at, active.data(), 0, active.data().length);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segmentId, int dest, int offset, int length) {
    write(dest, segments[segmentId].data(), offset, length);
  }

  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  @Override
  public void write(int address, byte[] data, int offset, int length) {
    checkStores(address, length);
    if (offset < 0 || length > data.length - offset) {
      throw outOfBounds(Integer.toUnsignedLong(offset), length);
    }
    System.arraycopy(data, offset, bytes, address, length);
    markAll(address, length);
  }

  /** The bytes of an area themselves, for the host to write: they count as written. */
  ByteBuffer writable(int address, int length) {
    check(address, length);
    markAll(address, length);
    return ByteBuffer.wrap(bytes, address, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes of an area themselves, for the host to read. */
  ByteBuffer readable(int address, int length) {
    check(address, length);
    return ByteBuffer.wrap(bytes, address, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public byte[] readBytes(int address, int length) {
    checkLoads(address, length);
    return Arrays.copyOfRange(bytes, address, address + length);
  }

  @Override
  public void zero() {
    ByteRun.fill(bytes, 0, size, (byte) 0);
    markAll(0, size);
  }

  @Override
  public void fill(byte value, int from, int to) {
    checkStores(from, to - from);
    ByteRun.fill(bytes, from, to, value);
    markAll(from, to - from);
  }

  @Override
  public void copy(int dest, int src, int length) {
    checkLoads(src, length);
    checkStores(dest, length);
    System.arraycopy(bytes, src, bytes, dest, length);
    markAll(dest, length);
  }

  @Override
  public byte read(int address) {
    return GuestCode.readByte(address, 0, this);
  }

  @Override
  public short readShort(int address) {
    return GuestCode.readShort(address, 0, this);
  }

  @Override
  public int readInt(int address) {
    return GuestCode.readInt(address, 0, this);
  }

  @Override
  public long readLong(int address) {
    return GuestCode.readLong(address, 0, this);
  }

  @Override
  public void writeByte(int address, byte data) {
    GuestCode.writeByte(address, data, 0, this);
  }

  @Override
  public void writeShort(int address, short data) {
    GuestCode.writeShort(address, data, 0, this);
  }

  @Override
  public void writeI32(int address, int data) {
    GuestCode.writeInt(address, data, 0, this);
  }

  @Override
  public void writeLong(int address, long data) {
    GuestCode.writeLong(address, data, 0, this);
  }

  /** Of a store of up to eight bytes: the mark of its first byte is enough (see {@link Blocks}). */
  void mark(int address) {
    marks[address >>> Blocks.SHIFT] = 1;
  }

  /** Of a longer write. */
  private void markAll(int from, int length) {
    if (storesMark) {
      blocks.mark(from, length);
    }
  }

  /** Of a load at an address of 33 bits that may be outside, or on a guarded byte. */
  void checkLoad(long address, int length) {
    checkLoads(narrow(address, length), length);
  }

  /** Of a store, the same. */
  void checkStore(long address, int length) {
    checkStores(narrow(address, length), length);
  }

  private int narrow(long address, int length) {
    if (address > Integer.MAX_VALUE) {
      throw outOfBounds(address, length);
    }
    return (int) address;
  }

  private void checkLoads(int address, int length) {
    check(address, length);
    if (watching && guard.concerns(address, length)) {
      guard.load(address, length);
    }
  }

  private void checkStores(int address, int length) {
    check(address, length);
    if (watching && guard.concerns(address, length)) {
      guard.store(address, length);
    }
  }

  /** Nothing, when all bytes of a range are inside. */
  void check(int address, int length) {
    // One branch: negative when the address, the length, or what is left behind either is. The
    // third is there because the fourth may wrap around when the length alone is too large.
    if ((address | length | (size - length) | (size - length - address)) < 0) {
      throw outOfBounds(Integer.toUnsignedLong(address), length);
    }
  }

  private WasmRuntimeException outOfBounds(long address, int length) {
    return new WasmRuntimeException(
        "out of bounds memory access: address "
            + address
            + ", length "
            + Integer.toUnsignedString(length)
            + ", memory size "
            + size);
  }
}
