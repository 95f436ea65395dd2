package io.modulecontract.binary;

import java.util.List;

/** What a module names, in a sentence: the first few, and how many more there are. */
public final class FirstFew {

  private FirstFew() {}

  /** The first {@code most} with commas between them, and the number of the others. */
  public static String of(List<String> all, int most) {
    int more = all.size() - most;
    return more > 0
        ? String.join(", ", all.subList(0, most)) + " and " + more + " more"
        : String.join(", ", all);
  }
}
