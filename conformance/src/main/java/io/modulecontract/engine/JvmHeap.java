package io.modulecontract.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory of this JVM, as far as the guests of one module ask for it. It counts where there was
 * not enough: what a guest does after that says nothing about its module.
 */
final class JvmHeap {

  private final int largestArray;
  private final AtomicLong refusals = new AtomicLong();

  JvmHeap() {
    this(Integer.MAX_VALUE);
  }

  /** One that has no room for larger arrays than this. */
  JvmHeap(int largestArray) {
    this.largestArray = largestArray;
  }

  /** The bytes in a larger array, or null when there is no room for one. */
  byte @Nullable [] larger(byte[] bytes, int capacity) {
    try {
      return capacity > largestArray ? null : Arrays.copyOf(bytes, capacity);
    } catch (OutOfMemoryError e) {
      return null;
    }
  }

  /** Counts that there was not enough. */
  void refused() {
    refusals.incrementAndGet();
  }

  long refusals() {
    return refusals.get();
  }
}
