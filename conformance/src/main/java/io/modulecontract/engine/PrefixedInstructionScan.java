package io.modulecontract.engine;

import org.jspecify.annotations.Nullable;

/** Instructions of two parts: a prefix byte and a number. */
final class PrefixedInstructionScan {

  /** Operands of one array.new_fixed: engines agree on this limit. */
  private static final int MAX_FIXED = 10_000;

  /** The alignments, as powers of two, of the seven accesses of each atomic operation. */
  private static final String ATOMIC = "2301012";

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final TypeScan types;
  private final EngineCost cost;
  private final InstructionScan plain;

  PrefixedInstructionScan(
      ByteCursor in, ModuleSpaces spaces, TypeScan types, EngineCost cost, InstructionScan plain) {
    this.in = in;
    this.spaces = spaces;
    this.types = types;
    this.cost = cost;
    this.plain = plain;
  }

  /**
   * Those that are constant.
   *
   * @return how many operands the instruction takes
   */
  long constantGc(int at) {
    long number = in.u32("the second part of an opcode");
    if (number != 0x00
        && number != 0x01
        && (number < 0x06 || number > 0x08)
        && (number < 0x1A || number > 0x1C)) {
      throw in.malformed(at, "a constant instruction", "opcode 0xfb " + hex(number));
    }
    long operands = gc(at, number, null);
    return switch ((int) number) {
      case 0x01 -> 0;
      case 0x06 -> 2;
      case 0x00, 0x08 -> operands;
      default -> 1;
    };
  }

  /** Structs, arrays and casts, prefix 0xfb. */
  void gc(int at, @Nullable ControlFrames frames) {
    gc(at, in.u32("the second part of an opcode"), frames);
  }

  /** Gives how many operands the instruction takes, where its immediates say so. */
  private long gc(int at, long number, @Nullable ControlFrames frames) {
    long operands = 0;
    if (number > 0x1E) {
      throw number < 0x28
          ? in.unsupported(at, "custom descriptors (opcode 0xfb " + hex(number) + ")")
          : number >= 0x80 && number < 0xC0
              ? in.unsupported(at, "string references (opcode 0xfb " + hex(number) + ")")
              : illegal(at, 0xFB, number);
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
        data(at);
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
        data(at);
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

  /** Saturating conversions, bulk memory and tables, prefix 0xfc. */
  void bulk(int at) {
    long number = in.u32("the second part of an opcode");
    if (number > 0x16) {
      throw illegal(at, 0xFC, number);
    }
    switch ((int) number) {
      case 0x08 -> {
        data(at);
        in.index("memory", spaces.memories.size());
        spaces.stateInstructions.add("memory.init");
      }
      case 0x09 -> {
        data(at);
        spaces.stateInstructions.add("data.drop");
      }
      case 0x0A -> {
        in.index("memory", spaces.memories.size());
        in.index("memory", spaces.memories.size());
      }
      case 0x0B -> in.index("memory", spaces.memories.size());
      case 0x0C -> {
        in.index("element segment", spaces.elements);
        in.index("table", spaces.tables);
        spaces.stateInstructions.add("table.init");
      }
      case 0x0D -> {
        in.index("element segment", spaces.elements);
        spaces.stateInstructions.add("elem.drop");
      }
      case 0x0E -> {
        in.index("table", spaces.tables);
        in.index("table", spaces.tables);
        spaces.stateInstructions.add("table.copy");
      }
      case 0x0F -> mutateTable("table.grow");
      case 0x10 -> in.index("table", spaces.tables);
      case 0x11 -> mutateTable("table.fill");
      case 0x12 -> throw in.unsupported(at, "memory.discard");
      case 0x13, 0x14, 0x15, 0x16 ->
          throw in.unsupported(at, "wide arithmetic (opcode 0xfc " + hex(number) + ")");
      default -> {}
    }
  }

  private void mutateTable(String name) {
    in.index("table", spaces.tables);
    spaces.stateInstructions.add(name);
  }

  private void data(int at) {
    if (spaces.dataCount < 0) {
      throw in.malformed(
          at, "a data count section, which this instruction needs", "data count section required");
    }
    in.index("data segment", spaces.dataCount);
  }

  /** Vectors, prefix 0xfd: the engine decodes them, yet runs none. */
  void vector(int at) {
    long number = in.u32("the second part of an opcode");
    if (number > 0x1FF) {
      throw illegal(at, 0xFD, number);
    }
    String feature = number < 0x100 ? "SIMD" : "relaxed SIMD";
    throw in.unsupported(at, feature + " (opcode 0xfd " + hex(number) + ")");
  }

  /** Atomic memory accesses, prefix 0xfe. */
  void atomic(int at) {
    long number = in.u32("the second part of an opcode");
    if (number == 0x03) {
      int zeroAt = in.position();
      if (in.u8("a zero byte") != 0) {
        throw in.malformed(zeroAt, "a zero byte", "another one");
      }
    } else if (number <= 0x02) {
      plain.memoryArgument(number == 0x02 ? 3 : 2, true);
    } else if (number >= 0x10 && number <= 0x4E) {
      plain.memoryArgument(ATOMIC.charAt((int) (number - 0x10) % ATOMIC.length()) - '0', true);
    } else if (number >= 0x4F && number <= 0x72) {
      throw in.unsupported(at, "shared-everything threads (opcode 0xfe " + hex(number) + ")");
    } else {
      throw illegal(at, 0xFE, number);
    }
  }

  private ScanStop illegal(int at, int prefix, long number) {
    return in.malformed(
        at, "an instruction", "illegal opcode " + TypeScan.hex(prefix) + " " + hex(number));
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
