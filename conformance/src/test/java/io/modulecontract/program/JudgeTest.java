package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.spec.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each faulty module is blamed for the clause that it breaks, by the smallest program for it. */
class JudgeTest {

  private static final Set<SymptomKind> ALL =
      EnumSet.of(SymptomKind.IMPOSSIBLE_STOPPED, SymptomKind.MISALIGNED, SymptomKind.OLD_BYTES);

  private static Optional<Breach> judge(String module, Program program) {
    return judge(ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, program);
  }

  private static Optional<Breach> judge(LoadedModule module, Policy policy, Program program) {
    return new Judge(new RestoredGuests(module, policy, ExecutionMode.COMPILED), ALL)
        .judge(program);
  }

  @ParameterizedTest
  @EnumSource
  void theClauseIsNamed(FaultyProgram fault) {
    Breach breach = judge(fault.module(), fault.program()).orElseThrow();
    assertEquals(fault.clause(), breach.clause(), () -> breach.symptom().toString());
    assertEquals(fault.program(), breach.program(), "nothing is left out of the smallest program");
    assertEquals(fault.program().length(), breach.steps().size());
  }

  /** Without those of thousands of areas, which would only be slow. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "ALLOC_11_.*")
  void theClauseIsNamedInTheInterpreterToo(FaultyProgram fault) {
    LoadedModule module = ReferenceModules.load(fault.module() + ".wasm");
    Policy patient = Policy.DEFAULT.withDeadline(Duration.ofSeconds(30));
    Breach breach =
        new Judge(new FreshGuests(module, patient, ExecutionMode.INTERPRETED), ALL)
            .judge(fault.program())
            .orElseThrow();
    assertEquals(fault.clause(), breach.clause());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "ALLOC_11_.*")
  void itRepeatsInTheInterpreterAndNotWithAnHonestModule(FaultyProgram fault) {
    Breach breach = judge(fault.module(), fault.program()).orElseThrow();
    Policy patient = Policy.DEFAULT.withDeadline(Duration.ofSeconds(30));
    assertTrue(interpreted(fault.module(), patient).repeats(breach), fault::toString);
    assertFalse(interpreted("greeting", patient).repeats(breach), fault::toString);
  }

  private static Judge interpreted(String module, Policy policy) {
    LoadedModule loaded = ReferenceModules.load(module + ".wasm");
    return new Judge(new FreshGuests(loaded, policy, ExecutionMode.INTERPRETED), ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "greeting",
        "header_free_list",
        "slabs",
        "bump_arena",
        "late_arena",
        "buddy",
        "side_tables"
      })
  void noConformingModuleIsBlamed(String module) {
    for (FaultyProgram fault : FaultyProgram.values()) {
      assertEquals(Optional.empty(), judge(module, fault.program()), fault::toString);
    }
  }

  @Test
  void everyFaultOfTheAllocatorIsHere() throws IOException {
    Set<String> wanted = new TreeSet<>();
    try (InputStream in =
        JudgeTest.class.getResourceAsStream("/io/modulecontract/reference/catalogue.toml")) {
      for (JsonNode module : new TomlMapper().readTree(in).path("module")) {
        String breaks = module.path("breaks").asText();
        if (breaks.contains("ALLOC-") || breaks.equals("GROW-02")) {
          wanted.add(module.path("file").asText());
        }
      }
    }
    assertTrue(wanted.size() > 30);
    assertEquals(
        wanted,
        Stream.of(FaultyProgram.values())
            .map(fault -> fault.module() + ".wasm")
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aMemoryThatNeverGrowsIsGrow01() {
    LoadedModule module = ReferenceModules.load("grow_01_never_grows.wasm");
    long memory = module.outline().memories().get(0).initialPages() * 65_536;
    Policy roomy = Policy.DEFAULT.withMemoryPages((int) (6 * memory / 65_536));
    Breach breach = judge(module, roomy, Program.allocating(memory + 1)).orElseThrow();
    assertEquals(Clause.GROW_01, breach.clause());
  }

  /** It asks for no memory, so nobody can say that it does not grow. */
  @Test
  void anAllocateThatNeverReturnsIsAlloc10() {
    LoadedModule module = new HandMade().allocate(0x03, 0x40, 0x0C, 0, 0x0B, 0x00).load();
    Policy hurried = Policy.DEFAULT.withDeadline(Duration.ofMillis(100));
    Breach small = judge(module, hurried, Program.allocating(8)).orElseThrow();
    assertEquals(Clause.ALLOC_10, small.clause());
    assertEquals("no answer within the deadline", small.symptom().actual());
    Breach large = judge(module, hurried, Program.allocating(65_537)).orElseThrow();
    assertEquals(Clause.GROW_01, large.clause());
  }

  @ParameterizedTest
  @MethodSource("longer")
  void otherOperationsDoNotChangeTheClause(FaultyProgram fault) {
    Program before = Program.allocating(3, 40, 500).after(Program.allocating(24).withRelease());
    Breach breach = judge(fault.module(), fault.program().after(before)).orElseThrow();
    assertEquals(fault.clause(), breach.clause(), () -> breach.symptom().toString());
  }

  /** Those that do not depend on being first. */
  static Stream<FaultyProgram> longer() {
    return Stream.of(
        FaultyProgram.ALLOC_04_ZERO_SHARES_ADDRESS,
        FaultyProgram.ALLOC_05_SIGNED_SIZE,
        FaultyProgram.ALLOC_07_REFUSES_FOR_EVER,
        FaultyProgram.ALLOC_10_BIN_BORDER,
        FaultyProgram.ALLOC_11_TABLE_FULL,
        FaultyProgram.DEALLOC_02_REPORTS_SUCCESS,
        FaultyProgram.DEALLOC_03_NULL_ACCEPTED,
        FaultyProgram.DEALLOC_05_ONLY_LAST_FIRST_OUT);
  }

  /** It breaks nothing that is looked for, and costs a deadline each time all the same. */
  @Test
  void whatHangsWhereItMayIsGivenUp() {
    // From 2^31 on it never returns, else the answer is 16.
    LoadedModule module =
        new HandMade()
            .allocate(0x20, 0, 0x41, 0, 0x48, 0x04, 0x40, 0x03, 0x40, 0x0C, 0, 0x0B, 0x0B, 0x41, 16)
            .load();
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofMillis(30));
    Judge judge = new Judge(new RestoredGuests(module, policy, ExecutionMode.COMPILED), Set.of());
    for (int i = 0; i < 9; i++) {
      assertFalse(judge.gaveUp());
      assertEquals(Optional.empty(), judge.judge(Program.allocating(1L << 31)));
    }
    assertTrue(judge.gaveUp());
  }

  @Test
  void whatHangsIsGivenUp() {
    // loop br 0 end unreachable
    LoadedModule module = new HandMade().allocate(0x03, 0x40, 0x0C, 0, 0x0B, 0x00).load();
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofMillis(30));
    Judge judge = new Judge(new RestoredGuests(module, policy, ExecutionMode.COMPILED), Set.of());
    assertFalse(judge.gaveUp());
    assertTrue(judge.judge(Program.allocating(1)).orElseThrow().symptom().timedOut());
    for (int i = 0; i < 12; i++) {
      judge.judge(Program.allocating(1));
    }
    assertTrue(judge.gaveUp());
    assertEquals(Optional.empty(), judge.judge(Program.allocating(1)));
  }

  @Test
  void theStepsReadAsTheGuestAnswered() {
    Breach breach =
        judge("dealloc_02_reports_success", FaultyProgram.DEALLOC_02_REPORTS_SUCCESS.program())
            .orElseThrow();
    String pointer = breach.steps().get(0).call().replaceAll(".* -> ", "");
    assertEquals("allocate(8) -> " + pointer, breach.steps().get(0).call());
    assertEquals("deallocate(" + pointer + ") -> 0", breach.steps().get(1).call());
    assertEquals("deallocate(" + pointer + ") -> 0", breach.steps().get(2).call());
    assertEquals("released before", breach.steps().get(2).note());
    assertFalse(breach.inAllocate());
  }
}
