package io.modulecontract.engine;

/**
 * What the engine will pay to parse and validate a module. It walks from each branch to its label,
 * and past all siblings of a loop at the loop's end, and it makes objects of every instruction and
 * local: a small file can name an amount that no machine has. So the scan adds up beforehand.
 */
final class EngineCost {

  /** A few seconds; the largest real modules need a hundredth. */
  private static final long MAX_STEPS = 1_000_000_000L;

  private static final long BYTES_PER_INSTRUCTION = 250;
  private static final long BYTES_PER_LOCAL = 16;

  /** The validator collects the type errors of one function, each with its stack trace. */
  private static final long BYTES_PER_ERROR = 600;

  private static final long BYTES_PER_FUNCTION = 1_000;
  private static final long BYTES_PER_DEFINITION = 400;

  private final ByteCursor in;
  private long steps;
  private long instructions;
  private long locals;
  private long functions;
  private long largest;

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
    return 4 * fileLength
        + BYTES_PER_INSTRUCTION * instructions
        + BYTES_PER_LOCAL * locals
        + BYTES_PER_FUNCTION * functions
        + BYTES_PER_DEFINITION * definitions
        + BYTES_PER_ERROR * largest;
  }
}
