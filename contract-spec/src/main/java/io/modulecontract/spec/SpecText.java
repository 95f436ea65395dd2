package io.modulecontract.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The specification's text, clause by clause: what {@code explain} prints. */
public final class SpecText {

  private static final String RESOURCE = "/io/modulecontract/spec/SPEC.md";

  private final Map<Clause, Section> sections;

  private SpecText(Map<Clause, Section> sections) {
    this.sections = sections;
  }

  /** The text that was built together with this class. */
  public static SpecText packaged() {
    return parse(packagedMarkdown());
  }

  /**
   * Reads {@code markdown}. Every clause has its section, and no section stands twice.
   *
   * @throws SpecFormatException when the text has another form
   */
  public static SpecText parse(String markdown) {
    Map<Clause, Section> sections = new LinkedHashMap<>();
    for (Section section : new SectionReader(markdown).sections()) {
      Section earlier = sections.putIfAbsent(section.clause(), section);
      if (earlier != null) {
        throw new SpecFormatException(
            section.line(), section.clause().id() + " stands in line " + earlier.line() + " too");
      }
    }
    for (Clause clause : Clause.values()) {
      if (!sections.containsKey(clause)) {
        throw new SpecFormatException(
            (int) markdown.lines().count(), "the end, but no section for " + clause.id());
      }
    }
    return new SpecText(sections);
  }

  /** The section of {@code clause}. */
  public Section section(Clause clause) {
    Section section = sections.get(clause);
    if (section == null) {
      throw new AssertionError("parse lets no text without " + clause.id() + " pass");
    }
    return section;
  }

  /** All sections, in the order of the text. */
  public List<Section> sections() {
    return List.copyOf(sections.values());
  }

  /** The whole text. */
  static String packagedMarkdown() {
    try (InputStream in = SpecText.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar is incomplete: " + RESOURCE + " is not in it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
