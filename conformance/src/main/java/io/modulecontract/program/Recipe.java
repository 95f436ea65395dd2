package io.modulecontract.program;

/**
 * What a random program is made of. The weights are relative to each other.
 *
 * @param allocate weight of allocations of ordinary sizes
 * @param zero weight of allocations of size 0
 * @param impossible weight of allocations that no memory can hold
 * @param growing weight of allocations larger than the memory at start
 * @param release weight of releases of a live area
 * @param dead weight of releases of what was released before
 * @param foreign weight of releases of what was never given out
 */
public record Recipe(
    int allocate, int zero, int impossible, int growing, int release, int dead, int foreign) {

  /** Allocations and proper releases only. */
  public static final Recipe PROPER = new Recipe(50, 0, 0, 0, 40, 0, 0);

  /** Releases as often as allocations, so that space is used again and again. */
  public static final Recipe REUSE = new Recipe(50, 0, 0, 0, 50, 0, 0);

  /** With second releases. */
  public static final Recipe DEAD = new Recipe(45, 0, 0, 0, 35, 20, 0);

  /** With releases of wrong pointers. */
  public static final Recipe FOREIGN = new Recipe(45, 0, 0, 0, 30, 0, 25);

  /** With requests that cannot be met. */
  public static final Recipe IMPOSSIBLE = new Recipe(50, 0, 15, 0, 35, 0, 0);

  /** With requests that make the memory grow. */
  public static final Recipe GROWING = new Recipe(60, 0, 0, 2, 30, 0, 0);

  /** With many of size 0, released twice at times. */
  public static final Recipe ZEROES = new Recipe(25, 30, 0, 0, 30, 15, 0);

  int total() {
    return allocate + zero + impossible + growing + release + dead + foreign;
  }
}
