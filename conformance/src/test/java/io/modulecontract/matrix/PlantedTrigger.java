package io.modulecontract.matrix;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * For each planted bug, written by hand: what shows it, and what comes so close and shows nothing.
 */
enum PlantedTrigger {
  CHECKSUM(calls(copy(words(0x050C_5D1F, 0, 5))), calls(copy(words(1, 0, 5)))),
  MAGIC_TEXT(calls(text("%PDF-1.7")), calls(text("%PDF-1.6"))),
  ONE_SIZE(gives(481 * 657, 8), gives(481 * 657 + 1, 8)),
  RELATED_WORDS(
      calls(copy(words(1, (int) (2_654_435_761L + 40_503), 8))),
      calls(copy(words(1, (int) (2_654_435_761L + 40_502), 8)))),
  SINGLE_LENGTH(calls(text("x".repeat(7_919))), calls(text("x".repeat(7_918)))),
  THREE_CALLS(calls(upper(22), upper(47), upper(11)), calls(upper(22), upper(47), upper(12)));

  @SuppressWarnings("ImmutableEnumChecker") // a script never changes
  private final Script shows;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Script near;

  PlantedTrigger(Script shows, Script near) {
    this.shows = shows;
    this.near = near;
  }

  /** The module that it is about, without the file's ending. */
  String module() {
    return "planted_" + name().toLowerCase(Locale.ROOT);
  }

  /** What breaks the clause. */
  Script shows() {
    return shows;
  }

  /** What does not. */
  Script near() {
    return near;
  }

  private record Payload(String function, FunctionShape shape, Content content) {}

  private static Payload text(String text) {
    return new Payload(
        "wasm_memory_c_upper", FunctionShape.CSTRING, Content.of(text).and((byte) 0));
  }

  private static Payload upper(int length) {
    return new Payload("wasm_memory_rust_upper", FunctionShape.BYTES, Content.of("x", length));
  }

  private static Payload copy(byte[] bytes) {
    return new Payload("wasm_memory_rust_copy", FunctionShape.BYTES, Content.of(bytes));
  }

  /** Two words, as far as the length goes. */
  private static byte[] words(int first, int second, int length) {
    byte[] both = new byte[8];
    ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).putInt(first).putInt(second);
    return Arrays.copyOf(both, length);
  }

  private static Script calls(Payload... payloads) {
    List<Action> actions = new ArrayList<>();
    for (Payload payload : payloads) {
      Ref given = Ref.to(actions.size());
      List<Operand> operands = new ArrayList<>(List.of(new Operand.Pointer(given, 0)));
      if (payload.shape() == FunctionShape.BYTES) {
        operands.add(new Operand.Length(given, 0));
      }
      actions.add(new Action.Give(payload.content()));
      actions.add(
          new Action.Call(
              payload.function(),
              payload.shape(),
              operands,
              Action.Expected.SERVED,
              Clause.CALL_12));
    }
    return new Script(actions);
  }

  private static Script gives(int... sizes) {
    List<Action> actions = new ArrayList<>();
    for (int size : sizes) {
      actions.add(new Action.Give(Content.of("x", size)));
    }
    return new Script(actions);
  }
}
