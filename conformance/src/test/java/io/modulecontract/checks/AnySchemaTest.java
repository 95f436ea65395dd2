package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.arrow.AnySchemas;
import io.modulecontract.payload.OtherStreams;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.spec.Clause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A function that declares {@code any_schema} is held to it, and to nothing else. */
class AnySchemaTest {

  private static Subject declaring(String module) {
    return DeclaredCalls.subject(
        module, text -> text.replace("shape = \"arrow\"", "shape = \"arrow\"\nany_schema = true"));
  }

  private static void check(Subject subject, Clause clause, Runnable check) {
    try (CheckRun run = CheckRun.open(subject, clause, Readiness.of(subject))) {
      check.run();
      assertTrue(run.tally().trials() > 0);
    }
  }

  private static StreamPayloads payloads(Subject subject) {
    return new FunctionCalls(subject.descriptor().functions().get(0)).streams();
  }

  @Test
  void nothingButTheMetaStreamIsToBeRejected() {
    StreamPayloads strict = payloads(DeclaredCalls.subject("arrow_rows", text -> text));
    StreamPayloads any = payloads(declaring("arrow_rows"));
    List<Parameters> rejected = OtherStreams.of(any);
    List<Parameters> served = OtherStreams.served(any);
    assertEquals(List.of(), OtherStreams.served(strict));
    // With the data of a meta stream beside a meta stream, which is any table, too.
    int own = OtherStreams.of(strict).size() - rejected.size() - 1;
    assertTrue(own > 0);
    assertTrue(served.size() > own + 10 * AnySchemas.all().size());
    assertEquals(List.of(), OtherStreams.ofEachType(strict));
    assertEquals(AnySchemas.all().size(), OtherStreams.ofEachType(any).size());
    for (Parameters parameters : rejected) {
      assertFalse(parameters.contents().get(0).equals(any.usual().contents().get(0)));
    }
    for (Parameters parameters : served) {
      assertEquals(any.usual().contents().get(0), parameters.contents().get(0));
    }
  }

  @Test
  void whoDeclaresItAndServesOneSchemaAloneBreaksItsWord() {
    ArrowStreamChecks checks = new ArrowStreamChecks();
    Subject honest = DeclaredCalls.subject("arrow_rows", text -> text);
    assertDoesNotThrow(() -> check(honest, Clause.ARROW_02, checks::validStreamsAreServed));
    assertDoesNotThrow(() -> check(honest, Clause.ARROW_04, checks::otherSchemasAreRejected));
    Subject boasting = declaring("arrow_rows");
    assertThrows(
        ClauseBroken.class, () -> check(boasting, Clause.ARROW_02, checks::validStreamsAreServed));
  }

  @Test
  void whoTakesAnyNamesIsNotToldSo() {
    ArrowStreamChecks checks = new ArrowStreamChecks();
    String byPosition = "arrow_04_by_position";
    Subject silent = DeclaredCalls.subject(byPosition, text -> text);
    assertThrows(
        ClauseBroken.class, () -> check(silent, Clause.ARROW_04, checks::otherSchemasAreRejected));
    assertDoesNotThrow(
        () -> check(declaring(byPosition), Clause.ARROW_04, checks::otherSchemasAreRejected));
  }

  @Test
  void aModuleForAnyTableKeepsItsWord() {
    ArrowStreamChecks checks = new ArrowStreamChecks();
    Subject honest = DeclaredCalls.subject("any_table", text -> text);
    assertDoesNotThrow(() -> check(honest, Clause.ARROW_02, checks::validStreamsAreServed));
    assertDoesNotThrow(() -> check(honest, Clause.ARROW_03, checks::malformedStreamsAreRejected));
    assertDoesNotThrow(() -> check(honest, Clause.ARROW_04, checks::otherSchemasAreRejected));
  }

  /** Neither is passed a decimal, or a large list, among data of its own schema and its like. */
  @Test
  void whatIsWrongWithOneTypeAloneIsSeen() {
    ArrowStreamChecks checks = new ArrowStreamChecks();
    Subject choosy = DeclaredCalls.subject("arrow_02_no_decimals", text -> text);
    assertThrows(
        ClauseBroken.class, () -> check(choosy, Clause.ARROW_02, checks::validStreamsAreServed));
    assertDoesNotThrow(() -> check(choosy, Clause.ARROW_03, checks::malformedStreamsAreRejected));
    Subject credulous = DeclaredCalls.subject("arrow_03_large_lists_believed", text -> text);
    assertThrows(
        ClauseBroken.class,
        () -> check(credulous, Clause.ARROW_03, checks::malformedStreamsAreRejected));
    assertDoesNotThrow(() -> check(credulous, Clause.ARROW_02, checks::validStreamsAreServed));
  }

  /** What it refuses is never a table of its own schema. */
  @Test
  void whoCountsOnItsOwnFirstColumnBreaksIt() {
    ArrowStreamChecks checks = new ArrowStreamChecks();
    Subject faulty = DeclaredCalls.subject("arrow_02_first_column_of_words", text -> text);
    assertThrows(
        ClauseBroken.class, () -> check(faulty, Clause.ARROW_02, checks::validStreamsAreServed));
    Subject modest =
        DeclaredCalls.subject(
            "arrow_02_first_column_of_words", text -> text.replace("any_schema = true\n", ""));
    assertDoesNotThrow(() -> check(modest, Clause.ARROW_02, checks::validStreamsAreServed));
  }
}
