package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says about a module is what its source says about itself. */
class CatalogueTest {

  /** How a line of the head begins: in Rust, or in C. */
  private static final Pattern COMMENT = Pattern.compile("//!? ?");

  /** Made from the bytes of another module after the build: there is no source of their own. */
  private static final List<String> DAMAGED = List.of("mod_01_invalid_body", "mod_01_truncated");

  static List<Catalogue.Entry> withSource() throws IOException {
    return Catalogue.read().entries().stream()
        .filter(entry -> !DAMAGED.contains(entry.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("withSource")
  void theSentenceIsThatOfTheSource(Catalogue.Entry entry) throws IOException {
    String breaks = entry.breaks().map(clause -> "Breaks " + clause.id() + ". ").orElse("");
    String planted = entry.planted().map(what -> "Planted: " + what + ". ").orElse("");
    assertEquals(head(source(entry.name())), planted + breaks + entry.about());
  }

  @Test
  void whatHasNoSourceIsInTheCatalogue() throws IOException {
    List<String> names = Catalogue.read().entries().stream().map(Catalogue.Entry::name).toList();
    assertTrue(names.containsAll(DAMAGED));
    assertEquals(names.size() - DAMAGED.size(), withSource().size());
  }

  private static Path source(String name) {
    return Stream.of(
            "faulty/examples/" + name + ".rs",
            "faulty/" + name + "/src/lib.rs",
            "planted/examples/" + name + ".rs",
            "faulty_arrow/examples/" + name + ".rs",
            "conforming/" + name + "/src/lib.rs",
            name + "/src/lib.rs",
            name + "/greeting.c",
            "c_greeting/" + name + ".c")
        .map(Catalogue.ROOT::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no source of " + name));
  }

  /** The first paragraph of the comment at the top, as one line. */
  private static String head(Path source) throws IOException {
    return Files.readAllLines(source).stream()
        .takeWhile(line -> COMMENT.matcher(line).lookingAt())
        .map(line -> COMMENT.matcher(line).replaceFirst("").strip())
        .takeWhile(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
