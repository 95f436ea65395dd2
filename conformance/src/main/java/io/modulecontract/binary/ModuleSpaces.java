package io.modulecontract.binary;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ValueType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index spaces of a module (core specification, section 2.5.1) while a scan fills them. */
final class ModuleSpaces {

  /**
   * One type.
   *
   * @param function the function type, or null for a struct or an array
   * @param fields how many fields a struct has, 1 for an array
   */
  record TypeEntry(@Nullable FunctionType function, boolean struct, int fields) {}

  /** One memory, before its exports are known. */
  record MemoryEntry(long initial, OptionalLong maximum, boolean imported, boolean shared) {}

  final List<TypeEntry> types = new ArrayList<>();

  /** The type of each function, imported ones first. */
  final List<FunctionType> functions = new ArrayList<>();

  /** The type of each tag, imported ones first. */
  final List<FunctionType> tagTypes = new ArrayList<>();

  /** The type of each global, imported ones first. */
  final List<ValueType> globals = new ArrayList<>();

  final List<MemoryEntry> memories = new ArrayList<>();
  final List<ModuleOutline.Import> imports = new ArrayList<>();
  final List<ModuleOutline.Export> exports = new ArrayList<>();
  final List<ModuleOutline.DataSegment> dataSegments = new ArrayList<>();
  final List<ModuleOutline.Producer> producers = new ArrayList<>();
  final List<String> customSections = new ArrayList<>();
  final Set<String> stateInstructions = new LinkedHashSet<>();

  /** Functions that may be the operand of {@code ref.func} in a body. */
  final BitSet declared = new BitSet();

  /** Where each function's body is, in the order of the code section. */
  final List<Integer> bodies = new ArrayList<>();

  int importedFunctions;

  /** Whether there is a type beyond numbers, functions and references to any function or extern. */
  boolean richReferences;

  int tables;
  int elements;
  int dataCount = -1;
  int dataSegmentsSeen;
  OptionalLong start = OptionalLong.empty();

  /** The place of a body, in the same words as a scan's. */
  String bodyPlace(int body) {
    return "byte 0x"
        + Integer.toHexString(bodies.get(body))
        + ", section 10 (code), function "
        + (importedFunctions + body);
  }

  /** By what name others know a function, to be appended; empty if it is not exported. */
  String nameOf(int function) {
    return exports.stream()
        .filter(export -> export.kind() == ModuleOutline.Kind.FUNCTION)
        .filter(export -> export.index() == function)
        .map(export -> " of '" + export.name() + "'")
        .findFirst()
        .orElse("");
  }

  ModuleOutline outline() {
    List<ModuleOutline.Memory> outlined = new ArrayList<>();
    for (int i = 0; i < memories.size(); i++) {
      MemoryEntry memory = memories.get(i);
      List<String> names = new ArrayList<>();
      for (ModuleOutline.Export export : exports) {
        if (export.kind() == ModuleOutline.Kind.MEMORY && export.index() == i) {
          names.add(export.name());
        }
      }
      outlined.add(
          new ModuleOutline.Memory(
              memory.initial(), memory.maximum(), names, memory.imported(), memory.shared()));
    }
    return new ModuleOutline(
        exports,
        imports,
        outlined,
        tables,
        start,
        stateInstructions,
        dataSegments,
        customSections,
        producers);
  }
}
