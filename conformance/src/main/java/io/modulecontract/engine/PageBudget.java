package io.modulecontract.engine;

/**
 * How many pages of memory the open instances of one module may have together. It may be shared
 * between threads; it is asked when an instance is opened, grows or is closed, and never else.
 */
public final class PageBudget {

  /**
   * One that is never used up, and counts nothing: an instance that is restored again and again
   * takes pages each time, and nobody gives them back.
   */
  public static final PageBudget UNLIMITED = new PageBudget(Integer.MAX_VALUE);

  private final int most;
  private int used;

  /**
   * A budget of which nothing is used yet.
   *
   * @param most pages, at least 1
   * @throws IllegalArgumentException when that is less
   */
  public PageBudget(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("memory budget of " + most + " pages");
    }
    this.most = most;
  }

  /** The most pages that all instances may have together. */
  public int most() {
    return most;
  }

  /** How many pages the open instances have now. */
  public synchronized int used() {
    return used;
  }

  boolean take(int pages) {
    return this == UNLIMITED || taken(pages);
  }

  private synchronized boolean taken(int pages) {
    boolean enough = pages <= most - used;
    used += enough ? pages : 0;
    return enough;
  }

  synchronized void giveBack(int pages) {
    used -= this == UNLIMITED ? 0 : pages;
  }
}
