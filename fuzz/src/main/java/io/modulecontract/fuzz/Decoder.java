package io.modulecontract.fuzz;

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
  static final int MOST_ACTIONS = 16;

  private final List<CalledFunction> functions;
  private final long room;

  /**
   * @param functions what is called
   * @param room the bytes that a guest can give out at its start
   */
  Decoder(List<CalledFunction> functions, long room) {
    this.functions = functions;
    this.room = room;
  }

  /**
   * What bytes say.
   *
   * @param program the program
   * @param lengths where lengths stand in them
   */
  record Decoded(FuzzProgram program, List<Bytes.Stated> lengths) {}

  /** The program, and what else is known of its bytes. */
  Decoded decode(byte[] bytes) {
    Bytes in = new Bytes(bytes);
    int head = in.u8();
    List<Action> actions = actions(in);
    int refused = head < REFUSES ? 0 : 1 + head - REFUSES;
    return new Decoded(new FuzzProgram(new Script(actions), refused), in.stated());
  }

  /** The program alone. */
  FuzzProgram program(byte[] bytes) {
    return decode(bytes).program();
  }

  private List<Action> actions(Bytes in) {
    Decoding decoding = new Decoding(in, functions, room);
    while (in.more() && decoding.done() < MOST_ACTIONS) {
      decoding.next();
    }
    return decoding.actions();
  }
}
