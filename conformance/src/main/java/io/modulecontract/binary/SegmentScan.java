package io.modulecontract.binary;

import java.util.OptionalLong;

/** Element and data segments (core specification, sections 5.5.12, 5.5.14 and 5.5.16). */
final class SegmentScan {

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final TypeScan types;
  private final EngineCost cost;
  private final ConstantScan constants;

  SegmentScan(
      ByteCursor in, ModuleSpaces spaces, TypeScan types, EngineCost cost, ConstantScan constants) {
    this.in = in;
    this.spaces = spaces;
    this.types = types;
    this.cost = cost;
    this.constants = constants;
  }

  void elements() {
    int count = in.count("element segments", 2, DefinitionScan.MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      element();
    }
    spaces.elements = count;
  }

  /**
   * Bit 0 of the flags: passive or declarative. Bit 1: it names its table, or is declarative. Bit
   * 2: expressions instead of function indexes.
   */
  private void element() {
    int at = in.position();
    long flags = in.u32("the flags of an element segment");
    if (flags > 7) {
      throw in.malformed(at, "the flags of an element segment (0 to 7)", Long.toString(flags));
    }
    boolean active = (flags & 1) == 0;
    boolean explicit = (flags & 2) != 0;
    boolean expressions = (flags & 4) != 0;
    if (active) {
      int tableAt = in.position();
      long table = explicit ? in.u32("the index of a table") : 0;
      if (table >= spaces.tables) {
        throw in.malformed(tableAt, "the table that the segment fills", "unknown table " + table);
      }
      constants.read();
    }
    if (!active || explicit) {
      int typeAt = in.position();
      int type = in.u8("the type of the elements");
      if (expressions) {
        types.referenceType(typeAt, type);
      } else if (type != 0) {
        throw in.malformed(typeAt, "the kind of the elements (0)", TypeScan.hex(type));
      }
    }
    int entries = in.count("elements", 1);
    for (int i = 0; i < entries; i++) {
      cost.item();
      if (expressions) {
        constants.read();
      } else {
        // The engine makes an expression of two instructions of it.
        cost.instruction();
        cost.instruction();
        spaces.declared.set(in.index("function", spaces.functions.size()));
      }
    }
  }

  void dataCount() {
    int at = in.position();
    long count = in.u32("the number of data segments");
    if (count > DefinitionScan.MAX_DEFINITIONS) {
      throw in.unsupported(
          at, "more than " + DefinitionScan.MAX_DEFINITIONS + " data segments (" + count + ")");
    }
    spaces.dataCount = (int) count;
  }

  void data() {
    int at = in.position();
    int count = in.count("data segments", 2, DefinitionScan.MAX_DEFINITIONS);
    if (spaces.dataCount >= 0 && count != spaces.dataCount) {
      throw in.malformed(
          at,
          spaces.dataCount + " data segments, as the data count section says",
          "data count and data section have inconsistent lengths (" + count + ")");
    }
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      segment();
    }
    spaces.dataSegmentsSeen = count;
  }

  private void segment() {
    int at = in.position();
    long flags = in.u32("the flags of a data segment");
    if (flags > 2) {
      throw in.malformed(at, "the flags of a data segment (0 to 2)", Long.toString(flags));
    }
    int memory = 0;
    OptionalLong from = OptionalLong.empty();
    if (flags != 1) {
      int memoryAt = in.position();
      memory = flags == 2 ? in.index("memory", spaces.memories.size()) : 0;
      if (spaces.memories.isEmpty()) {
        throw in.malformed(memoryAt, "the memory that the segment fills", "unknown memory 0");
      }
      from = constants.read();
    }
    int length = in.count("bytes of data", 1);
    in.skip(length);
    if (from.isPresent()) {
      spaces.dataSegments.add(new ModuleOutline.DataSegment(memory, from.getAsLong(), length));
    }
  }
}
