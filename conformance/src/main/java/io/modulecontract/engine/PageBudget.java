package io.modulecontract.engine;

/**
 * How many pages of memory the open instances of one module may have together. It may be shared
 * between threads; it is asked when an instance is opened, grows or is closed, and never else.
 */
public final class PageBudget {

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

  /** One that is never used up. */
  public static PageBudget unlimited() {
    return new PageBudget(Integer.MAX_VALUE);
  }

  /** The most pages that all instances may have together. */
  public int most() {
    return most;
  }

  /** How many pages the open instances have now. */
  public synchronized int used() {
    return used;
  }

  synchronized boolean take(int pages) {
    if (pages > most - used) {
      return false;
    }
    used += pages;
    return true;
  }

  synchronized void giveBack(int pages) {
    used -= pages;
  }
}
