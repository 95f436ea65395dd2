package io.modulecontract.run;

import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.U32;
import io.modulecontract.engine.HostImport;
import java.util.List;

/**
 * What a module under check finds where it imports a function whose meaning is declared: one that
 * leaves each piece to whoever made the call. What is declared without a meaning nobody here has.
 */
public final class DeclaredImports {

  private static final long GO_ON = 0;
  private static final long NO_MORE = 1;

  private DeclaredImports() {}

  /** Those that a descriptor names with their meaning. */
  public static List<HostImport> of(ModuleDescriptor descriptor) {
    return descriptor.imports().stream()
        .flatMap(wanted -> wanted.meaning().map(meaning -> taking(wanted, meaning)).stream())
        .toList();
  }

  private static HostImport taking(ModuleDescriptor.Import wanted, ImportMeaning meaning) {
    return new HostImport(
        wanted.module(),
        wanted.name(),
        meaning.type().parameters().size(),
        (memory, outbox, arguments) -> {
          byte[] piece = memory.readBytes(U32.signed(arguments[0]), U32.signed(arguments[1]));
          return outbox.take(piece) ? GO_ON : NO_MORE;
        });
  }
}
