package io.modulecontract.inspect;

import io.modulecontract.abi.Profile;
import io.modulecontract.abi.U32;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.TargetFeatures;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.engine.WasiNames;
import io.modulecontract.report.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an inspection for a person: a label, then what there is to say, line by line. */
public final class InspectionText {

  private static final int LABEL = 12;
  private static final int MOST = 12;

  private final List<String> lines = new ArrayList<>();
  private final Inspection inspection;
  private final ModuleOutline outline;

  private InspectionText(Inspection inspection) {
    this.inspection = inspection;
    outline = inspection.outline();
  }

  /** All lines; what the module chose itself is made printable. */
  public static List<String> of(Inspection inspection) {
    InspectionText text = new InspectionText(inspection);
    text.write();
    return text.lines.stream().map(Printable::of).toList();
  }

  private void write() {
    var file = inspection.module().file();
    lines.add(inspection.path() + " · " + file.length() + " bytes · sha256 " + file.sha256());
    say("made by", producers());
    say("kind", Origin.of(outline).map(List::of).orElseGet(this::kind));
    say("features", features());
    say("memory", memories());
    say("imports", imports());
    say("profile", profile());
    Functions functions = Functions.of(inspection);
    say(
        "functions",
        functions.shaped().stream()
            .map(function -> function.name() + "  " + function.shape() + ": " + function.why())
            .toList());
    say(
        "others",
        functions.others().stream()
            .map(other -> other.name() + "  " + other.type() + ": no shape known, not checked")
            .toList());
    say("descriptor", List.of(descriptor()));
    conclude(functions);
  }

  private void say(String label, List<String> texts) {
    for (int i = 0; i < Math.min(texts.size(), MOST); i++) {
      String head = i == 0 ? label : "";
      lines.add(head + " ".repeat(LABEL - head.length()) + texts.get(i));
    }
    if (texts.size() > MOST) {
      lines.add(" ".repeat(LABEL) + "and " + (texts.size() - MOST) + " more");
    }
  }

  private List<String> producers() {
    return outline.producers().stream()
        .map(producer -> (producer.name() + " " + producer.version()).strip())
        .distinct()
        .toList();
  }

  private List<String> kind() {
    return List.of(
        outline.export("_initialize").isPresent()
            ? "a reactor with `_initialize`, which runs once before anything else"
            : "a reactor that needs no start");
  }

  private List<String> features() {
    List<String> features = new ArrayList<>(TargetFeatures.of(inspection.module()));
    if (outline.memories().size() > 1) {
      features.add("multi-memory");
    }
    if (outline.memories().stream().anyMatch(ModuleOutline.Memory::shared)) {
      features.add("threads (a shared memory)");
    }
    features.addAll(outline.stateInstructions());
    return List.of(
        features.isEmpty()
            ? "no note of any, and this engine runs all that is used"
            : String.join(", ", features.stream().distinct().toList()));
  }

  private List<String> memories() {
    List<String> texts = new ArrayList<>();
    for (ModuleOutline.Memory memory : outline.memories()) {
      String names =
          memory.exportedAs().isEmpty()
              ? "not exported"
              : "exported as `" + String.join("`, `", memory.exportedAs()) + "`";
      String most =
          memory.maximumPages().isPresent()
              ? "at most " + memory.maximumPages().getAsLong()
              : "no maximum";
      texts.add(
          (memory.imported() ? "imported, " : "")
              + names
              + ": "
              + memory.initialPages()
              + (memory.initialPages() == 1 ? " page (" : " pages (")
              + memory.initialPages() * U32.PAGE / 1024
              + " KiB) at start, "
              + most);
    }
    long data = outline.dataSegments().stream().mapToLong(ModuleOutline.DataSegment::length).sum();
    if (data > 0) {
      texts.add(data + " bytes of data at constant addresses");
    }
    return texts.isEmpty() ? List.of("none") : texts;
  }

  private List<String> imports() {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, List<String>> need : WasiNeeds.of(outline).entrySet()) {
      String names = String.join(", ", need.getValue());
      texts.add("WASI " + (need.getKey().isEmpty() ? "" : need.getKey() + ": ") + names);
    }
    outline.imports().stream()
        .filter(wanted -> !WasiNames.provides(wanted))
        .map(
            wanted ->
                wanted.module()
                    + "."
                    + wanted.name()
                    + "  "
                    + (wanted.type() == null ? wanted.kind() : wanted.type()))
        .distinct()
        .forEach(texts::add);
    return texts.isEmpty() ? List.of("none") : texts;
  }

  private List<String> profile() {
    Profile profile = inspection.descriptor().profile();
    String found =
        List.of(profile.allocate(), profile.deallocate()).stream()
            .filter(name -> outline.export(name).isPresent())
            .collect(Collectors.joining(", "));
    return List.of(
        profile.name()
            + (found.isEmpty()
                ? " (assumed: none of its functions is exported)"
                : " (found: " + found + ")"));
  }

  private String descriptor() {
    Path beside = DescriptorReader.beside(inspection.path());
    return Files.exists(beside)
        ? beside + " is there"
        : "none; `inspect --descriptor > " + beside.getFileName() + "` writes a first one";
  }

  private void conclude(Functions functions) {
    Obstacles obstacles = Obstacles.of(inspection);
    if (obstacles.sentences().isEmpty()) {
      int shaped = functions.shaped().size();
      String known =
          shaped == 0 ? "no function" : shaped + (shaped == 1 ? " function" : " functions");
      say(
          "check",
          List.of(
              "can be checked: memory, allocate and deallocate are there, and "
                  + known
                  + " of a known shape"));
    } else {
      say("check", List.of("no function of it can be called, because"));
      indent(obstacles.sentences());
    }
    if (!obstacles.faults().isEmpty()) {
      say("", List.of("a check will also say"));
      indent(obstacles.faults());
    }
  }

  private void indent(List<String> sentences) {
    sentences.forEach(sentence -> lines.add(" ".repeat(LABEL + 2) + sentence));
  }
}
