package io.modulecontract.benchmarks;

import io.modulecontract.host.Result;

/** A guest of {@code greeting}, for loops that are the same whatever memory it has. */
interface ComparedGuest {

  /** The function that is called for an answer. */
  String GREET = "wasm_memory_rust_format_hello_world";

  /** Back to the state after the start, where the memory can do that. */
  void start();

  /** The memory's size in bytes. */
  long memorySize();

  /** Calls an exported function; where the memory is watched, this call is. */
  long call(String function, long... arguments);

  /** Asks for an area, never watched. */
  long allocate(long size);

  /** Gives an area back, never watched. */
  long deallocate(long pointer);

  /** Copies bytes into an area. */
  void write(long pointer, byte[] content);

  /** Reads what {@link #GREET} answered. */
  Result.Bytes answer(long pair);

  /** Fills an area with what is told apart by an id. */
  void fill(long pointer, long size, int id);

  /** Whether it still has these bytes. */
  boolean isIntact(long pointer, long size, int id);

  /** An area is the host's from now on. */
  void guard(long pointer, long size);

  /** And no longer. */
  void unguard(long pointer, long size);
}
