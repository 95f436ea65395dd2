package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;

/** What the contract lets a function answer to bytes. */
final class Expectation {

  /** What is passed with a chunk that others follow, and with the last. */
  private static final Operand GOES_ON = new Operand.Literal(0);

  private static final Operand LAST = new Operand.Literal(1);

  private Expectation() {}

  /** A call with the whole of an area, of which the bytes are known. */
  static Action.Call whole(CalledFunction function, Areas.Known area) {
    Expected expected =
        area.content().map(content -> of(function.declared(), content)).orElse(Expected.EITHER);
    // Of bytes that a guest made nobody knows whether they are text; most are not.
    boolean open = area.content().isEmpty() && function.declared().payload() == Payload.UTF8;
    Clause clause = open || expected == Expected.REJECTED ? Clause.CALL_13 : Clause.CALL_12;
    return call(
        function,
        new Operand.Pointer(area.ref(), 0),
        new Operand.Length(area.ref(), 0),
        expected,
        clause);
  }

  /**
   * A call with the whole of an area as one chunk of a value.
   *
   * @param begun whether the chunks before have not ended theirs
   * @param last whether this one does
   */
  static Action.Call chunk(CalledFunction function, Areas.Known area, boolean begun, boolean last) {
    Action.Call whole = whole(function, area);
    // A character may begin in one chunk and end in another.
    boolean open = function.declared().payload() == Payload.UTF8 && (begun || !last);
    List<Operand> operands = new ArrayList<>(whole.operands());
    operands.set(2, last ? LAST : GOES_ON);
    return call(
        function,
        operands,
        open ? Expected.EITHER : whole.expected(),
        open ? Clause.CALL_13 : whole.clause());
  }

  /** A call with two streams. */
  static Action.Call streams(
      CalledFunction function,
      Areas.Known meta,
      Areas.Known data,
      StreamExpectation.Answer answer) {
    List<Operand> operands =
        List.of(
            Draft.pointer(meta, 0),
            Draft.length(meta, 0),
            Draft.pointer(data, 0),
            Draft.length(data, 0));
    return call(function, operands, answer.expected(), answer.clause());
  }

  /** A call with an area, or with something that is none. */
  static Action.Call call(
      CalledFunction function, Operand pointer, Operand length, Expected expected, Clause clause) {
    List<Operand> operands =
        switch (function.declared().shape()) {
          case CSTRING -> List.of(pointer);
          case STREAM -> List.of(pointer, length, LAST);
          default -> List.of(pointer, length);
        };
    return call(function, operands, expected, clause);
  }

  /** A call with any operands. */
  static Action.Call call(
      CalledFunction function, List<Operand> operands, Expected expected, Clause clause) {
    return new Action.Call(
        function.name(), function.declared().shape(), operands, expected, clause);
  }

  /** What must come of an area with these bytes. */
  private static Expected of(ModuleDescriptor.Function function, Content content) {
    if (function.payload() == Payload.BYTES) {
      return Expected.SERVED;
    }
    byte[] bytes = content.bytes();
    if (function.shape() != FunctionShape.CSTRING) {
      return Text.isUtf8(bytes, bytes.length) ? Expected.SERVED : Expected.REJECTED;
    }
    int end = firstNul(bytes);
    if (end == bytes.length) {
      return Expected.REJECTED;
    }
    boolean text = Text.isUtf8(bytes, end);
    if (!text) {
      return Expected.REJECTED;
    }
    // What is behind a text's end, in its own area, is nobody's: a guest may take it or not.
    return end == bytes.length - 1 ? Expected.SERVED : Expected.EITHER;
  }

  private static int firstNul(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return end;
  }
}
