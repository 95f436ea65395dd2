package io.modulecontract.script;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.spec.Clause;
import java.util.List;

/** One thing that a host does. */
public sealed interface Action {

  /**
   * Allocates an area of the content's length and writes the content into it: a parameter, or an
   * area that has nothing to do with a call and must stay as it is.
   *
   * @param content what is written
   */
  record Give(Content content) implements Action {}

  /**
   * Releases an area: once, or once more where the script says so.
   *
   * @param pointer what is passed to deallocate
   */
  record Release(Operand pointer) implements Action {}

  /**
   * Calls a function, reads what it answers, and keeps the result live.
   *
   * @param function its export name
   * @param shape its shape
   * @param operands what is passed; each area that is passed whole is granted to the call
   * @param expected what the contract lets it answer
   * @param clause the clause that is broken when it answers otherwise
   */
  record Call(
      String function,
      FunctionShape shape,
      List<Operand> operands,
      Expected expected,
      Clause clause)
      implements Action {

    /** Copies the operands. */
    public Call {
      operands = List.copyOf(operands);
    }

    /** The same call; where it must be served, it may be rejected, too. */
    Call unlessRejected() {
      return expected == Expected.SERVED
          ? new Call(function, shape, operands, Expected.EITHER, clause)
          : this;
    }
  }

  /** What a call may answer. */
  enum Expected {
    /** A result. */
    SERVED,
    /** 0. */
    REJECTED,
    /** Either, but no trap. */
    EITHER
  }
}
