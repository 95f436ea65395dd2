package io.modulecontract.binary;

/**
 * What the engine will pay to parse and validate a module. It walks from each branch to its label,
 * and past all siblings of a loop at the loop's end, and it makes objects of every instruction and
 * local: a small file can name an amount that no machine has. So the scan adds up beforehand. The
 * sizes were found by looking for the smallest heap in which the engine could read a module of a
 * million of each, and rounded up.
 */
final class EngineCost {

  /** Some seconds. A Go program of 14 MB, the most demanding module tried, needs a twelfth. */
  private static final long MAX_STEPS = 1_000_000_000L;

  private static final long BYTES_AT_ALL = 32L << 20;
  private static final long COPIES_OF_FILE = 4;
  private static final long BYTES_PER_INSTRUCTION = 100;
  private static final long BYTES_PER_LOCAL = 8;
  private static final long BYTES_PER_FUNCTION = 300;
  private static final long BYTES_PER_DEFINITION = 400;
  private static final long BYTES_PER_ITEM = 64;

  /**
   * Instructions of one function are built up before they are put away, and an invalid one brings
   * up to one complaint for each, with its stack trace.
   */
  private static final long BYTES_PER_INSTRUCTION_OF_LARGEST = 900;

  private final ByteCursor in;
  private long steps;
  private long instructions;
  private long locals;
  private long functions;
  private long largest;
  private long items;

  EngineCost(ByteCursor in) {
    this.in = in;
  }

  void steps(long more) {
    steps += more;
    if (steps > MAX_STEPS) {
      throw in.unsupported(
          in.position(), "more than " + MAX_STEPS + " steps to resolve branches and types");
    }
  }

  void instruction() {
    instructions++;
    steps(1);
  }

  /** One label of a table, one parameter, one entry of a segment. */
  void item() {
    items++;
  }

  void function(long localsOfIt, long instructionsBefore) {
    functions++;
    locals += localsOfIt;
    largest = Math.max(largest, instructions - instructionsBefore);
  }

  long instructions() {
    return instructions;
  }

  /** Bytes of heap, on the high side. */
  long bytes(long fileLength, long definitions) {
    return BYTES_AT_ALL
        + COPIES_OF_FILE * fileLength
        + BYTES_PER_INSTRUCTION * instructions
        + BYTES_PER_INSTRUCTION_OF_LARGEST * largest
        + BYTES_PER_LOCAL * locals
        + BYTES_PER_FUNCTION * functions
        + BYTES_PER_ITEM * items
        + BYTES_PER_DEFINITION * definitions;
  }
}
