package io.modulecontract.script;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.spec.Clause;
import java.util.List;

/** Short ways to write scripts down. */
final class Scripts {

  static final String CSTRING = "wasm_memory_c_format_hello_world";
  static final String BYTES = "wasm_memory_rust_format_hello_world";

  private Scripts() {}

  static Action give(String text) {
    return new Action.Give(Content.of(text));
  }

  /** A text with its NUL. */
  static Action giveC(String text) {
    return new Action.Give(Content.of(text).and((byte) 0));
  }

  static Action release(int action) {
    return new Action.Release(pointer(action));
  }

  /** A call with the C string of an action. */
  static Action callC(int action) {
    return callC(action, Expected.SERVED, Clause.CALL_12);
  }

  static Action callC(int action, Expected expected, Clause clause) {
    return new Action.Call(
        CSTRING, FunctionShape.CSTRING, List.of(pointer(action)), expected, clause);
  }

  /** A call with the bytes of an action. */
  static Action callBytes(int action) {
    return callBytes(action, 0, Expected.SERVED, Clause.CALL_12);
  }

  static Action callBytes(int action, long more, Expected expected, Clause clause) {
    Operand length = new Operand.Length(Ref.to(action), more);
    return new Action.Call(
        BYTES, FunctionShape.BYTES, List.of(pointer(action), length), expected, clause);
  }

  static Operand pointer(int action) {
    return new Operand.Pointer(Ref.to(action), 0);
  }

  static Operand data(int action) {
    return new Operand.Pointer(new Ref(action, Ref.Part.DATA), 0);
  }
}
