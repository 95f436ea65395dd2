package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.spec.Clause;
import java.util.List;

/** What the contract lets a function answer to bytes. */
final class Expectation {

  private Expectation() {}

  /** A call with the whole of an area, of which the bytes are known. */
  static Action.Call whole(ModuleDescriptor.Function function, Areas.Known area) {
    Expected expected =
        area.content().map(content -> of(function, content)).orElse(Expected.EITHER);
    Clause clause = expected == Expected.REJECTED ? Clause.CALL_13 : Clause.CALL_12;
    return call(
        function,
        new Operand.Pointer(area.ref(), 0),
        new Operand.Length(area.ref(), 0),
        expected,
        clause);
  }

  /** A call with any operands. */
  static Action.Call call(
      ModuleDescriptor.Function function,
      Operand pointer,
      Operand length,
      Expected expected,
      Clause clause) {
    List<Operand> operands =
        function.shape() == FunctionShape.CSTRING ? List.of(pointer) : List.of(pointer, length);
    return new Action.Call(function.name(), function.shape(), operands, expected, clause);
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
