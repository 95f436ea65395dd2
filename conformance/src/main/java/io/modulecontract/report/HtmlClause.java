package io.modulecontract.report;

import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Step;
import java.util.Locale;

/**
 * A clause that did not simply pass, with all that is known.
 *
 * @param html where to
 * @param row the clause's row
 * @param strict whether a broken SHOULD counts
 * @param anchor the address on the page
 */
record HtmlClause(Markup html, Row row, boolean strict, String anchor) {

  /** Writes the card. */
  void write() {
    Mark mark = row.mark(strict);
    html.open("article", "class", "card " + mark.id(), "id", anchor).line();
    html.open("h4").open("span", "class", "id");
    HtmlReport.sign(html, mark).text(row.clause().id()).close();
    html.text(" ").element("span", row.clause().level() + ", " + mark.words(), "class", "level");
    html.text(" ").open("span", "class", "statement");
    HtmlReport.prose(html, row.clause().statement()).close().closeLine();
    html.open("dl").line();
    if (!row.reason().isEmpty()) {
      HtmlReport.fact(html, "Undecided", row.reason());
    }
    row.pinned()
        .forEach(field -> HtmlReport.fact(html, Words.title(field.label()), field.lines().get(0)));
    row.failure().ifPresent(this::failure);
    HtmlReport.fact(html, "Clause", Row.section(row.clause()));
    html.closeLine().closeLine();
  }

  private void failure(Failure failure) {
    if (row.outcome() == Outcome.INCONCLUSIVE) {
      HtmlReport.fact(html, "Blame", "the " + failure.blame().name().toLowerCase(Locale.ROOT));
    }
    HtmlReport.fact(html, "Expected", failure.expected());
    HtmlReport.fact(html, "Actual", failure.actual());
    if (!failure.function().isEmpty()) {
      HtmlReport.fact(html, "Function", failure.function());
    }
    if (!failure.sequence().isEmpty()) {
      sequence(failure);
    }
    html.open("div").element("dt", "Look first").open("dd");
    HtmlReport.prose(html, row.clause().lookFirst()).close().closeLine();
    if (!failure.reproducer().isBlank()) {
      html.open("div").element("dt", "Again").open("dd");
      html.open("pre", "tabindex", "0", "role", "region", "aria-label", "Commands");
      failure.reproducer().lines().forEach(command -> html.text(command).line());
      html.close().close().closeLine();
    }
  }

  private void sequence(Failure failure) {
    html.open("div").element("dt", "Sequence").open("dd").line();
    html.element("p", StepLines.length(failure)).line();
    String label = "Sequence for " + row.clause().id();
    html.open("ol", "class", "steps", "tabindex", "0", "aria-label", label).line();
    for (Step step : failure.sequence()) {
      html.open("li").element("code", step.call());
      if (!step.note().isEmpty()) {
        html.text(" ").element("span", "← " + step.note(), "class", "note");
      }
      html.closeLine();
    }
    html.close().close().closeLine();
  }
}
