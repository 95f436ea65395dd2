package io.modulecontract.report;

import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code index.html}: one page for people, complete in itself, without scripts. */
final class HtmlReport implements ReportFormat {

  private static final String STYLE = style();

  @Override
  public String fileName() {
    return "index.html";
  }

  @Override
  public String render(RunResult run) {
    List<ModuleView> views = ModuleView.of(run);
    Markup html = Markup.html();
    html.open("html", "lang", "en");
    head(html, run);
    html.open("body").line();
    html.element("a", "Skip to the result", "class", "skip", "href", "#result").line();
    banner(html, run, views);
    html.open("main", "id", "result").line();
    if (views.size() != 1) {
      modules(html, views);
    }
    for (int index = 0; index < views.size(); index++) {
      new HtmlModule(html, views.get(index), anchor(index)).write();
    }
    html.closeLine();
    html.open("footer");
    html.element(
        "p",
        "Made by module-contract "
            + run.toolVersion()
            + ". The clauses in full are in contract-spec/SPEC.md.");
    return html.closeLine().closeLine().close().end();
  }

  private static void head(Markup html, RunResult run) {
    html.open("head").line();
    html.empty("meta", "charset", "utf-8").line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.empty("meta", "name", "color-scheme", "content", "light dark").line();
    // Nothing on the page may load or run anything, whatever a module is called.
    String policy = "default-src 'none'; style-src 'unsafe-inline'";
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    html.element("title", words(run.conclusion()) + " · Module interop contract").line();
    html.open("style").line();
    STYLE.lines().forEach(line -> html.text(line).line());
    html.closeLine().closeLine();
  }

  private static void banner(Markup html, RunResult run, List<ModuleView> views) {
    Mark mark = Mark.of(run.conclusion());
    html.open("header", "class", "banner " + mark.id()).line();
    html.element("p", ConsoleReport.title(run), "class", "kicker").line();
    html.open("h1");
    sign(html, mark).text(words(run.conclusion())).closeLine();
    html.element("p", summary(run, views), "class", "lead").line();
    html.open("dl", "class", "facts").line();
    fact(html, "Seed", Long.toString(run.seed()));
    fact(html, "Effort", run.effort() + (run.strict() ? ", strict" : ""));
    String started = run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    fact(html, "Started", started.replace('T', ' ').replace("Z", " UTC"));
    fact(html, "Took", Words.time(run.duration()));
    html.closeLine().closeLine();
  }

  private static String summary(RunResult run, List<ModuleView> views) {
    if (views.size() == 1) {
      ModuleView view = views.get(0);
      return view.couldNotRun() ? view.reason() : String.join(" · ", view.tally(""));
    }
    List<Conclusion> all = run.modules().stream().map(ModuleResult::conclusion).toList();
    return Words.count(all.size(), "module") + (all.isEmpty() ? "" : ": ") + Words.conclusions(all);
  }

  private static void modules(Markup html, List<ModuleView> views) {
    html.open("nav", "aria-label", "Modules").open("ul", "class", "modules").line();
    for (int index = 0; index < views.size(); index++) {
      ModuleView view = views.get(index);
      html.open("li").element("a", view.module().file(), "href", "#" + anchor(index)).text(" ");
      badge(html, view.module().conclusion());
      html.closeLine();
    }
    html.close().closeLine();
  }

  /** A conclusion as a small label. */
  static void badge(Markup html, Conclusion conclusion) {
    Mark mark = Mark.of(conclusion);
    html.open("span", "class", "badge " + mark.id());
    sign(html, mark).text(words(conclusion)).close();
  }

  /** The sign of a mark, which words follow: a screen reader leaves it out. */
  static Markup sign(Markup html, Mark mark) {
    return html.element("span", mark.sign(), "class", "sign", "aria-hidden", "true").text(" ");
  }

  /** A sentence of the specification; what stands between backquotes is code. */
  static Markup prose(Markup html, String sentence) {
    int open = sentence.indexOf('`');
    int close = sentence.indexOf('`', open + 1);
    if (open < 0 || close < 0) {
      return html.text(sentence);
    }
    html.text(sentence.substring(0, open)).element("code", sentence.substring(open + 1, close));
    return prose(html, sentence.substring(close + 1));
  }

  /** A term and what it is. */
  static void fact(Markup html, String term, String text) {
    html.open("div").element("dt", term).element("dd", text).closeLine();
  }

  private static String anchor(int index) {
    return "module-" + (index + 1);
  }

  private static String words(Conclusion conclusion) {
    String words = conclusion.words();
    return Words.title(words.toLowerCase(Locale.ROOT));
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
