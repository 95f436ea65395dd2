package io.modulecontract.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.modulecontract.spec.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reference modules and what each is for.
 *
 * @param entries all of them, in the order of the file
 */
record Catalogue(List<Entry> entries) {

  /** Where the project keeps them; tests run in the folder of their own module. */
  static final Path ROOT = Path.of("..", "reference-modules");

  static Catalogue read() throws IOException {
    JsonNode root = new TomlMapper().readTree(Files.readString(ROOT.resolve("catalogue.toml")));
    List<Entry> entries = new ArrayList<>();
    for (JsonNode node : root.get("module")) {
      Optional<String> planted = Optional.ofNullable(node.path("planted").textValue());
      Optional<Clause> breaks =
          Optional.ofNullable(node.get(planted.isPresent() ? "clause" : "breaks"))
              .map(id -> Clause.byId(id.textValue()).orElseThrow());
      Optional<Clause> lacks =
          Optional.ofNullable(node.get("lacks"))
              .map(id -> Clause.byId(id.textValue()).orElseThrow());
      String about = node.path(breaks.isPresent() ? "mistake" : "about").textValue();
      entries.add(new Entry(node.get("file").textValue(), breaks, planted, lacks, about));
    }
    return new Catalogue(List.copyOf(entries));
  }

  List<Entry> conforming() {
    return entries.stream().filter(entry -> entry.breaks().isEmpty()).toList();
  }

  /** Those whose clause the checks must name. */
  List<Entry> faulty() {
    return entries.stream()
        .filter(entry -> entry.breaks().isPresent() && entry.planted().isEmpty())
        .toList();
  }

  /** Of the faulty ones the first for each clause: the others are more mistakes of its kind. */
  List<Entry> oneForEachClause() {
    Set<Clause> seen = EnumSet.noneOf(Clause.class);
    return faulty().stream().filter(entry -> seen.add(entry.breaks().orElseThrow())).toList();
  }

  /** Those with a bug that the checks do not come across: it takes a fuzzer, or luck. */
  List<Entry> planted() {
    return entries.stream().filter(entry -> entry.planted().isPresent()).toList();
  }

  /** Those about which the checks alone say everything: conforming or faulty. */
  List<Entry> checked() {
    return entries.stream().filter(entry -> entry.planted().isEmpty()).toList();
  }

  /**
   * One module.
   *
   * @param file its file name in {@code prebuilt}
   * @param breaks the clause that it breaks; empty for a conforming one
   * @param planted what it takes to come across the breach, where random calls do not
   * @param lacks the SHOULD that a conforming one does not keep; empty for nearly all
   * @param about what it is, or which mistake it copies
   */
  record Entry(
      String file,
      Optional<Clause> breaks,
      Optional<String> planted,
      Optional<Clause> lacks,
      String about) {

    Path path() {
      return ROOT.resolve("prebuilt").resolve(file);
    }

    /** The clauses that must be seen to fail, and no others. */
    Set<Clause> failing() {
      return breaks.or(() -> lacks).map(Set::of).orElse(Set.of());
    }

    String name() {
      return file.replace(".wasm", "");
    }
  }
}
