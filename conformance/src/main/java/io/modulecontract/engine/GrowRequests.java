package io.modulecontract.engine;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.function.IntSupplier;

/**
 * What a guest asks of its host in the way of memory, and what it is allowed: its module's own
 * maximum, the policy's limit, the budget of all instances, and one request that may be refused on
 * purpose (GROW-05).
 */
final class GrowRequests {

  private final int mostPages;
  private final int capPages;
  private final IntSupplier pagesOfOthers;
  private final PageShare share;
  private int count;
  private long pages;
  private int refused;
  private boolean overLimit;

  /**
   * @param capPages the policy's limit, for this memory and the others of its instance together
   * @param pagesOfOthers how many pages those have now
   */
  GrowRequests(MemoryLimits declared, int capPages, IntSupplier pagesOfOthers, PageShare share) {
    this.mostPages = Math.min(declared.maximumPages(), capPages);
    this.capPages = capPages;
    this.pagesOfOthers = pagesOfOthers;
    this.share = share;
  }

  /** The most pages that the memory may ever have. */
  int mostPages() {
    return mostPages;
  }

  /** How many there were since {@link #forget}. */
  int count() {
    return count;
  }

  /** How many pages they were for, also those that were refused. */
  long pages() {
    return pages;
  }

  /** Whether any was for more than the policy allows. */
  boolean overLimit() {
    return overLimit;
  }

  /** Refuses the k-th request from now on, counted from 1; 0 refuses none. */
  void refuse(int k) {
    count = 0;
    refused = k;
  }

  /** Begins anew; that a limit was passed stays known. */
  void forget() {
    count = 0;
    pages = 0;
    refused = 0;
  }

  /**
   * Books a request, and takes the pages from the budget when it is granted.
   *
   * @param before how many pages there are
   * @param more an unsigned 32-bit value, in its signed form
   */
  boolean granted(int before, int more) {
    count++;
    pages += Integer.toUnsignedLong(more);
    if (more < 0 || more > capPages - before - pagesOfOthers.getAsInt()) {
      overLimit = true;
      return false;
    }
    return more <= mostPages - before && count != refused && share.take(more);
  }

  /** The JVM had no room for what was granted. */
  void giveBack(int more) {
    share.giveBack(more);
  }
}
