package io.modulecontract.inspect;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.engine.WasiNames;
import io.modulecontract.report.Printable;
import io.modulecontract.toml.TomlString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a first descriptor for a module. What the binary says is stated; what only its author can
 * know stands there as a comment.
 */
public final class DescriptorDraft {

  /** Values that a capability may have in the draft; exit and network have none. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "clock", "true",
          "random", "true",
          "stdin", "true",
          "stdout", "true",
          "arguments", "true",
          "environment", "[\"TZ\"]",
          "directories", "[ { guest = \"/data\", access = \"read\" } ]");

  private final StringBuilder text = new StringBuilder();
  private final Inspection inspection;
  private final ModuleOutline outline;

  private DescriptorDraft(Inspection inspection) {
    this.inspection = inspection;
    outline = inspection.outline();
  }

  /** The whole text, which {@link DescriptorReader} takes. */
  public static String of(Inspection inspection) {
    DescriptorDraft draft = new DescriptorDraft(inspection);
    draft.write();
    return draft.text.toString();
  }

  private void write() {
    comment("What " + inspection.path().getFileName() + " promises its hosts, and asks them for.");
    comment("A first version, read from the binary: correct it, then keep it beside the module.");
    line("format = " + TomlString.of(DescriptorReader.FORMAT));
    profile();
    line("");
    comment("[limits]                 # what the module was made for; the suite's own without it");
    comment("memory = \"64 MiB\"");
    comment("deadline = \"2 s\"");
    capabilities();
    functions();
    imports();
  }

  /** Another name of the memory is plain; which function allocates, only the author knows. */
  private void profile() {
    Profile profile = inspection.descriptor().profile();
    List<String> memories =
        outline.exports().stream()
            .filter(export -> export.kind() == ModuleOutline.Kind.MEMORY)
            .map(ModuleOutline.Export::name)
            .filter(name -> !name.isBlank())
            .toList();
    Set<String> functions = Set.of(profile.allocate(), profile.deallocate());
    boolean named = outline.export(profile.memory()).isPresent() || memories.isEmpty();
    boolean both = functions.stream().allMatch(name -> outline.export(name).isPresent());
    if (named && both && profile.equals(Profile.DEFAULT)) {
      return;
    }
    line("");
    line("[profile]");
    String memory = named ? profile.memory() : memories.get(0);
    // A name stands for one export only.
    if (!functions.contains(memory)) {
      line("memory = " + TomlString.of(memory));
    }
    if (both && !profile.equals(Profile.DEFAULT)) {
      line("allocate = " + TomlString.of(profile.allocate()));
      line("deallocate = " + TomlString.of(profile.deallocate()));
    } else if (!both) {
      comment("allocate = \"wasm_allocate\"      # the name of your (i32) -> (i32) that gives out");
      comment(
          "deallocate = \"wasm_deallocate\"  # the name of your (i32) -> (i32) that takes back");
    }
  }

  private void capabilities() {
    Map<String, List<String>> needs = WasiNeeds.of(outline);
    line("");
    comment("Imported is not yet used: take the # from what the module really needs.");
    line("[capabilities]");
    needs.forEach(
        (capability, names) -> {
          if (EXAMPLES.containsKey(capability)) {
            comment(
                capability
                    + " = "
                    + EXAMPLES.get(capability)
                    + "   # imports "
                    + String.join(", ", names));
          }
        });
  }

  private void functions() {
    Functions functions = Functions.of(inspection);
    for (Functions.Shaped function : functions.shaped()) {
      line("");
      line("[[function]]");
      line("name = " + TomlString.of(function.name()));
      line("shape = " + TomlString.of(function.shape().toString()));
      if (function.shape() == FunctionShape.BYTES) {
        line("payload = \"utf8\"           # or \"bytes\", if it takes any bytes at all");
      } else if (function.shape() == FunctionShape.ARROW) {
        text.append(TablesDraft.of(inspection.descriptor(), function.name()));
      }
    }
    if (!functions.others().isEmpty()) {
      line("");
      comment("No shape is known of these, so they are not checked:");
      functions.others().forEach(other -> comment("  " + other.name() + " " + other.type()));
    }
  }

  private void imports() {
    List<ModuleOutline.Import> foreign = new ArrayList<>();
    for (ModuleOutline.Import wanted : outline.imports()) {
      boolean seen =
          foreign.stream()
              .anyMatch(
                  other ->
                      other.module().equals(wanted.module()) && other.name().equals(wanted.name()));
      if (!WasiNames.provides(wanted) && !seen) {
        foreign.add(wanted);
      }
    }
    for (ModuleOutline.Import wanted : foreign) {
      line("");
      if (wanted.module().isBlank() || wanted.name().isBlank()) {
        comment("an import without a name cannot be declared");
      } else {
        line("[[import]]");
        line("module = " + TomlString.of(wanted.module()));
        line("name = " + TomlString.of(wanted.name()));
      }
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void comment(String words) {
    line("# " + Printable.of(words));
  }
}
