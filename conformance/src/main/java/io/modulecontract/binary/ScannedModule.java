package io.modulecontract.binary;

import java.util.function.Function;

/**
 * A module whose structure was walked to its end: an engine's parser may see it now, for no count
 * in it claims more than the file holds. Whether its bodies are well typed is the parser's word.
 */
public final class ScannedModule {

  private final ModuleFile file;
  private final BinaryScan scan;

  private ScannedModule(ModuleFile file, BinaryScan scan) {
    this.file = file;
    this.scan = scan;
  }

  /**
   * Scans the bytes, and lets a parser go on with them unless the scan found them wanting.
   *
   * @param file the module's bytes
   * @param parser what reads a module of sound structure
   */
  public static ModuleReading read(ModuleFile file, Function<ScannedModule, ModuleReading> parser) {
    BinaryScan scan = new BinaryScan(file.bytes());
    try {
      scan.run();
    } catch (ScanStop stop) {
      return stop.reading();
    }
    return parser.apply(new ScannedModule(file, scan));
  }

  /** The bytes that were scanned. */
  public ModuleFile file() {
    return file;
  }

  /** What the module says about itself. */
  public ModuleOutline outline() {
    return scan.spaces().outline();
  }

  /** Bytes of heap that the engine's parser will need, on the high side. */
  public long engineBytes() {
    return scan.engineBytes();
  }

  /** Whether there is a type beyond numbers, functions and references to any function or extern. */
  public boolean hasRichReferences() {
    return scan.spaces().richReferences;
  }

  /**
   * The place of a function's body.
   *
   * @param body its index in the code section
   */
  public String bodyPlace(int body) {
    return scan.spaces().bodyPlace(body);
  }

  /**
   * By what name others know the function, to be appended; empty if it is not exported.
   *
   * @param body its index in the code section
   */
  public String nameOfBody(int body) {
    return scan.spaces().nameOf(scan.spaces().importedFunctions + body);
  }
}
