package io.modulecontract.checks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.List;

/**
 * The calls of one function, as actions.
 *
 * @param declared the function
 */
record FunctionCalls(ModuleDescriptor.Function declared) {

  /** Whether some bytes are no valid payload. */
  boolean takesText() {
    return declared.payload() == Payload.UTF8;
  }

  /** The area that passes a payload: a C string has its NUL. */
  Action.Give parameter(Content payload) {
    return new Action.Give(isCString() ? payload.and((byte) 0) : payload);
  }

  /** A call with the whole area that an action gave; it must be served. */
  Action.Call served(int parameter) {
    return call(pointer(parameter, 0), length(parameter, 0), Expected.SERVED, Clause.CALL_12);
  }

  /** The same, which must be rejected, else a clause is broken. */
  Action.Call rejected(int parameter, Clause clause) {
    return call(pointer(parameter, 0), length(parameter, 0), Expected.REJECTED, clause);
  }

  /** A call with any operands; a C string has no length. */
  Action.Call call(Operand pointer, Operand length, Expected expected, Clause clause) {
    List<Operand> operands = isCString() ? List.of(pointer) : List.of(pointer, length);
    return new Action.Call(declared.name(), declared.shape(), operands, expected, clause);
  }

  /** One call of a payload, and nothing else. */
  Script once(Content payload) {
    return Script.of(parameter(payload), served(0));
  }

  boolean isCString() {
    return declared.shape() == FunctionShape.CSTRING;
  }

  static Operand pointer(int action, long delta) {
    return new Operand.Pointer(Ref.to(action), delta);
  }

  static Operand length(int action, long delta) {
    return new Operand.Length(Ref.to(action), delta);
  }
}
