package io.modulecontract.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import io.modulecontract.abi.U32;
import io.modulecontract.wasi.Attempt;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a module, as its host sees it: the contract's two functions and the memory. It is
 * the only mutable thing on the way from a module to its report. It belongs to the thread that made
 * it and never leaves the run.
 *
 * <p>Pointers and sizes are unsigned 32-bit values. What a method reads or writes at an address
 * outside the memory raises {@link IndexOutOfBoundsException}: callers check first.
 */
public final class Guest {

  private final Machine machine;
  private final GuestMemory memory;
  private final List<GuestMemory> memories;
  private final InstanceState state;
  private final PageShare share;
  private final WasiHost wasi;
  private final Outbox outbox;
  private final Watch watch;
  private final LoadedModule module;
  private final JvmHeap heap;
  private final int allocate;
  private final int deallocate;
  private final long[] argument = new long[1];

  /** Most calls are of the function that was called last: it is not looked up again. */
  private String lastCalled = "";

  private @Nullable EntryPoint lastEntryPoint;
  private boolean spoiled;

  /** The exported memory is one of the memories, or one without bytes when there are none. */
  Guest(
      Instance instance,
      GuestMemory exported,
      List<GuestMemory> memories,
      PageShare share,
      WasiHost wasi,
      Outbox outbox,
      Watch watch,
      LoadedModule module) {
    this.memory = exported;
    this.memories = List.copyOf(memories);
    this.share = share;
    this.wasi = wasi;
    this.outbox = outbox;
    this.watch = watch;
    this.module = module;
    heap = module.heap();
    machine = instance.getMachine();
    state = new InstanceState(instance, module.outline());
    allocate = module.functionIndex(module.profile().allocate());
    deallocate = module.functionIndex(module.profile().deallocate());
  }

  /**
   * Asks the guest for an area (ALLOC). The area is the host's until it gives it back.
   *
   * @param size in bytes
   */
  public CallOutcome allocate(long size) {
    return call(allocate, size);
  }

  /**
   * Gives an area back (DEALLOC).
   *
   * @param pointer any value; only a live area's is a proper one
   */
  public CallOutcome deallocate(long pointer) {
    return call(deallocate, pointer);
  }

  /**
   * Calls an exported function of 32-bit parameters.
   *
   * @param function its export name
   * @param arguments as many as the function has parameters, each an unsigned 32-bit value
   * @throws IllegalArgumentException when no function of that type is exported
   */
  public CallOutcome call(String function, long... arguments) {
    EntryPoint entryPoint = entryPoint(function, arguments.length);
    long[] signed = new long[arguments.length];
    for (int i = 0; i < signed.length; i++) {
      signed[i] = U32.signed(arguments[i]);
    }
    return call(entryPoint.index(), signed);
  }

  private EntryPoint entryPoint(String function, int parameters) {
    if (!function.equals(lastCalled)) {
      lastEntryPoint = module.entryPoint(function);
      lastCalled = function;
    }
    EntryPoint found = lastEntryPoint;
    if (found == null || found.parameters() != parameters) {
      throw new IllegalArgumentException(
          "no exported function `" + function + "` of " + parameters + " parameters");
    }
    return found;
  }

  /** The same, with every load and store of the guest shown to the {@link #guard}. */
  public CallOutcome callWatched(String function, long... arguments) {
    memory.watch();
    try {
      return call(function, arguments);
    } finally {
      memory.unwatch();
    }
  }

  /**
   * Makes the guest trap at the k-th access to its memory from now on, counted from 1: for what a
   * trap does to others (ISO-03).
   */
  public void trapAtAccess(int k) {
    memory.watchAndTrapAt(k);
  }

  /** Which areas a watched call must not touch. A restore forgets them. */
  public AreaGuard guard() {
    return memory.guard();
  }

  /** What the guest handed over in the middle of its calls, through an import that keeps it. */
  public Outbox outbox() {
    return outbox;
  }

  /** Copies bytes out of the memory. */
  public byte[] read(long pointer, long length) {
    return memory.readBytes(U32.signed(pointer), U32.signed(length));
  }

  /** Copies bytes into the memory. */
  public void write(long pointer, byte[] content) {
    memory.write(U32.signed(pointer), content, 0, content.length);
  }

  /**
   * The bytes of an area themselves, for the host to write without a copy in between. The buffer is
   * of use until the guest is called again: its memory may have another place after that.
   */
  public ByteBuffer writable(long pointer, long length) {
    return memory.writable(U32.signed(pointer), U32.signed(length));
  }

  /** The same to read. What is written into it all the same, no restore takes back. */
  public ByteBuffer readable(long pointer, long length) {
    return memory.readable(U32.signed(pointer), U32.signed(length));
  }

  /** Whether this JVM had no room for a guest of this module at some time, so that it got none. */
  public boolean jvmRefused() {
    return heap.refusals() > 0;
  }

  /** Whether these very bytes lie at an address. */
  public boolean holds(long pointer, byte[] content) {
    return memory.holds(U32.signed(pointer), content);
  }

  /** The memory's size in bytes. */
  public long memorySize() {
    return U32.of(memory.size());
  }

  /** The most bytes that the memory may have: the module's own maximum, or the policy's limit. */
  public long memoryLimit() {
    return memory.maximumPages() * U32.PAGE;
  }

  /** How often the guest asked for more memory since its last snapshot or restore. */
  public int growRequests() {
    return memory.requests().count();
  }

  /** How many pages it asked for in these requests, also those that it was refused. */
  public long pagesAskedFor() {
    return memory.requests().pages();
  }

  /** Whether the guest ever asked for more memory than its policy allows. */
  public boolean overLimit() {
    return memories.stream().anyMatch(each -> each.requests().overLimit());
  }

  /** Whether the guest ever asked for more memory than the budget of its module had left. */
  public boolean overBudget() {
    return share.refused();
  }

  /** Makes the k-th request for more memory from now on fail, counted from 1; 0 for none. */
  public void refuseGrowRequest(int k) {
    memory.requests().refuse(k);
  }

  /** Writes an eight-byte pattern over and over into an area. */
  public void fill(long pointer, long length, long pattern) {
    memory.fill(U32.signed(pointer), U32.signed(length), pattern);
  }

  /** The offset of the first byte of an area that is not the pattern's, or -1. */
  public long mismatch(long pointer, long length, long pattern) {
    return memory.mismatch(U32.signed(pointer), U32.signed(length), pattern);
  }

  /** One byte, 0 to 255. */
  public int read(long address) {
    return Byte.toUnsignedInt(memory.read(U32.signed(address)));
  }

  /** The unsigned 32-bit value at an address. */
  public long readU32(long address) {
    return U32.of(memory.readInt(U32.signed(address)));
  }

  /** Where the stack starts, as far as an exported or first global tells; 0 when unknown. */
  public long stackPointer() {
    return state.stackPointer();
  }

  /** The functions of its host that the guest called so far, each with how often. */
  public Map<String, Integer> hostCalls() {
    return wasi.calls();
  }

  /**
   * What the guest asked its host for since it was started, or since its last snapshot or restore:
   * each different thing once, the first hundred of them.
   */
  public List<Attempt> attempts() {
    return wasi.attempts();
  }

  /** How many bytes the guest wrote to its standard outputs so far, wherever they went. */
  public long printed() {
    return wasi.printed();
  }

  /** Whether a call is under way. Any thread may ask. */
  public boolean isInCall() {
    return watch.isInCall();
  }

  /** Whether a call did not return, so that the instance must not be used again. */
  public boolean spoiled() {
    return spoiled;
  }

  /**
   * The state to come back to.
   *
   * @throws HeapExhausted when this JVM has no room for it
   */
  public GuestState snapshot() {
    wasi.forget();
    try {
      return state.snapshot(memories.stream().map(GuestMemory::snapshot).toList(), wasi);
    } catch (OutOfMemoryError e) {
      throw exhausted();
    }
  }

  /**
   * Brings a state back.
   *
   * @return false when this instance cannot take it, because a call did not return or something
   *     outside the state changed; then it is of no more use
   * @throws HeapExhausted when this JVM has no room for the state
   */
  public boolean restore(GuestState then) {
    if (spoiled || wasi.changed() || then.hostChanged() || !state.restore(then)) {
      spoiled = true;
      wasi.close();
      return false;
    }
    try {
      for (int i = 0; i < memories.size(); i++) {
        memories.get(i).restore(then.memories().get(i));
      }
    } catch (HeapExhausted | OutOfMemoryError e) {
      throw exhausted();
    }
    wasi.restore(then.randomPosition());
    return true;
  }

  /**
   * Lets go of what the guest has open, and gives its pages back to the budget of its module. It
   * must not be used any more; a second time nothing happens.
   */
  public void close() {
    spoiled = true;
    wasi.close();
    share.close();
  }

  /** What it asked for until now is not counted, as after a snapshot. */
  void begin() {
    wasi.forget();
    memories.forEach(GuestMemory::begin);
  }

  /**
   * Whether the guest is in this very state, byte for byte, so that it would go on as a guest does
   * that is brought back to it. False where that cannot be known.
   */
  public boolean isIn(GuestState then) {
    if (spoiled || wasi.changed() || then.hostChanged()) {
      return false;
    }
    for (int i = 0; i < memories.size(); i++) {
      if (!memories.get(i).sameAs(then.memories().get(i))) {
        return false;
      }
    }
    return state.sameAs(then) && wasi.randomPosition() == then.randomPosition();
  }

  /** Whether another guest of the same module is in the same state, byte for byte. */
  public boolean sameAs(Guest other) {
    for (int i = 0; i < memories.size(); i++) {
      if (!memories.get(i).sameAs(other.memories.get(i))) {
        return false;
      }
    }
    return state.sameAs(other.state) && wasi.randomPosition() == other.wasi.randomPosition();
  }

  private HeapExhausted exhausted() {
    spoiled = true;
    heap.refused();
    return new HeapExhausted();
  }

  private CallOutcome call(int function, long value) {
    argument[0] = U32.signed(value);
    return call(function, argument);
  }

  private CallOutcome call(int function, long[] arguments) {
    watch.begin();
    try {
      long[] results = machine.call(function, arguments);
      return new CallOutcome.Returned(first(results));
    } catch (OutOfMemoryError e) {
      return new CallOutcome.Trapped(String.valueOf(exhausted().getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      spoiled = true;
      wasi.close();
      CallOutcome outcome = Traps.outcome(e, watch.deadline());
      if (outcome instanceof CallOutcome.DeadlineExceeded) {
        module.callWasLate();
      }
      return outcome;
    } finally {
      watch.end();
    }
  }

  /**
   * Of a function without result, compiled code gives nothing at all and the interpreter a list.
   */
  private static long first(long @Nullable [] results) {
    return results == null || results.length == 0 ? 0 : U32.of(results[0]);
  }
}
