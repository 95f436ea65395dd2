package io.modulecontract.binary;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ValueType;
import io.modulecontract.binary.ModuleOutline.Kind;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Imports, exports and the sections that define something (core specification, section 5.5). */
final class DefinitionScan {

  /** Definitions of one kind: engines agree on this limit. */
  static final int MAX_DEFINITIONS = 1_000_000;

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final TypeScan types;
  private final LimitsScan limits;
  private final ConstantScan constants;

  DefinitionScan(ByteCursor in, ModuleSpaces spaces, TypeScan types, ConstantScan constants) {
    this.in = in;
    this.spaces = spaces;
    this.types = types;
    this.limits = new LimitsScan(in);
    this.constants = constants;
  }

  void imports() {
    int count = in.count("imports", 4, MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      int at = in.position();
      String module = in.name("the name of the imported module");
      String name = in.name("the name of the import");
      int kindAt = in.position();
      Kind kind = kind("the kind of the import");
      FunctionType type = null;
      switch (kind) {
        case FUNCTION -> {
          type = types.functionIndex();
          spaces.functions.add(type);
        }
        case TABLE -> table(in.position(), in.u8("a reference type"));
        case MEMORY -> spaces.memories.add(limits.memory(true));
        case GLOBAL -> {
          spaces.globals.add(globalType());
        }
        case TAG -> tag();
      }
      if (kind == Kind.FUNCTION && module.isEmpty() && name.isEmpty()) {
        throw in.unsupported(kindAt, "a function import whose module and name are empty");
      }
      if (!EngineFeatures.readsImportName(module) || !EngineFeatures.readsImportName(name)) {
        throw in.unsupported(
            at, "an import named with other characters than letters: " + module + "." + name);
      }
      spaces.imports.add(new ModuleOutline.Import(module, name, kind, type));
    }
    spaces.importedFunctions = spaces.functions.size();
  }

  private Kind kind(String what) {
    int at = in.position();
    int kind = in.u8(what);
    return switch (kind) {
      case 0 -> Kind.FUNCTION;
      case 1 -> Kind.TABLE;
      case 2 -> Kind.MEMORY;
      case 3 -> Kind.GLOBAL;
      case 4 -> Kind.TAG;
      default -> throw in.malformed(at, what + " (0 to 4)", TypeScan.hex(kind));
    };
  }

  void functions() {
    int count = in.count("functions", 1, MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      spaces.functions.add(types.functionIndex());
    }
  }

  void tables() {
    int count = in.count("tables", 3, MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      int at = in.position();
      int code = in.u8("a reference type");
      boolean initialized = code == 0x40;
      if (initialized) {
        int zeroAt = in.position();
        if (in.u8("a zero byte") != 0) {
          throw in.malformed(zeroAt, "a zero byte", "another one");
        }
        at = in.position();
        code = in.u8("a reference type");
      }
      table(at, code);
      if (initialized) {
        constants.read();
      }
    }
  }

  private void table(int at, int code) {
    types.referenceType(at, code);
    limits.table();
    spaces.tables++;
  }

  void memories() {
    int count = in.count("memories", 2, MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      spaces.memories.add(limits.memory(false));
    }
  }

  void tags() {
    int count = in.count("tags", 2, MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      tag();
    }
  }

  private void tag() {
    int at = in.position();
    if (in.u8("a tag's attribute") != 0) {
      throw in.malformed(at, "a tag's attribute (0)", "another one");
    }
    int typeAt = in.position();
    FunctionType type = types.functionIndex();
    if (!type.results().isEmpty()) {
      throw in.malformed(typeAt, "a tag type without results", type.toString());
    }
    spaces.tagTypes.add(type);
  }

  void globals() {
    int count = in.count("globals", 4, MAX_DEFINITIONS);
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      ValueType type = globalType();
      constants.read();
      // Only now: a global's first value may come from globals before it.
      spaces.globals.add(type);
    }
  }

  private ValueType globalType() {
    ValueType type = types.valueType("the type of a global");
    types.mutability();
    return type;
  }

  void exports() {
    int count = in.count("exports", 3, MAX_DEFINITIONS);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      in.inEntry("entry", i);
      int at = in.position();
      String name = in.name("the name of the export");
      if (!names.add(name)) {
        throw in.malformed(at, "each name exported once", "duplicate export name '" + name + "'");
      }
      Kind kind = kind("the kind of the export");
      int index = in.index(kind.toString(), size(kind));
      if (kind == Kind.FUNCTION) {
        spaces.declared.set(index);
      }
      FunctionType type = kind == Kind.FUNCTION ? spaces.functions.get(index) : null;
      spaces.exports.add(new ModuleOutline.Export(name, kind, index, type));
    }
  }

  private int size(Kind kind) {
    return switch (kind) {
      case FUNCTION -> spaces.functions.size();
      case TABLE -> spaces.tables;
      case MEMORY -> spaces.memories.size();
      case GLOBAL -> spaces.globals.size();
      case TAG -> spaces.tagTypes.size();
    };
  }

  void start() {
    int at = in.position();
    int index = in.index("function", spaces.functions.size());
    FunctionType type = spaces.functions.get(index);
    if (!type.parameters().isEmpty() || !type.results().isEmpty()) {
      throw in.malformed(at, "a start function of type () -> ()", type.toString());
    }
    spaces.start = OptionalLong.of(index);
  }
}
