package io.modulecontract.host;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.U32;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.NoArea;
import io.modulecontract.host.ExchangeFailed.Rejected;
import io.modulecontract.host.ExchangeFailed.Stopped;
import io.modulecontract.wasi.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/**
 * An instance that an application exchanges values with, in the order that the contract demands:
 * allocate, write, call, read, give everything back — also when the call fails. It belongs to the
 * thread that made it.
 *
 * <p>It is closed by whoever opened it; only an instance under a budget ({@link
 * HostedModule#withMemoryPages}) keeps something from others until then.
 *
 * <p>After {@link Stopped} the instance is spoiled and takes no more calls. After {@link Broken}
 * nobody knows what it still holds: make a new one.
 */
public final class HostedInstance implements AutoCloseable {

  private static final byte[] NUL = {0};

  private final Guest guest;
  private final ModuleOutline outline;
  private final ResultReader reader;
  private final Map<String, FunctionShape> fitting = new HashMap<>();
  private final Map<String, ChunkStream> streams = new HashMap<>();
  private final Delivery delivery;
  private boolean closed;
  private boolean reading;

  HostedInstance(Guest guest, ModuleOutline outline) {
    this(guest, outline, new Delivery());
  }

  HostedInstance(Guest guest, ModuleOutline outline, Delivery delivery) {
    this.delivery = delivery;
    this.guest = guest;
    this.outline = outline;
    // No result can be larger than the memory that it lies in.
    this.reader = new ResultReader(guest, guest.memoryLimit());
  }

  /**
   * Calls a function of shape {@code cstring}.
   *
   * @param text without a NUL character, which would end it early
   * @return the text that the guest answered
   * @throws ExchangeFailed when there is no such answer; everything that can be given back is
   */
  public String callText(String function, String text) throws ExchangeFailed {
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException("a C string cannot hold a NUL character");
    }
    require(function, FunctionShape.CSTRING);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] parameter = Arrays.copyOf(bytes, bytes.length + NUL.length);
    return exchange(function, FunctionShape.CSTRING, parameter, Result.Text.class).text();
  }

  /**
   * Calls a function of shape {@code bytes}.
   *
   * @return a copy of the bytes that the guest answered
   * @throws ExchangeFailed as {@link #callText}
   */
  public byte[] callBytes(String function, byte[] bytes) throws ExchangeFailed {
    require(function, FunctionShape.BYTES);
    return exchange(function, FunctionShape.BYTES, bytes, Result.Bytes.class).content();
  }

  /** A function of shape {@code in-place}, to be called as often as wanted. */
  public InPlace inPlace(String function) {
    require(function, FunctionShape.IN_PLACE);
    return new InPlace(this, function);
  }

  /**
   * Begins a value that goes through a function of shape {@code stream} chunk after chunk. One at a
   * time for each function: it remembers where it is.
   */
  public ChunkStream stream(String function) {
    require(function, FunctionShape.STREAM);
    ChunkStream before = streams.get(function);
    if (before != null && !before.isOver()) {
      throw new IllegalStateException("another stream through " + function + " is not over yet");
    }
    ChunkStream stream = new ChunkStream(this, reader, function);
    streams.put(function, stream);
    return stream;
  }

  /**
   * Calls a function of shape {@code callback}, which delivers its result piece by piece. The
   * module must have been given its imports ({@link HostedModule#withImports}).
   *
   * @param pieces takes them, in the middle of the call
   * @return whether all was delivered: false when {@code pieces} wanted no more
   * @throws Rejected when the guest does not take the bytes
   * @throws ExchangeFailed when the call did not return, or gave an answer that is none
   */
  public boolean callDelivering(String function, byte[] bytes, Pieces pieces)
      throws ExchangeFailed {
    require(function, FunctionShape.CALLBACK);
    return delivery.call(this, function, bytes, pieces);
  }

  /** Writes to an area of the caller's own; the bytes are no more than it has. */
  public void write(Area area, byte[] bytes) {
    if (bytes.length > area.size()) {
      throw new IllegalArgumentException(
          bytes.length + " bytes into an area of " + area.size() + " bytes");
    }
    usable().write(area.pointer(), bytes);
  }

  /** A copy of the first bytes of an area of the caller's own. */
  public byte[] read(Area area, long length) {
    if (length > area.size()) {
      throw new IllegalArgumentException(length + " bytes of an area of " + area.size() + " bytes");
    }
    return usable().read(area.pointer(), length);
  }

  /**
   * Calls a function of shape {@code arrow} and reads the result where it lies, in the guest's
   * memory. Until the reading is done this instance takes no other call.
   *
   * @param reading what to do with the result, which it may not keep
   * @return what the reading gave
   * @throws ExchangeFailed as {@link #callText}; also when the result is no stream that can be
   *     believed, and then nothing of it was read
   * @throws X what the reading throws; everything is given back
   */
  public <R, X extends Exception> R callArrow(
      String function, ArrowInput meta, ArrowInput data, ArrowReading<R, X> reading)
      throws ExchangeFailed, X {
    require(function, FunctionShape.ARROW);
    return new ArrowExchange(this, usable(), function).call(meta, data, reading);
  }

  /**
   * The same, with a copy of the result that the caller owns and closes.
   *
   * @param allocator what the copy is made with
   */
  public ArrowTable callArrow(
      String function, ArrowInput meta, ArrowInput data, BufferAllocator allocator)
      throws ExchangeFailed {
    require(function, FunctionShape.ARROW);
    return new ArrowExchange(this, usable(), function).copy(meta, data, allocator);
  }

  /**
   * Calls a function of 32-bit parameters and no memory.
   *
   * @param arguments unsigned 32-bit values
   * @return its result as an unsigned 32-bit value, 0 when it has none
   * @throws Stopped when it did not return
   */
  public long call(String function, long... arguments) throws ExchangeFailed {
    return returned(function, usable().call(function, arguments));
  }

  /**
   * What the guest tried and its policy does not allow, from its start on: functions of the host
   * with what it named, and growth of its memory beyond a limit. Nothing of it happened. Each
   * different thing is there once, and only the first hundred.
   */
  public List<Attempt> attempts() {
    List<Attempt> refused = new ArrayList<>();
    guest.attempts().stream().filter(attempt -> !attempt.granted()).forEach(refused::add);
    if (guest.overLimit()) {
      refused.add(new Attempt("memory.grow", "beyond the limit of its instance", false));
    }
    if (guest.overBudget()) {
      refused.add(new Attempt("memory.grow", "beyond the budget of its module", false));
    }
    return List.copyOf(refused);
  }

  /**
   * Whether the guest asked for memory that its policy grants and this JVM does not have. What it
   * answered after that says nothing about its module; a JVM with more memory ({@code java -Xmx})
   * does.
   */
  public boolean lackedHostMemory() {
    return guest.jvmRefused();
  }

  /** Ends it: its memory counts for no budget any more. A second time nothing happens. */
  @Override
  public void close() {
    closed = true;
    guest.close();
  }

  /** Whether it can be called still. */
  public boolean isUsable() {
    return !guest.spoiled();
  }

  /** The memory's size in bytes. */
  public long memorySize() {
    return guest.memorySize();
  }

  /**
   * Asks for an area, which is the caller's until {@link #release}.
   *
   * @throws NoArea when the guest has none
   */
  public Area allocate(long size) throws ExchangeFailed {
    if (size > U32.MAX) {
      throw NoArea.beyondAddresses(size);
    }
    long pointer = returned("allocate", usable().allocate(size));
    if (pointer == 0 && size > 0) {
      throw guest.jvmRefused() ? NoArea.ofThisJvm(size) : new NoArea(size, guest.memoryLimit());
    }
    Area area = new Area(pointer, size);
    if (area.end() > guest.memorySize()) {
      String expected = "an area inside the memory of " + guest.memorySize() + " bytes";
      throw new Broken("allocate", expected, size + " bytes at " + pointer);
    }
    return area;
  }

  /** Gives an area back. One at 0 is none, and nothing happens. */
  public void release(Area area) throws ExchangeFailed {
    if (area.pointer() != 0) {
      long answer = returned("deallocate", usable().deallocate(area.pointer()));
      if (answer != 0) {
        throw new Broken("deallocate", "0 for the area at " + area.pointer(), answer + "");
      }
    }
  }

  private <R extends Result> R exchange(
      String function, FunctionShape shape, byte[] parameter, Class<R> type) throws ExchangeFailed {
    try (Giving giving = new Giving(this)) {
      Area area = giving.allocate(parameter.length);
      guest.write(area.pointer(), parameter);
      long[] arguments =
          shape == FunctionShape.CSTRING
              ? new long[] {area.pointer()}
              : new long[] {area.pointer(), area.size()};
      long pointer = returned(function, guest.call(function, arguments));
      Result result = reader.read(shape, pointer);
      if (result instanceof Result.Rejected) {
        throw new Rejected(function);
      }
      giving.take(function, result.areas());
      if (result instanceof Result.Unreadable flaw) {
        throw new Broken(function, flaw.expected(), flaw.found());
      }
      return type.cast(result);
    }
  }

  /** Whether a result is being read in place, so that nothing may move. */
  void reading(boolean begins) {
    reading = begins;
  }

  private Guest usable() {
    if (reading) {
      throw new IllegalStateException("a result of this instance is being read in place");
    }
    if (closed) {
      throw new IllegalStateException("this instance was closed: make a new one");
    }
    if (delivery.taking()) {
      throw new IllegalStateException("the guest is in the middle of a call: take the piece first");
    }
    if (guest.spoiled()) {
      throw new IllegalStateException("a call of this instance did not return: make a new one");
    }
    return guest;
  }

  static long returned(String function, CallOutcome outcome) throws Stopped {
    if (outcome instanceof CallOutcome.Returned returned) {
      return returned.value();
    }
    throw new Stopped(function, outcome);
  }

  /** A function is looked up in the module once, not at every call. */
  private void require(String function, FunctionShape shape) {
    if (fitting.get(function) != shape) {
      look(function, shape);
      fitting.put(function, shape);
    }
  }

  private void look(String function, FunctionShape shape) {
    FunctionType type = outline.export(function).map(ModuleOutline.Export::type).orElse(null);
    if (!shape.type().equals(type)) {
      throw new IllegalArgumentException(
          "expected a function `"
              + function
              + "` of type "
              + shape.type()
              + ", found "
              + (type == null ? "none of that name" : type));
    }
  }
}
