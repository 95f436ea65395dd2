package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamFaults;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a call claims while it rejects a stream is looked at, where it is asked for. */
class ClaimsTest {

  /** One run for each lie about a length. */
  private static List<ScriptRun> runs(String module, Set<Look> looks) {
    FunctionCalls function = DeclaredCalls.of(module);
    Guests guests =
        new RestoredGuests(
            ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED);
    List<ScriptRun> runs = new ArrayList<>();
    for (Parameters malformed : StreamFaults.ofLengths(function.payloads().usual())) {
      Script script = new Steps().rejected(function, malformed).script();
      runs.add(ScriptRunner.run(script, guests.next(), looks));
    }
    return runs;
  }

  private static List<Fault> claims(List<ScriptRun> runs) {
    return runs.stream()
        .flatMap(run -> run.fault().stream())
        .filter(fault -> fault.clause() == Clause.ARROW_05)
        .toList();
  }

  @Test
  void moreThanTheBytesJustifyIsAFault() {
    List<ScriptRun> runs = runs("arrow_05_body_length_believed", Set.of(Look.CLAIMS));
    Fault fault = claims(runs).get(0);
    assertTrue(fault.expected().endsWith("16 times what was given, and 16 pages"), fault::expected);
    long pages = Long.parseLong(fault.actual().replaceFirst(" .*", ""));
    assertTrue(pages > 17, fault::actual);
    assertTrue(runs.stream().anyMatch(run -> run.claim().pages() == pages));
  }

  @Test
  void itIsNotLookedAtUnasked() {
    List<ScriptRun> runs = runs("arrow_05_body_length_believed", Set.of());
    assertEquals(List.of(), claims(runs));
    assertTrue(runs.stream().allMatch(run -> run.claim().equals(ScriptRun.Claim.NONE)));
  }

  @Test
  void anHonestModuleClaimsLittleAndThatIsKnown() {
    List<ScriptRun> runs = runs("arrow_rows", Set.of(Look.CLAIMS));
    assertEquals(List.of(), claims(runs));
    assertTrue(runs.stream().allMatch(run -> run.claim().given() > 0 && run.claim().pages() < 17));
  }

  @Test
  void theReportSaysHowMuchItWasForEachByte() {
    assertEquals(
        "a call that rejected 100000 bytes asked for 131072 bytes of memory, 1.31 for each byte"
            + " given and 5 % of what it may ask for; no call came nearer to that",
        ArrowMemoryChecks.words(new ScriptRun.Claim(100_000, 2)));
    assertEquals(
        "no call that rejected its streams asked for memory",
        ArrowMemoryChecks.words(new ScriptRun.Claim(100_000, 0)));
  }

  /** Two pages for a short stream are much, for a long one little: the clause's bound tells. */
  @Test
  void whatComesNearestToTheBoundIsKept() {
    ScriptRun.Claim ofShort = new ScriptRun.Claim(100, 2);
    ScriptRun.Claim ofLong = new ScriptRun.Claim(100_000, 3);
    assertEquals(17, ofShort.most());
    assertEquals(41, ofLong.most());
    assertTrue(ofShort.exceeds(ofLong));
    assertFalse(ofLong.exceeds(ofShort));
    assertFalse(ofShort.exceeds(ofShort));
    assertTrue(ofLong.exceeds(new ScriptRun.Claim(200_000, 2)));
    assertTrue(ofLong.exceeds(ScriptRun.Claim.NONE));
  }

  @Test
  void theBoundItselfIsNotTooMuch() {
    assertFalse(new ScriptRun.Claim(4_096, 17).tooMuch());
    assertTrue(new ScriptRun.Claim(4_096, 18).tooMuch());
    assertEquals(100, new ScriptRun.Claim(4_096, 17).percent());
  }

  /** Over all the calls of a check, as the report has it. */
  @Test
  void theJudgeKeepsTheNearestOfAllItsCalls() {
    FunctionCalls function = DeclaredCalls.of("documents");
    Guests guests =
        new RestoredGuests(
            ReferenceModules.load("documents.wasm"), Policy.DEFAULT, ExecutionMode.COMPILED);
    ScriptJudge judge = new ScriptJudge(guests, Set.of(Look.CLAIMS));
    List<ScriptRun.Claim> claims = new ArrayList<>();
    for (Parameters valid :
        List.of(function.payloads().usual(), function.payloads().sized(100_000))) {
      for (Parameters malformed : StreamFaults.ofLengths(valid)) {
        Script script = new Steps().rejected(function, malformed).script();
        claims.add(judge.run(script).claim());
      }
    }
    assertTrue(claims.stream().anyMatch(claim -> claim.pages() > 0));
    assertTrue(claims.stream().noneMatch(claim -> claim.exceeds(judge.claim())));
    assertTrue(claims.contains(judge.claim()));
  }
}
