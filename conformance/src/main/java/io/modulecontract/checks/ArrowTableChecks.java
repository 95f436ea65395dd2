package io.modulecontract.checks;

import io.modulecontract.abi.Relation;
import io.modulecontract.arrow.GeneratedTable;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.Table;
import io.modulecontract.payload.StreamCommand;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.script.Content;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family ARROW, what is between the data and the answers. */
class ArrowTableChecks {

  private static final int MOST_ROWS = 24;

  private static final int MANY_ROWS = 5_000;

  /** Tables beyond this size say no more, and take their time. */
  private static final int MOST_BYTES = 8_192;

  @Test
  @Decides(Clause.ARROW_07)
  void declaredRelationsHold() {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    boolean related = false;
    for (FunctionCalls function : CalledFunctions.streams()) {
      List<Table> tables = tables(function.streams(), random);
      for (StreamCommand command : function.streams().tables().commands()) {
        if (!command.relations().isEmpty()) {
          related = true;
          related(function, command, tables, answers(calls, function, command, tables), random);
        }
      }
    }
    if (!related) {
      throw CheckRun.notApplicable("no relation is declared");
    }
  }

  /**
   * What a command answers to each table: most relations begin with that, and a guest in its start
   * state answers the same again. A table that breaks another clause is not among them, it is
   * handed on to that clause's check; an answer that is no table is none.
   */
  private static Map<Table, Optional<Table>> answers(
      Calls calls, FunctionCalls function, StreamCommand command, List<Table> tables) {
    IdentityHashMap<Table, Optional<Table>> answers = new IdentityHashMap<>();
    for (Table table : tables) {
      Content data = StreamPayloads.content(table, StreamLayout.PLAIN);
      calls
          .answers(function.once(command.with(data)))
          .ifPresent(answer -> answers.put(table, Related.table(answer.get(0))));
    }
    return answers;
  }

  /** In the order of the constants, so that a seed means the same in each run. */
  private static void related(
      FunctionCalls function,
      StreamCommand command,
      List<Table> tables,
      Map<Table, Optional<Table>> answers,
      SplittableRandom random) {
    for (Table table : tables) {
      Table other = tables.get(random.nextInt(tables.size()));
      for (Relation relation : Relation.values()) {
        if (command.relations().contains(relation) && answers.containsKey(table)) {
          Related asked = new Related(function, command, relation, table, other);
          Scenarios.run(new RelatedAnswers(asked, CheckRun.current().sharedGuests(), answers));
        }
      }
    }
  }

  private static List<Table> tables(StreamPayloads payloads, SplittableRandom random) {
    List<Table> tables = new ArrayList<>();
    for (GeneratedTable edge : payloads.generator().edges()) {
      if (StreamPayloads.content(edge.table(), StreamLayout.PLAIN).length() <= MOST_BYTES) {
        tables.add(edge.table());
      }
    }
    for (int i = 0; i < CheckRun.current().effort().programs() / 25; i++) {
      tables.add(payloads.generator().random(random, MOST_ROWS));
    }
    // What is done to so many rows only shows behind them.
    tables.add(payloads.generator().large(random, MANY_ROWS));
    return tables;
  }
}
