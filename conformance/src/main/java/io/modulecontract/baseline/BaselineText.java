package io.modulecontract.baseline;

import io.modulecontract.toml.TomlString;

/** A baseline as the text of its file. */
public final class BaselineText {

  private static final String HEAD =
      """
      # Failures that are known and may stay. `check --baseline` does not count them as long as they
      # are just so; a new failure, another evidence, and an entry whose clause passes all fail it.
      # An N stands for a number, "…" for a text: these differ from seed to seed.
      format = "%s"
      """;

  private BaselineText() {}

  /** The whole text. */
  public static String of(Baseline baseline) {
    StringBuilder text = new StringBuilder(HEAD.formatted(BaselineReader.FORMAT));
    for (Baseline.Entry entry : baseline.entries()) {
      text.append("\n[[known]]\n");
      line(text, "module", entry.module());
      line(text, "clause", entry.clause().id());
      if (!entry.hasReason()) {
        text.append("# Why may it stay? Without a reason the baseline is not taken.\n");
      }
      line(text, "reason", entry.reason());
      line(text, "expected", entry.evidence().expected());
      line(text, "actual", entry.evidence().actual());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(TomlString.of(value)).append('\n');
  }
}
