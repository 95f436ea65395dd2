package io.modulecontract.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a specification's text with the constants, in both directions. */
final class InStep {

  private static final Pattern LEVEL_WORD = Pattern.compile("\\b(MUST|SHOULD|MAY)\\b");
  private static final Pattern FAMILY = Pattern.compile("## ([A-Z]+) · (.*)");

  private InStep() {}

  /** Every difference in one sentence; none when text and code say the same. */
  static List<String> differences(String markdown) {
    List<String> differences = new ArrayList<>();
    SpecText text;
    try {
      text = SpecText.parse(markdown);
    } catch (SpecFormatException wrong) {
      return List.of(wrong.getMessage());
    }
    expect(differences, "headings", headingsOfTheCode(), headingsOfTheText(markdown));
    for (Section section : text.sections()) {
      Clause clause = section.clause();
      String id = clause.id();
      expect(differences, id + " level", clause.level(), section.level());
      expect(differences, id + " look first", clause.lookFirst() + ".", section.lookFirst());
      String statement = clause.statement() + ". ";
      if (!section.norm().startsWith(statement)) {
        differences.add(id + " norm: expected to begin with " + statement + "found " + section);
      }
      Matcher word = LEVEL_WORD.matcher(section.norm());
      if (!word.find()) {
        differences.add(id + " norm: no MUST, SHOULD or MAY in it");
      }
      word.reset();
      while (word.find()) {
        expect(differences, id + " norm", clause.level().name(), word.group());
      }
    }
    return differences;
  }

  private static List<String> headingsOfTheCode() {
    List<String> headings = new ArrayList<>();
    for (Family family : Family.values()) {
      headings.add(family.name() + " · " + family.title());
      family.clauses().forEach(clause -> headings.add(clause.id()));
    }
    return headings;
  }

  private static List<String> headingsOfTheText(String markdown) {
    List<String> headings = new ArrayList<>();
    for (String line : markdown.lines().toList()) {
      Matcher family = FAMILY.matcher(line);
      if (family.matches()) {
        headings.add(family.group(1) + " · " + family.group(2));
      } else if (line.startsWith("### ")) {
        headings.add(Arrays.asList(line.split(">| ·", -1)).get(2));
      }
    }
    return headings;
  }

  private static void expect(List<String> differences, String what, Object code, Object text) {
    if (!code.equals(text)) {
      differences.add(what + ": the code has " + code + ", the text has " + text);
    }
  }
}
