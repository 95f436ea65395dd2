package io.modulecontract.binary;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.binary.ControlFrames.Arity;
import org.jspecify.annotations.Nullable;

/** Instructions with their immediates (core specification, section 5.4). */
final class InstructionScan {

  private static final int BLOCK_EMPTY = 0x40;
  private static final int I32_CONST = 0x41;
  private static final int END = 0x0B;

  /** The natural alignment of each access from 0x28 to 0x3e, as a power of two. */
  private static final String NATURAL = "23230011001122" + "2323" + "01012";

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final TypeScan types;
  private final EngineCost cost;
  private final PrefixedInstructionScan prefixed;
  private final GcInstructionScan gc;
  private final ConstantScan constants;

  InstructionScan(ByteCursor in, ModuleSpaces spaces, TypeScan types, EngineCost cost) {
    this.in = in;
    this.spaces = spaces;
    this.types = types;
    this.cost = cost;
    this.prefixed = new PrefixedInstructionScan(in, spaces, this);
    this.gc = new GcInstructionScan(in, spaces, types, cost, prefixed);
    this.constants = new ConstantScan(in, spaces, cost, this, gc, prefixed);
  }

  ConstantScan constants() {
    return constants;
  }

  /** One instruction of a function body that has so many locals, parameters included. */
  void instruction(ControlFrames frames, long locals) {
    int at = in.position();
    int opcode = in.u8("an instruction");
    cost.instruction();
    switch (opcode) {
      case 0x02, 0x03, 0x04 -> frames.open(opcode, blockType());
      case 0x05 -> frames.otherwise(at);
      case END -> frames.close();
      case 0x0C, 0x0D, 0xD5, 0xD6 -> frames.label();
      case 0x0E -> {
        int labels = in.count("labels", 1);
        for (int i = 0; i <= labels; i++) {
          cost.item();
          frames.label();
        }
      }
      case 0x1F -> tryTable(frames);
      default -> immediates(at, opcode, locals, frames);
    }
  }

  private void tryTable(ControlFrames frames) {
    Arity arity = blockType();
    int clauses = in.count("catch clauses", 2);
    for (int i = 0; i < clauses; i++) {
      int at = in.position();
      int kind = in.u8("a catch clause");
      if (kind > 3) {
        throw in.malformed(at, "a catch clause (0 to 3)", TypeScan.hex(kind));
      }
      if (kind < 2) {
        tag();
      }
      frames.label();
    }
    frames.open(0x1F, arity);
  }

  private void tag() {
    cost.steps(spaces.tagTypes.get(in.index("tag", spaces.tagTypes.size())).parameters().size());
  }

  void immediates(int at, int opcode, long locals, @Nullable ControlFrames frames) {
    switch (opcode) {
      case 0x00, 0x01, 0x0A, 0x0F, 0x1A, 0x1B, 0xD1, 0xD3, 0xD4 -> {}
      case 0x08 -> tag();
      case 0x10, 0x12 -> call(spaces.functions.get(in.index("function", spaces.functions.size())));
      case 0x11, 0x13 -> {
        call(types.functionIndex());
        in.index("table", spaces.tables);
      }
      case 0x14, 0x15 -> call(types.functionIndex());
      case 0x1C -> selectedType();
      case 0x20, 0x21, 0x22 -> in.index("local", locals);
      case 0x23, 0x24 -> in.index("global", spaces.globals.size());
      case 0x25, 0x26 -> {
        in.index("table", spaces.tables);
        if (opcode == 0x26) {
          spaces.stateInstructions.add("table.set");
        }
      }
      case 0x3F, 0x40 -> in.index("memory", spaces.memories.size());
      case I32_CONST -> in.signed("an i32 constant", 32);
      case 0x42 -> in.signed("an i64 constant", 64);
      case 0x43 -> in.fixed("an f32 constant", 4);
      case 0x44 -> in.fixed("an f64 constant", 8);
      case 0xD0 -> types.heapType();
      case 0xD2 -> reference(at);
      case 0xFB -> gc.instruction(at, frames);
      case 0xFC -> prefixed.bulk(at);
      case 0xFD -> prefixed.vector(at);
      case 0xFE -> prefixed.atomic(at);
      default -> {
        if (opcode >= 0x28 && opcode <= 0x3E) {
          memoryArgument(NATURAL.charAt(opcode - 0x28) - '0', false);
        } else if (opcode < 0x45 || opcode > 0xC4) {
          throw unknown(at, opcode);
        }
      }
    }
  }

  private ScanStop unknown(int at, int opcode) {
    return switch (opcode) {
      case 0x06, 0x07, 0x09, 0x18, 0x19 ->
          in.unsupported(at, "legacy exception handling (opcode " + TypeScan.hex(opcode) + ")");
      case 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6 ->
          in.unsupported(at, "stack switching (opcode " + TypeScan.hex(opcode) + ")");
      default -> in.malformed(at, "an instruction", "illegal opcode " + TypeScan.hex(opcode));
    };
  }

  /**
   * Alignment and offset, and the memory if it is not the first.
   *
   * @param natural the natural alignment of the access, as a power of two
   * @param exact whether a smaller one is wrong, too
   */
  void memoryArgument(int natural, boolean exact) {
    int at = in.position();
    long flags = in.u32("an alignment");
    if (flags > 0x7F) {
      throw in.malformed(at, "an alignment (below 64)", Long.toString(flags));
    }
    long alignment = flags & 0x3F;
    if (alignment > natural || (exact && alignment < natural)) {
      throw in.malformed(
          at, "an alignment of 2^" + natural + (exact ? "" : " at most"), "2^" + alignment);
    }
    if ((flags & 0x40) != 0) {
      in.index("memory", spaces.memories.size());
    } else if (spaces.memories.isEmpty()) {
      throw in.malformed(at, "a memory", "unknown memory 0");
    }
    in.u32("an offset");
  }

  private void reference(int at) {
    int function = in.index("function", spaces.functions.size());
    if (!spaces.declared.get(function)) {
      throw in.malformed(
          at,
          "a function that is exported or named outside of function bodies",
          "undeclared function reference " + function);
    }
  }

  private void selectedType() {
    int at = in.position();
    int count = in.count("types of a select", 1);
    if (count != 1) {
      throw in.malformed(at, "one type", "invalid result arity " + count);
    }
    types.valueType("the type of a select");
  }

  private void call(FunctionType type) {
    cost.steps(type.parameters().size() + (long) type.results().size());
  }

  /** Nothing, one value type, or the index of a function type: told apart by the first byte. */
  private Arity blockType() {
    int at = in.position();
    int first = in.peek();
    if (first == BLOCK_EMPTY) {
      in.skip(1);
      return Arity.NONE;
    }
    if (first > BLOCK_EMPTY && first < 0x80) {
      types.valueType("the type of a block");
      return Arity.ONE;
    }
    long index = in.signed("the type of a block", 33);
    if (index < 0 || index >= spaces.types.size()) {
      throw in.malformed(at, "the type of a block", "unknown type " + index);
    }
    FunctionType type = spaces.types.get((int) index).function();
    if (type == null) {
      throw in.malformed(at, "a function type", "type " + index + ", which is none");
    }
    if (EngineFeatures.confusesBlockType(index)) {
      throw in.unsupported(at, "a block of type " + index + ", read by the engine as a value type");
    }
    return new Arity(type.parameters().size(), type.results().size());
  }
}
