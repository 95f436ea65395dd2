package io.modulecontract.binary;

import org.jspecify.annotations.Nullable;

/** Structs, arrays and casts: the instructions with the prefix 0xfb. */
final class GcInstructionScan {

  /** Operands of one array.new_fixed: engines agree on this limit. */
  private static final int MAX_FIXED = 10_000;

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final TypeScan types;
  private final EngineCost cost;
  private final PrefixedInstructionScan prefixed;

  GcInstructionScan(
      ByteCursor in,
      ModuleSpaces spaces,
      TypeScan types,
      EngineCost cost,
      PrefixedInstructionScan prefixed) {
    this.in = in;
    this.spaces = spaces;
    this.types = types;
    this.cost = cost;
    this.prefixed = prefixed;
  }

  /**
   * Those that are constant.
   *
   * @return how many operands the instruction takes
   */
  long constant(int at) {
    long number = in.u32("the second part of an opcode");
    if (number != 0x00
        && number != 0x01
        && (number < 0x06 || number > 0x08)
        && (number < 0x1A || number > 0x1C)) {
      throw in.malformed(at, "a constant instruction", "opcode 0xfb " + hex(number));
    }
    long operands = rest(at, number, null);
    return switch ((int) number) {
      case 0x01 -> 0;
      case 0x06 -> 2;
      case 0x00, 0x08 -> operands;
      default -> 1;
    };
  }

  /** Any of them, in a function body. */
  void instruction(int at, @Nullable ControlFrames frames) {
    rest(at, in.u32("the second part of an opcode"), frames);
  }

  /** Gives how many operands the instruction takes, where its immediates say so. */
  private long rest(int at, long number, @Nullable ControlFrames frames) {
    long operands = 0;
    if (number > 0x1E) {
      throw number < 0x28
          ? in.unsupported(at, "custom descriptors (opcode 0xfb " + hex(number) + ")")
          : number >= 0x80 && number < 0xC0
              ? in.unsupported(at, "string references (opcode 0xfb " + hex(number) + ")")
              : in.malformed(at, "an instruction", "illegal opcode 0xfb " + hex(number));
    }
    switch ((int) number) {
      case 0x00, 0x01 -> operands = struct();
      case 0x02, 0x03, 0x04 -> in.index("field", struct());
      case 0x05 -> {
        in.index("field", struct());
        spaces.stateInstructions.add("struct.set");
      }
      case 0x08 -> {
        array();
        int countAt = in.position();
        long count = in.u32("a number of elements");
        if (count > MAX_FIXED) {
          throw in.unsupported(
              countAt, "an array of more than " + MAX_FIXED + " operands (" + count + ")");
        }
        cost.steps(count);
        operands = count;
      }
      case 0x09 -> {
        array();
        prefixed.data(at);
      }
      case 0x0A -> {
        array();
        in.index("element segment", spaces.elements);
      }
      case 0x06, 0x07, 0x0B, 0x0C, 0x0D -> array();
      case 0x0E -> mutateArray("array.set");
      case 0x10 -> mutateArray("array.fill");
      case 0x11 -> {
        mutateArray("array.copy");
        array();
      }
      case 0x12 -> {
        mutateArray("array.init_data");
        prefixed.data(at);
      }
      case 0x13 -> {
        mutateArray("array.init_elem");
        in.index("element segment", spaces.elements);
      }
      case 0x14, 0x15, 0x16, 0x17 -> types.heapType();
      case 0x18, 0x19 -> cast(frames);
      default -> {}
    }
    return operands;
  }

  private void cast(@Nullable ControlFrames frames) {
    int at = in.position();
    int flags = in.u8("the flags of a cast");
    if (flags > 3 || frames == null) {
      throw in.malformed(at, "the flags of a cast (0 to 3)", hex(flags));
    }
    frames.label();
    types.heapType();
    types.heapType();
  }

  private int struct() {
    int at = in.position();
    int index = in.index("type", spaces.types.size());
    ModuleSpaces.TypeEntry type = spaces.types.get(index);
    if (!type.struct()) {
      throw in.malformed(at, "a struct type", "type " + index + ", which is none");
    }
    cost.steps(type.fields());
    return type.fields();
  }

  private void array() {
    int at = in.position();
    int index = in.index("type", spaces.types.size());
    ModuleSpaces.TypeEntry type = spaces.types.get(index);
    if (type.struct() || type.function() != null) {
      throw in.malformed(at, "an array type", "type " + index + ", which is none");
    }
  }

  private void mutateArray(String name) {
    array();
    spaces.stateInstructions.add(name);
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
