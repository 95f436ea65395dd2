package io.modulecontract.binary;

/** Bulk memory, vectors and atomics: instructions of two parts, a prefix byte and a number. */
final class PrefixedInstructionScan {

  /** The alignments, as powers of two, of the seven accesses of each atomic operation. */
  private static final String ATOMIC = "2301012";

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final InstructionScan plain;

  PrefixedInstructionScan(ByteCursor in, ModuleSpaces spaces, InstructionScan plain) {
    this.in = in;
    this.spaces = spaces;
    this.plain = plain;
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

  /** The index of a data segment; the code comes before the data, so their number must be told. */
  void data(int at) {
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
