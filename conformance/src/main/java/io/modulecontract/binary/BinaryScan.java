package io.modulecontract.binary;

import java.util.List;

/**
 * Walks through a binary before the engine sees it. The engine trusts counts and sizes, and some
 * damaged files make it hang, fill the memory or take one thing for another. What passes here is
 * well-formed and names nothing that is not there; whether its bodies are well typed is left to the
 * engine.
 */
final class BinaryScan {

  /** Names of the sections by their id. */
  private static final List<String> NAMES =
      List.of(
          "custom",
          "type",
          "import",
          "function",
          "table",
          "memory",
          "global",
          "export",
          "start",
          "element",
          "code",
          "data",
          "data count",
          "tag");

  /** Where in the order of the specification each id belongs. */
  private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};

  private final ByteCursor in;
  private final ModuleSpaces spaces = new ModuleSpaces();
  private final EngineCost cost;
  private final TypeScan types;
  private final DefinitionScan definitions;
  private final SegmentScan segments;
  private final CodeScan code;
  private final CustomScan custom;

  BinaryScan(byte[] bytes) {
    in = new ByteCursor(bytes);
    cost = new EngineCost(in);
    types = new TypeScan(in, spaces, cost);
    InstructionScan instructions = new InstructionScan(in, spaces, types, cost);
    definitions = new DefinitionScan(in, spaces, types, instructions.constants());
    segments = new SegmentScan(in, spaces, types, cost, instructions.constants());
    code = new CodeScan(in, spaces, types, cost, instructions);
    custom = new CustomScan(in, spaces);
  }

  ModuleSpaces spaces() {
    return spaces;
  }

  /** Bytes of heap that the engine will need. */
  long engineBytes() {
    long definitionCount =
        spaces.types.size()
            + (long) spaces.imports.size()
            + spaces.exports.size()
            + spaces.globals.size()
            + spaces.tables
            + spaces.elements
            + spaces.dataSegmentsSeen;
    return cost.bytes(in.end(), definitionCount);
  }

  /** Scans it all, or throws what stopped it. */
  void run() {
    version();
    int last = 0;
    while (in.left() > 0) {
      int at = in.position();
      int id = in.u8("a section id");
      if (id >= NAMES.size()) {
        throw in.malformed(at, "a section id (0 to 13)", "malformed section id " + id);
      }
      String name = "section " + id + " (" + NAMES.get(id) + ")";
      in.inSection(name);
      if (id != 0) {
        if (ORDER[id] <= last) {
          throw in.malformed(at, "each section once and in order", name + " out of order");
        }
        last = ORDER[id];
      }
      section(id, name);
      in.inSection("");
    }
    agree();
  }

  private void version() {
    in.skip(4);
    for (int i = 0; i < 4; i++) {
      int at = in.position();
      int expected = i == 0 ? 1 : 0;
      int found = in.u8("the version (01 00 00 00)");
      if (found != expected) {
        throw in.malformed(
            4, "the version (01 00 00 00)", TypeScan.hex(found) + " at byte " + TypeScan.hex(at));
      }
    }
  }

  private void section(int id, String name) {
    int whole = in.end();
    int sizeAt = in.position();
    long size = in.u32("the size of the section");
    if (size > in.left()) {
      throw in.malformed(
          sizeAt, size + " bytes of " + name, in.left() + " bytes to the end of the file");
    }
    int sectionEnd = in.position() + (int) size;
    in.endAt(sectionEnd);
    switch (id) {
      case 0 -> custom.section();
      case 1 -> types.section();
      case 2 -> definitions.imports();
      case 3 -> definitions.functions();
      case 4 -> definitions.tables();
      case 5 -> definitions.memories();
      case 6 -> definitions.globals();
      case 7 -> definitions.exports();
      case 8 -> definitions.start();
      case 9 -> segments.elements();
      case 10 -> code.section();
      case 11 -> segments.data();
      case 12 -> segments.dataCount();
      default -> definitions.tags();
    }
    if (in.left() > 0) {
      in.inSection(name);
      throw in.malformed(
          in.position(),
          "the end of the section",
          in.left() + " more bytes (section size mismatch)");
    }
    in.endAt(whole);
  }

  /** What one section promised and no other one kept. */
  private void agree() {
    int bodiesDue = spaces.functions.size() - spaces.importedFunctions;
    if (spaces.bodies.size() != bodiesDue) {
      throw in.malformed(
          in.position(),
          bodiesDue + " function bodies in a code section",
          "the end of the file (function and code section have inconsistent lengths)");
    }
    if (spaces.dataCount > 0 && spaces.dataSegmentsSeen != spaces.dataCount) {
      throw in.malformed(
          in.position(),
          spaces.dataCount + " data segments in a data section",
          "the end of the file (data count and data section have inconsistent lengths)");
    }
  }
}
