package io.modulecontract.cli;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Section;
import io.modulecontract.spec.SpecText;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain CLAUSE}: prints what a clause asks for and where to look when it is broken. */
@Command(
    name = "explain",
    description = "Explains a clause: what it asks for, why, how it is checked.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CLAUSE",
      converter = Converters.OneClause.class,
      description = "The clause's id, such as ALLOC-04.")
  private Clause clause = Clause.MOD_01;

  @Override
  public void run() {
    Section section = SpecText.packaged().section(clause);
    PrintWriter out = spec.commandLine().getOut();
    String title = clause.id() + " " + clause.level() + "  " + clause.family().title();
    out.println(Ansi.AUTO.string("@|bold " + title + "|@"));
    out.println();
    paragraph(out, "", section.norm());
    out.println();
    paragraph(out, "intent      ", section.intent());
    paragraph(out, "checked     ", section.checked());
    paragraph(out, "look first  ", section.lookFirst());
    out.println("clause      contract-spec/SPEC.md#" + clause.anchor());
    out.flush();
  }

  /** Wrapped between words, with its label before the first line and space before the others. */
  private static void paragraph(PrintWriter out, String label, String text) {
    StringBuilder line = new StringBuilder(label);
    int width = Terminal.width();
    for (String word : text.split("\\s+", -1)) {
      if (line.length() + 1 + word.length() > width && line.length() > label.length()) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(label.length()));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
