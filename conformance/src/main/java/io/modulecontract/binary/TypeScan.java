package io.modulecontract.binary;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Types (core specification, section 5.3): value types wherever they occur, and the section. */
final class TypeScan {

  /** Parameters or results of one function: engines agree on this limit. */
  private static final int MAX_ARITY = 1_000;

  private static final int MAX_FIELDS = 10_000;
  private static final int MAX_TYPES = 1_000_000;

  /** Comparing two types walks through all that they refer to, again for each reference. */
  private static final long MAX_EXPANSION = 1_000_000;

  private final ByteCursor in;
  private final ModuleSpaces spaces;
  private final EngineCost cost;
  private final List<Long> expansions = new ArrayList<>();
  private int groupStart;
  private long knownTypes;
  private long expansion;

  TypeScan(ByteCursor in, ModuleSpaces spaces, EngineCost cost) {
    this.cost = cost;
    this.in = in;
    this.spaces = spaces;
  }

  void section() {
    int groups = in.count("types", 2, MAX_TYPES);
    for (int i = 0; i < groups; i++) {
      in.inEntry("entry", i);
      group();
    }
    knownTypes = spaces.types.size();
  }

  private void group() {
    int at = in.position();
    int form = in.u8("a type");
    spaces.richReferences |= form != 0x60;
    groupStart = spaces.types.size();
    expansion = 1;
    if (form == 0x4E) {
      int size = in.count("types in a group", 2, MAX_TYPES);
      knownTypes = groupStart + (long) size;
      for (int i = 0; i < size; i++) {
        subtype(in.position(), in.u8("a type"));
      }
    } else {
      knownTypes = groupStart + 1L;
      subtype(at, form);
    }
    if (expansion > MAX_EXPANSION) {
      throw in.unsupported(at, "types that refer to each other more than a million times");
    }
    while (expansions.size() < spaces.types.size()) {
      expansions.add(expansion);
    }
    if (spaces.types.size() > MAX_TYPES) {
      throw in.unsupported(at, "more than " + MAX_TYPES + " types");
    }
  }

  private void subtype(int at, int form) {
    if (form != 0x50 && form != 0x4F) {
      composite(at, form);
      return;
    }
    int supertypes = in.count("supertypes", 1);
    if (supertypes > 1) {
      throw in.malformed(at, "at most one supertype", Integer.toString(supertypes));
    }
    if (supertypes == 1) {
      // A type that comes later could be its own ancestor.
      referTo(in.index("type before this one", spaces.types.size()));
    }
    composite(in.position(), in.u8("a composite type"));
  }

  private void composite(int at, int form) {
    switch (form) {
      case 0x60 -> {
        FunctionType type = new FunctionType(arity("parameters"), arity("results"));
        spaces.types.add(new ModuleSpaces.TypeEntry(type, false, 0));
      }
      case 0x5F -> {
        int fields = in.count("fields", 2, MAX_FIELDS);
        for (int i = 0; i < fields; i++) {
          field();
        }
        spaces.types.add(new ModuleSpaces.TypeEntry(null, true, fields));
      }
      case 0x5E -> {
        field();
        spaces.types.add(new ModuleSpaces.TypeEntry(null, false, 1));
      }
      case 0x5D -> throw in.unsupported(at, "stack switching (a continuation type)");
      case 0x65 -> throw in.unsupported(at, "shared-everything threads (a shared type)");
      case 0x4C, 0x4D -> throw in.unsupported(at, "custom descriptors (a described type)");
      default -> throw in.malformed(at, "a type (0x60, 0x5f, 0x5e, 0x50, 0x4f, 0x4e)", hex(form));
    }
  }

  private List<ValueType> arity(String what) {
    int count = in.count(what, 1, MAX_ARITY);
    List<ValueType> types = new ArrayList<>(count);
    String one = "the type of one of the " + what;
    for (int i = 0; i < count; i++) {
      cost.item();
      types.add(valueType(one));
    }
    return types;
  }

  private void field() {
    int at = in.position();
    int type = in.u8("the type of a field");
    if (type != 0x78 && type != 0x77) {
      valueType(at, type, "the type of a field");
    }
    expansion++;
    cost.item();
    mutability();
  }

  /** The index of a function type. */
  FunctionType functionIndex() {
    int at = in.position();
    int index = in.index("type", spaces.types.size());
    FunctionType type = spaces.types.get(index).function();
    if (type == null) {
      throw in.malformed(at, "a function type", "type " + index + ", which is none");
    }
    return type;
  }

  /** Whether a field or a global may change. */
  boolean mutability() {
    int at = in.position();
    int flag = in.u8("a mutability");
    if (flag > 1) {
      throw in.malformed(at, "a mutability (0 or 1)", "malformed mutability " + hex(flag));
    }
    return flag == 1;
  }

  ValueType valueType(String what) {
    int at = in.position();
    return valueType(at, in.u8(what), what);
  }

  private ValueType valueType(int at, int code, String what) {
    return switch (code) {
      case 0x7F -> ValueType.I32;
      case 0x7E -> ValueType.I64;
      case 0x7D -> ValueType.F32;
      case 0x7C -> ValueType.F64;
      case 0x7B -> throw in.unsupported(at, "SIMD (the type v128)");
      case 0x63, 0x64 -> {
        spaces.richReferences = true;
        heapType();
        yield ValueType.OTHER;
      }
      default -> {
        abstractHeapType(at, code, what);
        yield ValueType.OTHER;
      }
    };
  }

  /** A type of references: tables and element segments hold nothing else. */
  void referenceType(int at, int code) {
    if (code == 0x63 || code == 0x64) {
      spaces.richReferences = true;
      heapType();
    } else {
      abstractHeapType(at, code, "a reference type");
    }
  }

  /** What a reference refers to. */
  void heapType() {
    int at = in.position();
    long type = in.signed("a heap type", 33);
    spaces.richReferences |= type >= 0;
    if (type < 0 && in.position() - at > 1) {
      throw in.malformed(at, "a heap type in one byte", "a longer one");
    }
    if (type < 0) {
      abstractHeapType(at, (int) (type & 0x7F), "a heap type");
    } else if (type >= knownTypes) {
      throw in.malformed(at, "a type that is defined by then", "unknown type " + type);
    } else {
      referTo((int) type);
    }
  }

  private void referTo(int type) {
    expansion += type < groupStart && type < expansions.size() ? expansions.get(type) : 1;
  }

  private void abstractHeapType(int at, int code, String what) {
    switch (code) {
      case 0x69, 0x6F, 0x70 -> {}
      case 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x71, 0x72, 0x73 -> spaces.richReferences = true;
      case 0x74 -> throw in.unsupported(at, "the type nullexnref");
      case 0x68, 0x75 -> throw in.unsupported(at, "stack switching (a continuation reference)");
      case 0x67, 0x66, 0x62, 0x61 ->
          throw in.unsupported(at, "a proposed reference type (" + hex(code) + ")");
      case 0x65 -> throw in.unsupported(at, "shared-everything threads (a shared type)");
      default -> throw in.malformed(at, what, hex(code));
    }
  }

  static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }
}
