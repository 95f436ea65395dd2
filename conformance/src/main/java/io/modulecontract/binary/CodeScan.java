package io.modulecontract.binary;

import io.modulecontract.abi.FunctionType;

/** Function bodies (core specification, section 5.5.13). */
final class CodeScan {

  /** Locals of one function: engines agree on this limit. */
  private static final int MAX_LOCALS = 50_000;

  private static final long U32_MAX = 0xFFFF_FFFFL;

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final TypeScan types;
  private final EngineCost cost;
  private final InstructionScan instructions;

  CodeScan(
      ByteCursor in,
      ModuleSpaces spaces,
      TypeScan types,
      EngineCost cost,
      InstructionScan instructions) {
    this.in = in;
    this.spaces = spaces;
    this.types = types;
    this.cost = cost;
    this.instructions = instructions;
  }

  void section() {
    int at = in.position();
    int expected = spaces.functions.size() - spaces.importedFunctions;
    int bodies = in.count("function bodies", 3, DefinitionScan.MAX_DEFINITIONS);
    if (bodies != expected) {
      throw in.malformed(
          at,
          expected + " function bodies, as the function section says",
          "function and code section have inconsistent lengths (" + bodies + ")");
    }
    int sectionEnd = in.end();
    for (int i = 0; i < bodies; i++) {
      int function = spaces.importedFunctions + i;
      in.inEntry("function", function);
      spaces.bodies.add(in.position());
      int size = in.count("bytes in a function body", 1);
      int bodyEnd = in.position() + size;
      in.endAt(bodyEnd);
      body(spaces.functions.get(function));
      if (in.position() != bodyEnd) {
        throw in.malformed(
            in.position(),
            "the end of the body",
            in.left() + " more bytes (section size mismatch)");
      }
      in.endAt(sectionEnd);
    }
  }

  private void body(FunctionType type) {
    long before = cost.instructions();
    long locals = locals();
    long all = locals + type.parameters().size();
    ControlFrames frames = new ControlFrames(in, cost, type.results().size());
    cost.steps(type.parameters().size() + (long) type.results().size());
    while (!frames.closed()) {
      instructions.instruction(frames, all);
    }
    cost.function(all, before);
  }

  private long locals() {
    int at = in.position();
    int groups = in.count("groups of locals", 2);
    long locals = 0;
    for (int i = 0; i < groups; i++) {
      locals += in.u32("a number of locals");
      types.valueType("the type of a local");
      if (locals > U32_MAX) {
        throw in.malformed(
            at, "at most " + U32_MAX + " locals", "too many locals (" + locals + ")");
      }
    }
    if (locals > MAX_LOCALS) {
      throw in.unsupported(
          at, "more than " + MAX_LOCALS + " locals in one function (" + locals + ")");
    }
    return locals;
  }
}
