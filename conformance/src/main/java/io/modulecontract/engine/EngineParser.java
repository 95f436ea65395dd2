package io.modulecontract.engine;

import com.dylibso.chicory.wasm.InvalidException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.SectionId;
import io.modulecontract.binary.ModuleFile;
import java.io.ByteArrayInputStream;
import java.util.OptionalInt;

/** The engine's parser and validator, set up in the one way in which this package uses them. */
final class EngineParser {

  /** Stands in for a body: valid for every type, whatever the function returns. */
  private static final byte[] MODULE_WITH_TRAP = {
    0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 5, 1, 3, 0, 0, 0x0B
  };

  private EngineParser() {}

  static WasmModule parse(ModuleFile file) {
    return parser(true).parse(file::stream);
  }

  /**
   * All sections but the custom ones: a broken one must not count, and the engine would stumble.
   */
  private static Parser parser(boolean validating) {
    Parser.Builder builder = Parser.builder().withValidation(validating);
    for (int id = SectionId.TYPE; id <= SectionId.TAG; id++) {
      builder.includeSectionId(id);
    }
    return builder.build();
  }

  /**
   * The first function whose body is invalid, counted among those with a body. The engine does not
   * say which one it is, so ever shorter beginnings of the code are validated again.
   */
  static OptionalInt invalidBody(ModuleFile file) {
    WasmModule module;
    try {
      module = parser(false).parse(file::stream);
    } catch (InvalidException e) {
      return OptionalInt.empty();
    }
    FunctionBody trap =
        parser(true)
            .parse(() -> new ByteArrayInputStream(MODULE_WITH_TRAP))
            .codeSection()
            .getFunctionBody(0);
    int bodies = module.codeSection().functionBodyCount();
    if (isValid(module, bodies, trap) || !isValid(module, 0, trap)) {
      return OptionalInt.empty();
    }
    int valid = 0;
    int invalid = bodies;
    while (invalid - valid > 1) {
      int middle = (valid + invalid) >>> 1;
      if (isValid(module, middle, trap)) {
        valid = middle;
      } else {
        invalid = middle;
      }
    }
    return OptionalInt.of(invalid - 1);
  }

  /**
   * Whether the module would be valid if it had only the first bodies, and the trap for the rest.
   */
  private static boolean isValid(WasmModule module, int bodies, FunctionBody trap) {
    CodeSection.Builder code =
        CodeSection.builder().setRequiresDataCount(module.codeSection().isRequiresDataCount());
    for (int i = 0; i < module.codeSection().functionBodyCount(); i++) {
      code.addFunctionBody(i < bodies ? module.codeSection().getFunctionBody(i) : trap);
    }
    WasmModule.Builder builder =
        WasmModule.builder()
            .setTypeSection(module.typeSection())
            .setImportSection(module.importSection())
            .setFunctionSection(module.functionSection())
            .setTableSection(module.tableSection())
            .setGlobalSection(module.globalSection())
            .setExportSection(module.exportSection())
            .setElementSection(module.elementSection())
            .setCodeSection(code.build())
            .setDataSection(module.dataSection());
    module.memorySection().ifPresent(builder::setMemorySection);
    module.startSection().ifPresent(builder::setStartSection);
    module.dataCountSection().ifPresent(builder::setDataCountSection);
    module.tagSection().ifPresent(builder::setTagSection);
    try {
      builder.build();
      return true;
    } catch (InvalidException e) {
      return false;
    }
  }
}
