package io.modulecontract.inspect;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import io.modulecontract.engine.ModuleReader;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A module as its binary shows it.
 *
 * @param path the file, as the user named it
 * @param module what was read
 * @param descriptor what lies beside it, or nothing
 */
public record Inspection(Path path, ModuleReading.WellFormed module, ModuleDescriptor descriptor) {

  private static final Duration READING = Duration.ofSeconds(60);

  /**
   * Reads a module and the descriptor beside it, if there is one.
   *
   * @throws NotInspected with the sentence that a check would say
   */
  public static Inspection of(Path path) throws NotInspected {
    return of(path, false);
  }

  /**
   * The same for a module that is to have a first descriptor: an empty one beside it was made a
   * moment ago, by the shell that is told to keep it there.
   *
   * @throws NotInspected with the sentence that a check would say
   */
  public static Inspection forFirstDescriptor(Path path) throws NotInspected {
    File beside = DescriptorReader.beside(path).toFile();
    return of(path, beside.isFile() && beside.length() == 0);
  }

  private static Inspection of(Path path, boolean alone) throws NotInspected {
    try {
      ModuleFile file = ModuleFile.read(path);
      ModuleDescriptor descriptor =
          alone ? ModuleDescriptor.NONE : DescriptorReader.of(path, Optional.empty());
      return of(path, ModuleReader.read(file, READING), descriptor);
    } catch (UnreadableModule | UnreadableDescriptor e) {
      throw new NotInspected(String.valueOf(e.getMessage()), false);
    }
  }

  private static Inspection of(Path path, ModuleReading reading, ModuleDescriptor descriptor)
      throws NotInspected {
    if (reading instanceof ModuleReading.Malformed malformed) {
      throw new NotInspected(path + ": " + malformed.sentence() + " (MOD-01)", true);
    }
    if (reading instanceof ModuleReading.Unsupported unsupported) {
      throw new NotInspected(path + ": " + unsupported.sentence(), false);
    }
    return new Inspection(path, (ModuleReading.WellFormed) reading, descriptor);
  }

  ModuleOutline outline() {
    return module.outline();
  }
}
