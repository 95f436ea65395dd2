package io.modulecontract.checks;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.binary.FirstFew;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleOutline.Kind;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.engine.WasiNames;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The family MOD: what can be read from the binary before anything runs. */
class ModuleChecks {

  @Test
  @Decides(Clause.MOD_01)
  void binaryIsWellFormedAndValid() {
    CheckRun.current().tally().trial();
    if (CheckRun.current().subject().reading() instanceof ModuleReading.Malformed malformed) {
      throw ClauseBroken.inBinary(
          malformed.expected(), malformed.found() + ", at " + malformed.place());
    }
  }

  @Test
  @Decides(Clause.MOD_02)
  void memoryIsExported() {
    String name = CheckRun.current().subject().profile().memory();
    ModuleOutline outline = outline();
    Optional<ModuleOutline.Export> export = outline.export(name);
    if (export.isEmpty()) {
      throw ClauseBroken.inBinary(
          "a memory exported as `" + name + "`", memories(outline) + "; " + exports(outline));
    }
    if (export.get().kind() != Kind.MEMORY) {
      throw ClauseBroken.inBinary(
          "a memory exported as `" + name + "`", "a " + export.get().kind() + " of that name");
    }
  }

  @Test
  @Decides(Clause.MOD_03)
  void allocateAndDeallocateHaveTheirTypes() {
    outline();
    for (String name :
        List.of(
            CheckRun.current().subject().profile().allocate(),
            CheckRun.current().subject().profile().deallocate())) {
      requireFunction(name, CheckRun.current().subject().profile().type());
    }
  }

  @Test
  @Decides(Clause.MOD_04)
  void importsAreProvided() {
    List<ModuleDescriptor.Import> declared = CheckRun.current().subject().descriptor().imports();
    List<String> others =
        outline().imports().stream()
            .filter(wanted -> !WasiNames.provides(wanted))
            .filter(
                wanted ->
                    declared.stream()
                        .noneMatch(
                            it ->
                                it.module().equals(wanted.module())
                                    && it.name().equals(wanted.name())))
            .map(ModuleChecks::describe)
            .toList();
    if (!others.isEmpty()) {
      throw ClauseBroken.inBinary(
          "only functions of " + WasiNames.MODULE + ", and what a descriptor declares",
          "imports " + FirstFew.of(others, 5));
    }
  }

  @Test
  @Decides(Clause.MOD_05)
  void moduleIsAReactor() {
    ModuleOutline outline = outline();
    if (outline.export("_start").isPresent()) {
      throw ClauseBroken.inBinary(
          "a reactor, without `_start`", "exports `_start`: the module is a command");
    }
    FunctionType nothing = FunctionType.i32(0, 0);
    if (outline.export("_initialize").isPresent()) {
      requireFunction("_initialize", nothing);
    }
  }

  @Test
  @Decides(Clause.MOD_06)
  void declaredFunctionsAreExported() {
    outline();
    if (CheckRun.current().subject().descriptor().functions().isEmpty()) {
      throw CheckRun.notApplicable("no descriptor names a function");
    }
    for (ModuleDescriptor.Function function :
        CheckRun.current().subject().descriptor().functions()) {
      requireFunction(function.name(), function.shape().type());
    }
  }

  private ModuleOutline outline() {
    ModuleOutline outline = CheckRun.current().module().outline();
    CheckRun.current().tally().trial();
    return outline;
  }

  private void requireFunction(String name, FunctionType type) {
    ModuleOutline outline = CheckRun.current().module().outline();
    String expected = "a function `" + name + "` of type " + type;
    ModuleOutline.Export export =
        outline
            .export(name)
            .orElseThrow(
                () ->
                    ClauseBroken.inBinary(expected, "no export of that name; " + exports(outline)));
    if (export.kind() != Kind.FUNCTION) {
      throw ClauseBroken.inBinary(expected, "a " + export.kind() + " of that name");
    }
    if (!type.equals(export.type())) {
      throw ClauseBroken.inBinary(expected, "its type is " + export.type());
    }
  }

  private static String memories(ModuleOutline outline) {
    if (outline.memories().isEmpty()) {
      return "the module has no memory";
    }
    ModuleOutline.Memory memory = outline.memories().get(0);
    if (memory.imported()) {
      return "the memory is imported";
    }
    return memory.exportedAs().isEmpty()
        ? "the memory is not exported"
        : "the memory is exported as `" + String.join("`, `", memory.exportedAs()) + "`";
  }

  /** The first few exports: often the name is only spelt otherwise. */
  private static String exports(ModuleOutline outline) {
    List<String> names =
        outline.exports().stream().map(export -> "`" + export.name() + "`").toList();
    return names.isEmpty() ? "nothing is exported" : "exported are " + FirstFew.of(names, 8);
  }

  private static String describe(ModuleOutline.Import wanted) {
    return wanted.kind() + " `" + wanted.module() + "." + wanted.name() + "`";
  }
}
