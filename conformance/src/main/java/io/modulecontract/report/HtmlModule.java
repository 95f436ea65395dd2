package io.modulecontract.report;

import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import java.util.List;
import java.util.Locale;

/**
 * One module's part of the page.
 *
 * @param html where to
 * @param view what was decided about the module
 * @param anchor the start of all its anchors
 */
record HtmlModule(Markup html, ModuleView view, String anchor) {

  /** Writes the part. */
  void write() {
    ModuleResult module = view.module();
    html.open("section", "class", "module", "aria-labelledby", anchor).line();
    html.open("h2", "id", anchor).text(module.file() + " ");
    HtmlReport.badge(html, module.conclusion());
    html.closeLine();
    if (view.couldNotRun()) {
      html.element("p", "Why it could not run: " + view.reason(), "class", "reason").line();
    }
    if (!module.sha256().isEmpty()) {
      facts(module);
    }
    if (!view.couldNotRun()) {
      families();
      List<Row> told = view.told();
      if (!told.isEmpty()) {
        html.element("h3", "What to look at").line();
        told.forEach(row -> new HtmlClause(html, row, view.strict(), anchor(row)).write());
      }
      if (!view.alsoSeen().isEmpty()) {
        html.element("p", "Also seen: " + view.alsoSeen() + ".", "class", "reason").line();
      }
      html.element("h3", "All clauses").line();
      table();
    }
    html.closeLine();
  }

  private void facts(ModuleResult module) {
    html.open("dl", "class", "facts").line();
    HtmlReport.fact(html, "Size", Words.size(module.bytes()));
    HtmlReport.fact(html, "Took", Words.time(module.duration()));
    if (!module.profile().isEmpty()) {
      HtmlReport.fact(html, "Profile", module.profile());
    }
    html.open("div", "class", "wide").element("dt", "SHA-256").open("dd");
    html.element("code", module.sha256()).close().closeLine();
    html.open("div", "class", "wide").element("dt", "Functions").open("dd");
    if (module.functions().isEmpty()) {
      html.text("none with a known shape");
    }
    for (ModuleResult.ShapedFunction function : module.functions()) {
      html.open("span", "class", "function").element("code", function.name());
      html.text(" " + function.shape() + ", " + function.source()).close().text(" ");
    }
    html.close().closeLine().closeLine();
  }

  private void families() {
    html.open("ul", "class", "families", "aria-label", "Families of clauses").line();
    for (Family family : Family.values()) {
      Mark mark = view.worst(family);
      html.open("li", "class", mark.id()).open("a", "href", "#" + anchor(family));
      html.element("span", family.title(), "class", "family");
      html.open("span", "class", "count");
      HtmlReport.sign(html, mark);
      html.text(view.passed(family) + " of " + view.of(family).size() + " passed").close();
      html.open("span", "class", "squares", "aria-hidden", "true");
      view.of(family)
          .forEach(row -> html.element("span", "", "class", row.mark(view.strict()).id()));
      html.close().close().closeLine();
    }
    html.closeLine();
  }

  private void table() {
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "All clauses");
    html.open("table").line();
    html.element("caption", "Every clause of the contract, in its order").line();
    html.open("thead").open("tr");
    List.of("Clause", "Level", "Statement", "Outcome")
        .forEach(title -> html.element("th", title, "scope", "col"));
    List.of("Trials", "Operations", "Time")
        .forEach(title -> html.element("th", title, "scope", "col", "class", "number"));
    html.close().closeLine();
    for (Family family : Family.values()) {
      html.open("tbody", "id", anchor(family)).open("tr", "class", "group");
      html.element("th", family.title(), "colspan", "7", "scope", "rowgroup").closeLine();
      view.of(family).forEach(this::row);
      html.closeLine();
    }
    html.close().closeLine();
  }

  private void row(Row row) {
    Mark mark = row.mark(view.strict());
    ClauseResult result = row.result();
    html.open("tr", "class", mark.id()).open("th", "scope", "row");
    if (view.told().contains(row)) {
      html.element("a", row.clause().id(), "href", "#" + anchor(row));
    } else {
      html.text(row.clause().id());
    }
    html.close().element("td", row.clause().level().name(), "class", "level");
    HtmlReport.prose(html.open("td"), row.clause().statement());
    if (!row.reason().isEmpty()) {
      html.element("span", row.reason(), "class", "why");
    }
    if (!row.measured().isEmpty()) {
      html.element("span", "Measured: " + row.measured(), "class", "why");
    }
    html.close().open("td", "class", "outcome");
    HtmlReport.sign(html, mark).text(mark.words()).close();
    number(result.trials());
    number(result.operations());
    html.element("td", Words.time(result.duration()), "class", "number").closeLine();
  }

  private void number(long number) {
    // Thin spaces between thousands, which every language reads.
    String text = String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    html.element("td", text, "class", "number");
  }

  private String anchor(Family family) {
    return anchor + "-" + family.name().toLowerCase(Locale.ROOT);
  }

  private String anchor(Row row) {
    return anchor + "-" + row.clause().anchor();
  }
}
