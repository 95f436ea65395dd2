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
import java.util.List;
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
        related |= !command.relations().isEmpty();
        for (Table table : command.relations().isEmpty() ? List.<Table>of() : tables) {
          Content data = StreamPayloads.content(table, StreamLayout.PLAIN);
          // What breaks another clause is handed on to that one's check.
          if (calls.example(function.once(command.with(data)))) {
            related(function, command, table, tables.get(random.nextInt(tables.size())));
          }
        }
      }
    }
    if (!related) {
      throw CheckRun.notApplicable("no relation is declared");
    }
  }

  /** In the order of the constants, so that a seed means the same in each run. */
  private static void related(FunctionCalls function, StreamCommand command, Table one, Table two) {
    for (Relation relation : Relation.values()) {
      if (command.relations().contains(relation)) {
        Scenarios.run(new Related(function, command, relation, one, two));
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
