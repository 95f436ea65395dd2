package io.modulecontract.binary;

import io.modulecontract.abi.U32;
import io.modulecontract.abi.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Constant expressions (core specification, section 3.3.10), typed as far as the engine does not.
 */
final class ConstantScan {

  private static final int END = 0x0B;

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final EngineCost cost;
  private final InstructionScan plain;
  private final GcInstructionScan gc;
  private final PrefixedInstructionScan prefixed;

  ConstantScan(
      ByteCursor in,
      ModuleSpaces spaces,
      EngineCost cost,
      InstructionScan plain,
      GcInstructionScan gc,
      PrefixedInstructionScan prefixed) {
    this.in = in;
    this.spaces = spaces;
    this.cost = cost;
    this.plain = plain;
    this.gc = gc;
    this.prefixed = prefixed;
  }

  /**
   * Reads one expression and its end.
   *
   * @return its value, if it is nothing but one {@code i32.const}
   */
  OptionalLong read() {
    OptionalLong only = OptionalLong.empty();
    Deque<ValueType> stack = new ArrayDeque<>();
    for (int i = 0; ; i++) {
      int at = in.position();
      int opcode = in.u8("an instruction of a constant expression");
      cost.instruction();
      switch (opcode) {
        case END -> {
          if (stack.size() != 1) {
            throw in.malformed(at, "one value", "type mismatch: " + stack.size() + " values");
          }
          return i == 1 ? only : OptionalLong.empty();
        }
        case 0x41 -> {
          only = OptionalLong.of(U32.of(in.signed("an i32 constant", 32)));
          stack.push(ValueType.I32);
        }
        case 0x42 -> literal(at, opcode, stack, ValueType.I64);
        case 0x43 -> literal(at, opcode, stack, ValueType.F32);
        case 0x44 -> literal(at, opcode, stack, ValueType.F64);
        case 0xD0 -> literal(at, opcode, stack, ValueType.OTHER);
        case 0x23 -> stack.push(global());
        case 0x6A, 0x6B, 0x6C -> arithmetic(at, stack, ValueType.I32);
        case 0x7C, 0x7D, 0x7E -> arithmetic(at, stack, ValueType.I64);
        case 0xD2 -> {
          spaces.declared.set(in.index("function", spaces.functions.size()));
          stack.push(ValueType.OTHER);
        }
        case 0xFB -> {
          pop(at, stack, gc.constant(at));
          stack.push(ValueType.OTHER);
        }
        case 0xFD -> prefixed.vector(at);
        default ->
            throw in.malformed(at, "a constant instruction", "opcode " + TypeScan.hex(opcode));
      }
    }
  }

  private void literal(int at, int opcode, Deque<ValueType> stack, ValueType type) {
    plain.immediates(at, opcode, 0, null);
    stack.push(type);
  }

  private ValueType global() {
    return spaces.globals.get(in.index("global", spaces.globals.size()));
  }

  private void arithmetic(int at, Deque<ValueType> stack, ValueType type) {
    if (stack.size() >= 2) {
      ValueType second = stack.pop();
      ValueType first = stack.pop();
      if (first != type || second != type) {
        throw in.malformed(
            at, "two operands of type " + type, "type mismatch: " + first + " and " + second);
      }
    } else {
      pop(at, stack, 2);
    }
    stack.push(type);
  }

  private void pop(int at, Deque<ValueType> stack, long operands) {
    if (operands > stack.size()) {
      throw in.malformed(at, operands + " operands", "type mismatch: " + stack.size() + " values");
    }
    for (long i = 0; i < operands; i++) {
      stack.pop();
    }
  }
}
