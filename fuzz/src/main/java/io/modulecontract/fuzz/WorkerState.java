package io.modulecontract.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a worker has done so far.
 *
 * @param executions how many programs it ran
 * @param millis how long it has been fuzzing
 * @param cpuMillis how much of that it had a processor
 * @param edges how many edges of the guest's code were covered; 0 where nobody looks
 * @param sinceNewEdge milliseconds since there was a new one, or a new function where nobody looks
 *     at edges
 * @param functions the indices of the functions that were entered
 * @param tooLarge how many functions are too large to be looked at
 * @param shares what its time went into
 */
record WorkerState(
    long executions,
    long millis,
    long cpuMillis,
    int edges,
    long sinceNewEdge,
    BitSet functions,
    int tooLarge,
    TimeShares shares) {

  private static final int FIELDS = 8;

  /** The bit set is the caller's no longer. */
  WorkerState {
    functions = (BitSet) functions.clone();
  }

  void write(Path file) throws IOException {
    StringBuilder set = new StringBuilder("=");
    for (byte b : functions.toByteArray()) {
      set.append(String.format(Locale.ROOT, "%02x", b));
    }
    String text =
        executions
            + " "
            + millis
            + " "
            + cpuMillis
            + " "
            + edges
            + " "
            + sinceNewEdge
            + " "
            + set
            + " "
            + tooLarge
            + " "
            + shares.text();
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a worker wrote; empty when it has not yet. */
  static Optional<WorkerState> read(Path file) throws IOException {
    try {
      String[] words = Files.readString(file).split(" ", -1);
      if (words.length != FIELDS) {
        return Optional.empty();
      }
      return Optional.of(
          new WorkerState(
              Long.parseLong(words[0]),
              Long.parseLong(words[1]),
              Long.parseLong(words[2]),
              Integer.parseInt(words[3]),
              Long.parseLong(words[4]),
              BitSet.valueOf(HexFormat.of().parseHex(words[5].substring(1))),
              Integer.parseInt(words[6]),
              TimeShares.of(words[7])));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
