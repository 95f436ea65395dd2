package io.modulecontract.run;

import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.U32;
import io.modulecontract.engine.HostImport;
import java.util.List;

/**
 * What a module under check finds where it imports a function whose meaning is declared: one that
 * takes every piece and keeps none. What is declared without a meaning nobody here has.
 */
final class DeclaredImports {

  private static final long GO_ON = 0;

  private DeclaredImports() {}

  static List<HostImport> of(ModuleDescriptor descriptor) {
    return descriptor.imports().stream()
        .flatMap(wanted -> wanted.meaning().map(meaning -> taking(wanted, meaning)).stream())
        .toList();
  }

  private static HostImport taking(ModuleDescriptor.Import wanted, ImportMeaning meaning) {
    return new HostImport(
        wanted.module(),
        wanted.name(),
        meaning.type().parameters().size(),
        (memory, arguments) -> {
          memory.check(U32.signed(arguments[0]), U32.signed(arguments[1]));
          return GO_ON;
        });
  }
}
