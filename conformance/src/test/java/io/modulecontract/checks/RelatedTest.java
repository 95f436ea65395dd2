package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Relation;
import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.UnreadableRows;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.payload.StreamCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each relation holds where it does, and is seen broken where it does not. */
class RelatedTest {

  private static final String HONEST = "arrow_rows";
  private static final int ALL = 0;
  private static final int SCORED = 1;

  /** Ten rows; every other one has neither a score nor a text. */
  private static Table rows(FunctionCalls function, int from) {
    String text = function.name().contains("rows") ? "text" : "title";
    String more = text.equals("text") ? "" : ", \"content\": \"\", \"date\": 0";
    String lines =
        IntStream.range(from, from + 10)
            .mapToObj(
                id ->
                    id % 2 == 0
                        ? "{\"id\": %d, \"score\": 0.5, \"%s\": \"t\"%s}".formatted(id, text, more)
                        : "{\"id\": %d%s}".formatted(id, more))
            .collect(Collectors.joining("\n"));
    try {
      return JsonRows.read(function.streams().tables().data(), lines);
    } catch (UnreadableRows e) {
      throw new AssertionError(e);
    }
  }

  private static Related related(FunctionCalls function, int number, Relation relation) {
    StreamCommand command = function.streams().tables().commands().get(number);
    return new Related(function, command, relation, rows(function, 0), rows(function, 10));
  }

  private static Optional<ClauseBroken.Evidence> on(String module, Related related) {
    FreshGuests guests =
        new FreshGuests(
            ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED);
    return related.on(guests, new Tally());
  }

  @ParameterizedTest
  @EnumSource(Relation.class)
  void holdsInAModuleThatKeepsIt(Relation relation) {
    Related related = related(DeclaredCalls.of(HONEST), ALL, relation);
    assertEquals(Optional.empty(), on(HONEST, related));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrow_07_null_text_is_empty | 0 | SUBSET               | rows of the data only, none more often
          arrow_07_rows_in_eights     | 0 | ROWS_KEPT            | as many rows as the data have
          arrow_07_without_text_last  | 0 | BATCHING_INDEPENDENT | the same rows, when the data come in batches of 2
          documents                   | 3 | COLUMNS_KEPT         | the columns of the data
          documents                   | 3 | CONCATENATION        | the answers to two tables
          """)
  void isSeenBroken(String module, int command, Relation relation, String expected) {
    FunctionCalls function = DeclaredCalls.of(module);
    ClauseBroken.Evidence evidence = on(module, related(function, command, relation)).orElseThrow();
    assertTrue(evidence.expected().startsWith(expected), evidence::expected);
    assertEquals(function.name(), evidence.function());
  }

  @Test
  void whatAFilterDoesNotKeepIsCounted() {
    Related related = related(DeclaredCalls.of(HONEST), SCORED, Relation.ROWS_KEPT);
    ClauseBroken.Evidence evidence = on(HONEST, related).orElseThrow();
    assertEquals("10 rows of data, 5 of the answer", evidence.actual());
    assertTrue(evidence.expected().contains("rows-kept, command {\"command\": \"scored\"}"));
  }

  @Test
  void anotherClauseThatIsBrokenFirstIsNotThisOnes() {
    FunctionCalls function = DeclaredCalls.of("arrow_02_refuses_nan");
    Table table = rows(function, 0);
    Table nan;
    try {
      nan =
          JsonRows.read(
              function.streams().tables().data(),
              "{\"id\": 1, \"score\": \"NaN\", \"text\": \"\"}");
    } catch (UnreadableRows e) {
      throw new AssertionError(e);
    }
    StreamCommand command = function.streams().tables().commands().get(ALL);
    Related related = new Related(function, command, Relation.CONCATENATION, table, nan);
    assertEquals(Optional.empty(), on("arrow_02_refuses_nan", related));
  }

  @Test
  void bothTablesAreMadeSmaller() {
    FunctionCalls function = DeclaredCalls.of(HONEST);
    Related related = related(function, ALL, Relation.CONCATENATION);
    List<Related> smaller = related.smaller().toList();
    assertTrue(smaller.stream().anyMatch(it -> it.one().rowCount() == 0));
    assertTrue(smaller.stream().anyMatch(it -> it.two().rowCount() == 0));
    assertTrue(
        smaller.stream()
            .allMatch(it -> it.one().equals(related.one()) != it.two().equals(related.two())));
  }

  /** An answer that is known is not asked for, but elsewhere it is: there another one may come. */
  @Test
  void whatIsKnownIsAskedForElsewhereOnly() {
    FunctionCalls function = DeclaredCalls.of(HONEST);
    Related related = related(function, ALL, Relation.ROWS_KEPT);
    Guests guests =
        new FreshGuests(
            ReferenceModules.load(HONEST + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED);
    Table less = related.smaller().findFirst().orElseThrow().one();
    RelatedAnswers lie =
        new RelatedAnswers(related, guests, Map.of(related.one(), Optional.of(less)));

    Tally there = new Tally();
    assertTrue(lie.on(guests, there).orElseThrow().actual().startsWith("10 rows of data, "));
    assertEquals(0, there.operations());

    Tally elsewhere = new Tally();
    assertEquals(Optional.empty(), lie.on(guests.under(Policy.DEFAULT), elsewhere));
    assertTrue(elsewhere.operations() > 0);
  }
}
