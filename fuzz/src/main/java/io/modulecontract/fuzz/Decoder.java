package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.script.Action;
import io.modulecontract.script.Script;
import java.util.List;

/**
 * Makes programs of bytes: of any bytes, and of the same bytes always the same. ENCODING.md tells
 * the encoding.
 */
final class Decoder {

  /** From here on the first byte says which request for memory is refused. */
  static final int REFUSES = 0xF0;

  /** A longer program finds nothing that a shorter one does not, and takes its time. */
  static final int MOST_ACTIONS = 64;

  private final List<ModuleDescriptor.Function> functions;
  private final long room;

  /**
   * @param functions what can be called; those of other shapes than text and bytes are left out
   * @param room the bytes that a guest's memory can still grow by at its start
   */
  Decoder(List<ModuleDescriptor.Function> functions, long room) {
    this.functions = functions.stream().filter(one -> one.shape() != FunctionShape.ARROW).toList();
    this.room = room;
  }

  /** The program. */
  FuzzProgram program(byte[] bytes) {
    Bytes in = new Bytes(bytes);
    int head = in.u8();
    Decoding decoding = new Decoding(in, functions, room);
    while (in.more() && decoding.done() < MOST_ACTIONS) {
      decoding.next();
    }
    List<Action> actions = decoding.actions();
    return new FuzzProgram(new Script(actions), head < REFUSES ? 0 : 1 + head - REFUSES);
  }
}
