package io.modulecontract.inspect;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sorts the exported functions: those with a shape, and those that are never called. */
final class Functions {

  private static final Set<String> STARTS = Set.of("_initialize", "_start");

  /**
   * An exported function of a known shape.
   *
   * @param name its name
   * @param shape its shape
   * @param why what says so
   */
  record Shaped(String name, FunctionShape shape, String why) {}

  /**
   * Any other exported function.
   *
   * @param name its name
   * @param type its type
   */
  record Other(String name, FunctionType type) {}

  private final List<Shaped> shaped = new ArrayList<>();
  private final List<Other> others = new ArrayList<>();

  /** Of a module with its descriptor, without what the contract itself exports. */
  static Functions of(Inspection inspection) {
    Functions functions = new Functions();
    Profile profile = inspection.descriptor().profile();
    Set<String> contract = Set.of(profile.allocate(), profile.deallocate());
    for (ModuleOutline.Export export : inspection.outline().exports()) {
      FunctionType type = export.type();
      if (type != null && !contract.contains(export.name()) && !STARTS.contains(export.name())) {
        functions.sort(export.name(), type, inspection.descriptor());
      }
    }
    return functions;
  }

  private void sort(String name, FunctionType type, ModuleDescriptor descriptor) {
    Optional<FunctionShape> declared =
        descriptor.functions().stream()
            .filter(function -> function.name().equals(name))
            .map(ModuleDescriptor.Function::shape)
            .findFirst();
    Optional<FunctionShape> detected = FunctionShape.detect(name, type);
    if (declared.isPresent()) {
      boolean fits = declared.get().type().equals(type);
      String why =
          fits ? "the descriptor says so" : "the descriptor says so, but its type is " + type;
      shaped.add(new Shaped(name, declared.get(), why));
    } else if (detected.isPresent()) {
      shaped.add(new Shaped(name, detected.get(), "its name and its type " + type + " say so"));
    } else {
      others.add(new Other(name, type));
    }
  }

  List<Shaped> shaped() {
    return shaped;
  }

  List<Other> others() {
    return others;
  }
}
