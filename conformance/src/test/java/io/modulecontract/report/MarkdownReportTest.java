package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\|");

  @Test
  void showsAModule() {
    String text = new MarkdownReport().render(Runs.of(Runs.broken()));
    String start =
        """
        ## Module interop contract 1.0: DOES NOT CONFORM

        | | Module | Verdict | Counts | Time |
        |---|---|---|---|---:|
        | ✘ | target/my\\_module.wasm | DOES NOT CONFORM | 2 MUST broken · 1 SHOULD warning · \
        2 undecided · 65 clauses ran, 1 not applicable | 4.1 s |

        seed 6673892595964874090 · effort standard

        ### my\\_module.wasm

        | Family | Passed | Clauses with something to say |
        |---|---:|---|
        | Module | 5/6 | MOD-06 not applicable |
        | Start | 3/3 |  |
        | Allocation | 9/11 | ALLOC-04 broken, ALLOC-08 warning |
        | Deallocation | 4/5 | DEALLOC-02 broken |
        | Leaks | 2/4 | LEAK-01 undecided, LEAK-04 undecided |
        | Growth | 5/5 |  |
        | Calls | 18/18 |  |
        | Arrow payloads | 8/8 |  |
        | Isolation and concurrency | 4/4 |  |
        | Policy | 4/4 |  |

        #### ✘ ALLOC-04 MUST: Size 0 gives 0, or a pointer that no other live area has and that \
        deallocates exactly once

        - expected: two live areas with different pointers, or 0
        - actual: allocate(0) -\\> 1, allocate(0) -\\> 1, both live
        - look first: a zero-size \\`Box\\` or \\`Vec\\` gives a dangling pointer: treat 0 as 1 byte, or return 0

        Sequence of 2 operations (shrunk from 147):

            1  allocate(0) -> 1
            2  allocate(0) -> 1        <- same address as 1

        Again:

            java -jar module-contract.jar replay my_module.findings/ALLOC-04.json my_module.wasm
        """;
    assertTrue(text.startsWith(start), text);
    assertTrue(text.contains("… 82 more, all in report.json\n"), text);
    assertTrue(text.contains("\n- undecided: the time was over after 3 of 10 rounds\n"), text);
  }

  @Test
  void clausesThatAreUndecidedForOneReasonAreToldTogether() {
    String text = new MarkdownReport().render(Runs.of(Runs.stoppedEarly()));
    String together =
        """

        #### ? 3 clauses: ALLOC-01, DEALLOC-01, LEAK-02

        - undecided: 1 of 1 sequences broke ALLOC-10 first

        #### ? ALLOC-02 MUST: Live areas are pairwise disjoint

        - undecided: ALLOC-04

        #### ? LEAK-01 MUST: \
        """;
    assertTrue(text.contains(together), text);
    assertTrue(text.contains("\n#### ✘ ALLOC-04 MUST: "), text);
  }

  @Test
  void tellsWhatWasSeenOfClausesThatWereNotAskedFor() {
    String text = new MarkdownReport().render(Runs.of(Runs.seenBesides()));
    String line =
        "\n\nAlso seen: ALLOC-04, CALL-15 broken: not asked for, so neither confirmed nor counted.\n";
    assertTrue(text.contains(line), text);
    assertFalse(new MarkdownReport().render(Runs.of(Runs.broken())).contains("Also seen"));
  }

  @Test
  void saysWhyAModuleCouldNotRun() {
    String text = new MarkdownReport().render(Runs.of(Runs.sound(), Runs.missing()));
    String row = "| ? | missing.wasm | COULD NOT RUN | there is no such file | 2 ms |\n";
    assertTrue(text.contains(row), text);
  }

  @Test
  void keepsHostileTextInItsPlace() {
    String text = new MarkdownReport().render(Runs.of(Runs.hostile()));
    List<String> lines = text.lines().toList();
    String module = lines.get(4);
    assertEquals(6, CELL_END.matcher(module).results().count(), module);
    for (String line : lines) {
      assertTrue(line.codePoints().allMatch(Printable::isPrintable), line);
      boolean code = line.startsWith("    ");
      assertTrue(code || !Pattern.compile("(?<!\\\\)<").matcher(line).find(), line);
    }
  }

  @Test
  void makesNoLinkOfAModulesText() {
    ModuleResult evil =
        new ModuleResult(
            "![x](https://x.example) www.x.example @a **b** ~~c~~ $d$ &lt;",
            "",
            0,
            "",
            List.of(),
            Conclusion.COULD_NOT_RUN,
            "",
            Duration.ZERO,
            List.of());
    String text = new MarkdownReport().render(Runs.of(evil));
    String safe =
        "!\\[x\\](https\\://x.example) www\\.x.example \\@a \\*\\*b\\*\\* \\~\\~c\\~\\~ \\$d\\$"
            + " \\&lt;";
    assertTrue(text.contains("| " + safe + " | COULD NOT RUN | no clause was decided |"), text);
  }
}
