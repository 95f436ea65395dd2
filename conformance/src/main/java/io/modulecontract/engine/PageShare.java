package io.modulecontract.engine;

/**
 * What one instance has of its module's budget. An instance under a budget is not restored: a
 * restored memory would be smaller than its share.
 */
final class PageShare {

  private final PageBudget budget;
  private int taken;
  private boolean refused;

  PageShare(PageBudget budget) {
    this.budget = budget;
  }

  /** Takes more; false when the budget has not that much left. */
  boolean take(int pages) {
    if (!budget.take(pages)) {
      refused = true;
      return false;
    }
    taken += pages;
    return true;
  }

  /** Gives a part back. */
  void giveBack(int pages) {
    budget.giveBack(pages);
    taken -= pages;
  }

  /** Gives everything back; a second time there is nothing left to give. */
  void close() {
    giveBack(taken);
  }

  /** Whether there was not enough at some time. */
  boolean refused() {
    return refused;
  }
}
