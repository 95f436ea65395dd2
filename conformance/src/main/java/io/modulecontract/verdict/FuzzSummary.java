package io.modulecontract.verdict;

import java.time.Duration;

/**
 * What fuzzing did with a module, and what it covered. It says nothing about what was not covered.
 *
 * @param time how long it was asked to take
 * @param executions how many programs were run
 * @param executionsPerSecond how many of them in a second, by all workers together
 * @param edges how many edges of the guest's code were covered; 0 where the engine does not look
 * @param functionsReached how many of the module's functions were entered
 * @param functionsTotal how many it has
 * @param functionsTooLarge how many of these the JVM cannot compile, so that nobody looks into them
 * @param corpusSize how many inputs the corpus has
 * @param secondsSinceNewEdge seconds since the last edge, or function, was new
 * @param engine what made the inputs, {@code jazzer} or {@code random}
 * @param findings how many different findings there are
 * @param shares what the time went into, in words
 */
public record FuzzSummary(
    Duration time,
    long executions,
    long executionsPerSecond,
    int edges,
    int functionsReached,
    int functionsTotal,
    int functionsTooLarge,
    int corpusSize,
    long secondsSinceNewEdge,
    String engine,
    int findings,
    String shares) {

  /** In one sentence, such as {@code no finding in 60 s, 71 % of functions reached}. */
  public String sentence() {
    String found =
        findings == 0 ? "no finding" : findings == 1 ? "1 finding" : findings + " findings";
    return found + " in " + time.toSeconds() + " s, " + percent() + " % of functions reached";
  }

  /** The share of the functions that were entered. */
  public int percent() {
    return functionsTotal == 0 ? 0 : 100 * functionsReached / functionsTotal;
  }
}
