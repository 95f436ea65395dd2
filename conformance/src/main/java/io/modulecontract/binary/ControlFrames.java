package io.modulecontract.binary;

import java.util.ArrayList;
import java.util.List;

/** The blocks that are open at one place of a function body, the body itself being the first. */
final class ControlFrames {

  /** What a block takes from the operand stack and leaves there. */
  record Arity(int parameters, int results) {
    static final Arity NONE = new Arity(0, 0);
    static final Arity ONE = new Arity(0, 1);
  }

  private static final int LOOP = 0x03;
  private static final int IF = 0x04;
  private static final int ELSE = 0x05;

  private static final class Frame {
    private final Arity arity;
    private int opcode;
    private int children;

    private Frame(int opcode, Arity arity) {
      this.opcode = opcode;
      this.arity = arity;
    }
  }

  private final List<Frame> frames = new ArrayList<>();
  private final ByteCursor in;
  private final EngineCost cost;

  ControlFrames(ByteCursor in, EngineCost cost, int results) {
    this.in = in;
    this.cost = cost;
    frames.add(new Frame(0x02, new Arity(0, results)));
  }

  boolean closed() {
    return frames.isEmpty();
  }

  void open(int opcode, Arity arity) {
    top().children++;
    frames.add(new Frame(opcode, arity));
    cost.steps(arity.parameters() + (long) arity.results());
  }

  void otherwise(int at) {
    if (top().opcode != IF) {
      throw in.malformed(at, "an else in an if block", "else doesn't belong to if");
    }
    top().opcode = ELSE;
  }

  void close() {
    Frame frame = frames.remove(frames.size() - 1);
    cost.steps(frame.arity.parameters() + (long) frame.arity.results());
    if (frame.opcode == LOOP) {
      cost.steps(top().children);
    }
  }

  /** Reads a label and counts what the engine pays to find it. */
  void label() {
    int label = in.index("label", frames.size());
    Arity arity = frames.get(frames.size() - 1 - label).arity;
    cost.steps(1L + label + arity.parameters() + arity.results());
  }

  private Frame top() {
    return frames.get(frames.size() - 1);
  }
}
