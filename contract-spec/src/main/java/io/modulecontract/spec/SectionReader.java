package io.modulecontract.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the sections of the clauses out of the specification's Markdown. Strict about the form of a
 * section, for {@code explain} prints it; blind to everything outside of the sections, except that
 * an anchor or a heading of the third level stands nowhere else.
 */
final class SectionReader {

  private static final Pattern HEADING =
      Pattern.compile("### <a id=\"([^\"]*)\"></a>(\\S+) · (\\S+)");
  private static final Pattern ANCHOR = Pattern.compile("<a\\s|\\{#");
  private static final List<String> ITEMS =
      List.of("- **Intent:** ", "- **Checked:** ", "- **Look first:** ");

  private final List<String> lines;
  private int at;

  SectionReader(String markdown) {
    lines = markdown.lines().toList();
  }

  /** All sections, in the order of the text. */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.startsWith("### ")) {
        sections.add(section());
      } else if (ANCHOR.matcher(line).find()) {
        throw wrong("an anchor outside of a clause's heading");
      } else {
        at++;
      }
    }
    return sections;
  }

  private Section section() {
    int line = at + 1;
    Matcher heading = HEADING.matcher(lines.get(at));
    if (!heading.matches()) {
      throw wrong("expected ### <a id=\"abc-01\"></a>ABC-01 · LEVEL, found " + lines.get(at));
    }
    String id = heading.group(2);
    Clause clause =
        Clause.byId(id)
            .filter(known -> known.id().equals(id))
            .orElseThrow(() -> wrong("no clause has the id " + id));
    if (!heading.group(1).equals(clause.anchor())) {
      throw wrong("expected the anchor " + clause.anchor() + ", found " + heading.group(1));
    }
    Level level = level(heading.group(3));
    at++;
    skipBlank();
    String norm = norm();
    skipBlank();
    String intent = item(0);
    String checked = item(1);
    String lookFirst = item(2);
    skipBlank();
    if (at < lines.size() && !lines.get(at).startsWith("#")) {
      throw wrong("expected the next heading, found " + lines.get(at));
    }
    return new Section(clause, level, norm, intent, checked, lookFirst, line);
  }

  private Level level(String name) {
    Optional<Level> level =
        Arrays.stream(Level.values()).filter(known -> known.name().equals(name)).findFirst();
    return level.orElseThrow(() -> wrong("no level is called " + name));
  }

  private String norm() {
    int line = at + 1;
    List<String> parts = new ArrayList<>();
    for (; at < lines.size() && lines.get(at).startsWith("> "); at++) {
      parts.add(lines.get(at).substring(2).strip());
    }
    return text(parts, "> ", line);
  }

  private String item(int index) {
    String start = ITEMS.get(index);
    if (at == lines.size() || !lines.get(at).startsWith(start)) {
      throw wrong("expected " + start.strip());
    }
    int line = at + 1;
    List<String> parts = new ArrayList<>();
    parts.add(lines.get(at).substring(start.length()).strip());
    for (at++; at < lines.size() && lines.get(at).startsWith("  "); at++) {
      parts.add(lines.get(at).strip());
    }
    return text(parts, start, line);
  }

  private static String text(List<String> parts, String start, int line) {
    String text = String.join(" ", parts).strip();
    if (text.isEmpty()) {
      throw new SpecFormatException(line, "expected text behind " + start.strip());
    }
    return text;
  }

  private void skipBlank() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
  }

  private SpecFormatException wrong(String what) {
    return new SpecFormatException(Math.min(at + 1, lines.size()), what);
  }
}
