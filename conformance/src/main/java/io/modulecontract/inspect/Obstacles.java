package io.modulecontract.inspect;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.FirstFew;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleOutline.Kind;
import io.modulecontract.engine.WasiNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is wrong with a module, from its binary alone; each sentence names the clause that a check
 * reports.
 *
 * @param sentences why no check can call it
 * @param faults what else it breaks
 */
record Obstacles(List<String> sentences, List<String> faults) {

  static Obstacles of(Inspection inspection) {
    List<String> sentences = new ArrayList<>();
    ModuleOutline outline = inspection.outline();
    Profile profile = inspection.descriptor().profile();
    memory(outline, profile, sentences);
    function(outline, profile, profile.allocate(), "alloc", sentences);
    function(outline, profile, profile.deallocate(), "free", sentences);
    imports(outline, inspection.descriptor(), sentences);
    return new Obstacles(sentences, faults(outline, inspection.descriptor()));
  }

  private static List<String> faults(ModuleOutline outline, ModuleDescriptor descriptor) {
    List<String> faults = new ArrayList<>();
    if (outline.export("_start").isPresent()) {
      faults.add("MOD-05: it exports `_start`, so it is a command and no reactor");
    }
    for (ModuleDescriptor.Function function : descriptor.functions()) {
      FunctionType type = function.shape().type();
      FunctionType found =
          outline.export(function.name()).map(ModuleOutline.Export::type).orElse(null);
      if (!type.equals(found)) {
        faults.add(
            "MOD-06: the descriptor's `"
                + function.name()
                + "` must be "
                + type
                + ", and is "
                + (found == null ? "no exported function" : found));
      }
    }
    return faults;
  }

  private static void memory(ModuleOutline outline, Profile profile, List<String> sentences) {
    boolean there =
        outline.export(profile.memory()).filter(e -> e.kind() == Kind.MEMORY).isPresent();
    if (!there) {
      String found =
          outline.memories().isEmpty() ? "it has no memory" : names(outline, Kind.MEMORY);
      sentences.add("MOD-02: no memory is exported as `" + profile.memory() + "`: " + found);
    }
  }

  private static String names(ModuleOutline outline, Kind kind) {
    String names =
        outline.exports().stream()
            .filter(export -> export.kind() == kind)
            .map(export -> "`" + export.name() + "`")
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "its memory is not exported"
        : "it is exported as " + names + ", which a descriptor's [profile] can say";
  }

  private static void function(
      ModuleOutline outline, Profile profile, String name, String like, List<String> sentences) {
    String expected = "MOD-03: no function `" + name + "` of type " + profile.type();
    var export = outline.export(name);
    if (export.isEmpty()) {
      sentences.add(expected + " is exported" + candidates(outline, profile.type(), like));
    } else if (!profile.type().equals(export.get().type())) {
      FunctionType type = export.get().type();
      sentences.add(expected + ": its type is " + (type == null ? export.get().kind() : type));
    }
  }

  /** Exports that may be meant: only the author can say so, in a descriptor. */
  private static String candidates(ModuleOutline outline, FunctionType type, String like) {
    String names =
        outline.exports().stream()
            .filter(export -> type.equals(export.type()))
            .map(ModuleOutline.Export::name)
            .filter(name -> isLike(name.toLowerCase(Locale.ROOT), like))
            .limit(3)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; is it " + names + "? A descriptor's [profile] can say so";
  }

  private static boolean isLike(String name, String like) {
    boolean gives = name.contains("dealloc") || name.contains("free");
    return like.equals("free") ? gives : name.contains("alloc") && !gives;
  }

  /** Whether a host of this contract has it, because the descriptor says what it is for. */
  private static boolean hasMeaning(ModuleOutline.Import wanted, ModuleDescriptor descriptor) {
    return descriptor.imports().stream()
        .filter(it -> it.module().equals(wanted.module()) && it.name().equals(wanted.name()))
        .anyMatch(it -> it.meaning().filter(fits -> fits.type().equals(wanted.type())).isPresent());
  }

  private static void imports(
      ModuleOutline outline, ModuleDescriptor descriptor, List<String> sentences) {
    List<String> foreign =
        outline.imports().stream()
            .filter(wanted -> !WasiNames.provides(wanted))
            .filter(wanted -> !hasMeaning(wanted, descriptor))
            .map(wanted -> "`" + wanted.module() + "." + wanted.name() + "`")
            .distinct()
            .toList();
    if (!foreign.isEmpty()) {
      String declared =
          descriptor.imports().isEmpty() ? "" : "; declared or not, nobody here has it";
      sentences.add("MOD-04: it imports " + FirstFew.of(foreign, 5) + declared);
    }
  }
}
