package io.modulecontract.binary;

import io.modulecontract.abi.FunctionType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module says about itself, in the order of the binary and without a type of the engine.
 *
 * @param exports everything exported
 * @param imports everything imported
 * @param memories every memory, imported ones first
 * @param tables how many tables there are, imported ones included
 * @param start the index of the start function
 * @param stateInstructions instructions in function bodies whose effect is not in memory or globals
 *     alone, by their names in the text format, such as {@code table.set} or {@code data.drop}:
 *     where there is one, memory and globals are not the whole state of an instance
 * @param dataSegments address ranges that active segments fill at the start, where the offset is a
 *     constant
 * @param customSections the names of the custom sections
 * @param producers what the {@code producers} section says, empty if there is none or it is broken
 */
public record ModuleOutline(
    List<Export> exports,
    List<Import> imports,
    List<Memory> memories,
    int tables,
    OptionalLong start,
    Set<String> stateInstructions,
    List<DataSegment> dataSegments,
    List<String> customSections,
    List<Producer> producers) {

  /** Copies all lists. */
  public ModuleOutline {
    exports = List.copyOf(exports);
    imports = List.copyOf(imports);
    memories = List.copyOf(memories);
    stateInstructions = Collections.unmodifiableSet(new LinkedHashSet<>(stateInstructions));
    dataSegments = List.copyOf(dataSegments);
    customSections = List.copyOf(customSections);
    producers = List.copyOf(producers);
  }

  /** The export of this name. Names are unique in a valid module. */
  public Optional<Export> export(String name) {
    return exports.stream().filter(export -> export.name().equals(name)).findFirst();
  }

  /** What can be imported and exported. */
  public enum Kind {
    /** A function. */
    FUNCTION,
    /** A table of references. */
    TABLE,
    /** A linear memory. */
    MEMORY,
    /** A global variable. */
    GLOBAL,
    /** A tag of exceptions. */
    TAG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One export.
   *
   * @param name its name
   * @param kind what is exported
   * @param index its index among all of its kind
   * @param type its type, if it is a function
   */
  public record Export(String name, Kind kind, long index, @Nullable FunctionType type) {}

  /**
   * One import.
   *
   * @param module the module's name
   * @param name the name in it
   * @param kind what is imported
   * @param type its type, if it is a function
   */
  public record Import(String module, String name, Kind kind, @Nullable FunctionType type) {}

  /**
   * One memory.
   *
   * @param initialPages pages at the start
   * @param maximumPages the declared maximum, if any
   * @param exportedAs the names it is exported by
   * @param imported whether the host provides it
   * @param shared whether threads may share it
   */
  public record Memory(
      long initialPages,
      OptionalLong maximumPages,
      List<String> exportedAs,
      boolean imported,
      boolean shared) {

    /** Copies the list. */
    public Memory {
      exportedAs = List.copyOf(exportedAs);
    }
  }

  /**
   * Addresses that one active data segment fills.
   *
   * @param memory the memory's index
   * @param from the first address
   * @param length how many bytes
   */
  public record DataSegment(long memory, long from, long length) {}

  /**
   * One line of the {@code producers} section.
   *
   * @param field {@code language}, {@code processed-by} or {@code sdk}
   * @param name such as {@code Rust}
   * @param version its version, may be empty
   */
  public record Producer(String field, String name, String version) {}
}
