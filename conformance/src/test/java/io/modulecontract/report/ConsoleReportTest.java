package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private static final List<Path> FILES =
      List.of(Path.of("target", "mc", "index.html"), Path.of("target", "mc", "report.json"));

  @Test
  void showsOneModuleInFull() {
    String expected =
        """
        Module interop contract 1.0 · my_module.wasm · 90 KiB · sha256 249a…
        profile zustdpipe (found: wasm_allocate, wasm_deallocate) · functions: \
        wasm_memory_c_format_hello_world cstring, wasm_memory_rust_format_hello_world bytes
        seed 6673892595964874090 · effort standard

         MOD      5/6   ✔  1 not applicable
         INIT     3/3   ✔
         ALLOC    9/11  ✘  ALLOC-04  ! ALLOC-08
         DEALLOC  4/5   ✘  DEALLOC-02
         LEAK     2/4   ?  2 undecided
         GROW     5/5   ✔
         CALL    18/18  ✔
         ARROW    8/8   ✔
         ISO      4/4   ✔
         POL      4/4   ✔
        ✘ ALLOC-04 MUST  Size 0 gives 0, or a pointer that no other live area has and that deallocates
                         exactly once
            expected   two live areas with different pointers, or 0
            actual     allocate(0) -> 1, allocate(0) -> 1, both live
            sequence   2 operations (shrunk from 147)
                       1  allocate(0) -> 1
                       2  allocate(0) -> 1        <- same address as 1
            look first a zero-size `Box` or `Vec` gives a dangling pointer: treat 0 as 1 byte, or return 0
            again      java -jar module-contract.jar replay my_module.findings/ALLOC-04.json my_module.wasm
                       node my_module.findings/ALLOC-04.mjs my_module.wasm        (needs nothing of ours)
            clause     contract-spec/SPEC.md#alloc-04

        ✘ DEALLOC-02 MUST  Deallocate of a pointer that was released already returns -1 and changes nothing
            expected   deallocate(1024) -> -1
            actual     deallocate(1024) -> 0
            sequence   100 operations (shrunk from 300)
                         1  allocate(1) -> 1
                         2  allocate(2) -> 1
                         3  allocate(3) -> 1
                         4  allocate(4) -> 1
                         5  allocate(5) -> 1
                         6  allocate(6) -> 1
                         7  allocate(7) -> 1
                         8  allocate(8) -> 1
                         9  allocate(9) -> 1
                        10  allocate(10) -> 1
                        11  allocate(11) -> 1
                        12  allocate(12) -> 1
                            … 82 more, all in report.json
                        95  allocate(95) -> 1
                        96  allocate(96) -> 1
                        97  allocate(97) -> 1
                        98  allocate(98) -> 1
                        99  allocate(99) -> 1
                       100  allocate(100) -> 1
            look first whether a release removes the pointer from the list of live areas before anything
                       else
            clause     contract-spec/SPEC.md#dealloc-02

        ! ALLOC-08 SHOULD  Areas of 8 bytes and more are 8-byte aligned
            actual     allocate(9) -> 1052
            look first the alignment that the allocation asks for: 8 for every size from 8 on, also behind a
                       header
            again      java -jar module-contract.jar replay my_module.findings/ALLOC-08.json my_module.wasm

        ? LEAK-01 MUST  In repeated cycles the memory stops growing and the free capacity does not shrink
            undecided  the interpreter shows no leak
            seen       1 page more in each cycle
            blame      the engine

        ? LEAK-04 SHOULD  Random sizes with bounded live bytes need bounded memory
            undecided  the time was over after 3 of 10 rounds

        DOES NOT CONFORM · 2 MUST broken · 1 SHOULD warning · 2 undecided · 65 clauses ran, \
        1 not applicable (why: report) · 4.1 s
        reports: target/mc/{index.html, report.json}
        """;
    String shown = new ConsoleReport(false, 100).render(Runs.of(Runs.broken()), FILES);
    assertEquals(expected, shown.replace('\\', '/'));
  }

  @Test
  void showsManyModulesInShort() {
    RunResult run =
        Runs.of(Runs.sound(), Runs.sound(), Runs.missing(), Runs.warned(Conclusion.CONFORMS));
    String expected =
        """
        Module interop contract 1.0 · 4 modules
        seed 6673892595964874090 · effort standard

        ✔ greeting.wasm · 90 KiB · sha256 249a… · CONFORMS · 68 clauses ran
        ✔ greeting.wasm · 90 KiB · sha256 249a… · CONFORMS · 68 clauses ran
        ? missing.wasm · COULD NOT RUN
            reason     there is no such file
        ✔ warned.wasm · 90 KiB · sha256 249a… · CONFORMS · 1 SHOULD warning · 68 clauses ran

        warned.wasm
        ! ALLOC-08 SHOULD  Areas of 8 bytes and more are 8-byte aligned
            actual     allocate(9) -> 1052
            look first the alignment that the allocation asks for: 8 for every size from 8 on, also behind a
                       header
            again      java -jar module-contract.jar replay my_module.findings/ALLOC-08.json my_module.wasm

        COULD NOT RUN · 4 modules · 3 conform, 1 could not run · 4.1 s
        """;
    assertEquals(expected, new ConsoleReport(false, 100).render(run, List.of()));
  }

  @Test
  void saysWhyAModuleCouldNotRun() {
    String expected =
        """
        Module interop contract 1.0 · missing.wasm
        seed 6673892595964874090 · effort standard

        COULD NOT RUN · there is no such file · 4.1 s
        """;
    assertEquals(expected, plain(Runs.of(Runs.missing())));
  }

  @Test
  void countsAWarningAsBrokenUnderStrict() {
    RunResult run = Runs.strict(Runs.warned(Conclusion.DOES_NOT_CONFORM));
    String shown = plain(run);
    assertTrue(shown.contains(" · effort standard · strict\n"), shown);
    assertTrue(shown.contains("  ✘  ALLOC-08\n"), shown);
    assertTrue(shown.contains("✘ ALLOC-08 SHOULD  Areas"), shown);
    assertTrue(shown.contains("    expected   a multiple of 8\n"), shown);
    assertTrue(shown.contains("DOES NOT CONFORM · 1 SHOULD broken · 68 clauses ran"), shown);
  }

  @Test
  void saysWhatCouldNotBeDecided() {
    String shown = plain(Runs.of(Runs.undecided()));
    assertTrue(shown.contains(" LEAK     3/4   ?  1 undecided\n"), shown);
    assertTrue(shown.contains("    undecided  the time was over\n"), shown);
    assertTrue(shown.endsWith("\n\nINCONCLUSIVE · 1 undecided · 67 clauses ran · 4.1 s\n"), shown);
  }

  @Test
  void clausesThatAreUndecidedForOneReasonAreToldTogether() {
    String shown = plain(Runs.of(Runs.stoppedEarly()));
    String together =
        """
        ? 3 clauses
            clauses    ALLOC-01, DEALLOC-01, LEAK-02
            undecided  1 of 1 sequences broke ALLOC-10 first

        ? ALLOC-02 MUST  Live areas are pairwise disjoint
            undecided  ALLOC-04

        ? LEAK-01 MUST\
        """;
    assertTrue(shown.contains(together), shown);
    assertFalse(shown.contains("? LEAK-02"), shown);
    assertTrue(shown.contains("✘ ALLOC-04 MUST"), shown);
    assertTrue(shown.contains(" · 6 undecided · "), shown);
  }

  @Test
  void marksAFamilyThatOnlyWarns() {
    String shown = plain(Runs.of(Runs.warned(Conclusion.CONFORMS)));
    assertTrue(shown.contains(" ALLOC   10/11  !  ALLOC-08\n"), shown);
  }

  @Test
  void coloursOnlyWhenAsked() {
    RunResult run = Runs.of(Runs.broken());
    String coloured = new ConsoleReport(true, 100).render(run, FILES);
    String plain = new ConsoleReport(false, 100).render(run, FILES);
    assertFalse(plain.contains("\u001b"));
    assertTrue(coloured.contains("\u001b[1;31mDOES NOT CONFORM\u001b[0m"), coloured);
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void obeysNoEscapeSequenceOfAModule() {
    String shown = plain(Runs.of(Runs.hostile(), Runs.missing()));
    assertTrue(shown.contains("\\u{1b}[31m]]>\\u{202e}|`\\n# x\uD83D\uDE00.wasm"), shown);
    assertTrue(shown.chars().allMatch(c -> c == '\n' || c >= ' '), shown);
    assertFalse(shown.contains("\u202e"), shown);
  }

  @Test
  void wrapsProseToANarrowConsoleAndKeepsCommandsWhole() {
    String shown = new ConsoleReport(false, 60).render(Runs.of(Runs.broken()), List.of());
    String lookFirst =
        """
            look first a zero-size `Box` or `Vec` gives a dangling
                       pointer: treat 0 as 1 byte, or return 0
        """;
    assertTrue(shown.contains(lookFirst), shown);
    assertTrue(shown.contains("replay my_module.findings/ALLOC-04.json my_module.wasm\n"), shown);
  }

  @Test
  void saysThatNothingWasChecked() {
    String shown = plain(Runs.of());
    assertTrue(shown.endsWith("COULD NOT RUN · 0 modules · nothing was checked · 4.1 s\n"), shown);
  }

  private static String plain(RunResult run) {
    return new ConsoleReport(false, 100).render(run, List.of());
  }

  @Test
  void showsWhatWasMeasuredUnderItsFamily() {
    RunResult run = Runs.of(Runs.measured("one two three ".repeat(12).strip()));
    String text = new ConsoleReport(false, 80).render(run, List.of());
    String indent = " ".repeat(26);
    assertTrue(
        text.contains(
            " ARROW    8/8   \u2714\n"
                + " ".repeat(16)
                + "ARROW-05  one two three one two three one two three one two\n"
                + indent
                + "three"),
        text);
    assertFalse(
        new ConsoleReport(false, 80).render(Runs.of(Runs.sound()), List.of()).contains("ARROW-05"));
  }

  @Test
  void tellsWhatWasSeenOfClausesThatWereNotAskedFor() {
    String line =
        "! also seen  ALLOC-04, CALL-15 broken: not asked for, so neither confirmed nor counted\n";
    String alone = wide(Runs.seenBesides());
    assertTrue(
        alone.contains(line + "\nCONFORMS · 65 clauses ran, 3 not asked for · 4.1 s\n"), alone);
    String among = wide(Runs.sound(), Runs.seenBesides());
    assertTrue(among.contains("\nother.wasm\n" + line), among);
    assertFalse(wide(Runs.broken()).contains("also seen"));
  }

  private static String wide(ModuleResult... modules) {
    return new ConsoleReport(false, 100).render(Runs.of(modules), List.of());
  }
}
