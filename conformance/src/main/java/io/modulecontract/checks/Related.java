package io.modulecontract.checks;

import io.modulecontract.abi.Relation;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableComparison;
import io.modulecontract.arrow.TableShrinks;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.payload.StreamCommand;
import io.modulecontract.script.Action;
import io.modulecontract.script.Answer;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold between the data that a command is given and what it answers (ARROW-07).
 *
 * @param function the function
 * @param command the command
 * @param relation what must hold
 * @param one the data
 * @param two more data, for relations of two tables
 */
record Related(
    FunctionCalls function, StreamCommand command, Relation relation, Table one, Table two)
    implements Scenario {

  private static final Set<Look> LOOKS = Set.of(Look.STREAMS, Look.ANSWERS_ONLY);
  private static final Set<Look> SHOWN = Set.of(Look.ANSWERS_ONLY, Look.STEPS);

  private static final int MOST_BATCHES = 300;

  @Override
  public long needed() {
    return scripts().stream().mapToLong(Script::needed).max().orElseThrow();
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    return on(guests, tally, Map.of());
  }

  /**
   * The same, where some answers are known already.
   *
   * @param known what guests like these answered to this command, by the very table
   */
  Optional<ClauseBroken.Evidence> on(
      Guests guests, Tally tally, Map<Table, Optional<Table>> known) {
    List<Table> answers = new ArrayList<>();
    for (Question question : questions()) {
      Optional<Table> before = question.table().map(known::get).flatMap(answer -> answer);
      if (before.isPresent()) {
        answers.add(before.get());
        continue;
      }
      ScriptRun run = ScriptRunner.run(question.script(), guests.next(), LOOKS);
      tally.operations(run.calls());
      if (run.fault().isPresent()) {
        tally.stoppedBy(run.fault().get().clause());
        return Optional.empty();
      }
      run.answers().forEach(answer -> answers.add(table(answer).orElseThrow()));
    }
    return wrong(answers).map(actual -> evidence(guests, actual));
  }

  /** The table that a call answered with; empty where that is no stream. */
  static Optional<Table> table(Answer answer) {
    return StreamReader.read(answer.content()) instanceof SoundStream sound
        ? Optional.of(sound.table())
        : Optional.empty();
  }

  /** The calls, each script on an instance of its own. */
  List<Script> scripts() {
    return questions().stream().map(Question::script).toList();
  }

  /**
   * A script that is run for what it answers.
   *
   * @param table what it asks about, where it is one call with just that
   */
  private record Question(Optional<Table> table, Script script) {}

  private List<Question> questions() {
    return switch (relation) {
      case ROWS_KEPT, COLUMNS_KEPT, SUBSET -> about(one);
      case ORDER_INDEPENDENT -> about(one, backwards());
      case BATCHING_INDEPENDENT -> about(one, one.inBatchesOf(batch()));
      case CONCATENATION -> about(one, two, one.and(two));
      case IDEMPOTENT -> List.of(new Question(Optional.empty(), twice()));
    };
  }

  private List<Question> about(Table... tables) {
    return Stream.of(tables).map(table -> new Question(Optional.of(table), script(table))).toList();
  }

  private Script script(Table table) {
    return function.once(command.with(data(table)));
  }

  private static Content data(Table table) {
    return Content.of(StreamWriter.write(table, StreamLayout.PLAIN));
  }

  /** The second call is given what the first one answered. */
  private Script twice() {
    Ref answer = new Ref(2, Ref.Part.DATA);
    Action.Call again =
        function.call(
            List.of(
                FunctionCalls.pointer(0, 0),
                FunctionCalls.length(0, 0),
                new Operand.Pointer(answer, 0),
                new Operand.Length(answer, 0)),
            Action.Expected.SERVED,
            function.service());
    return new Steps().served(function, command.with(data(one))).then(again).script();
  }

  /**
   * How many rows a batch gets. Of a long table more than the eight whose validity fits a byte, and
   * no multiple of them; and more batches than a byte can count. Thousands of batches say no more,
   * and cost as much as all the rest.
   */
  private int batch() {
    return one.rowCount() < 1_000 ? 2 : (int) (one.rowCount() / MOST_BATCHES) | 1;
  }

  private Table backwards() {
    List<List<@Nullable Object>> rows = new ArrayList<>(one.rows());
    Collections.reverse(rows);
    return Table.ofRows(one.tableSchema(), rows);
  }

  private Optional<String> wrong(List<Table> answers) {
    Table answer = answers.get(0);
    return switch (relation) {
      case ROWS_KEPT ->
          answer.rowCount() == one.rowCount()
              ? Optional.empty()
              : Optional.of(
                  one.rowCount() + " rows of data, " + answer.rowCount() + " of the answer");
      case COLUMNS_KEPT -> TableComparison.columns(one.tableSchema(), answer.tableSchema());
      case SUBSET -> TableComparison.differenceFromSubset(one, answer);
      case ORDER_INDEPENDENT -> TableComparison.differenceInAnyOrder(answer, answers.get(1));
      case BATCHING_INDEPENDENT, IDEMPOTENT -> TableComparison.difference(answer, answers.get(1));
      case CONCATENATION ->
          TableComparison.columns(answer.tableSchema(), answers.get(1).tableSchema())
              .or(() -> TableComparison.difference(joined(answer, answers.get(1)), answers.get(2)));
    };
  }

  /** One behind the other; their schemas may differ in metadata. */
  private static Table joined(Table first, Table then) {
    return first.and(new Table(first.tableSchema(), then.batches()));
  }

  @Override
  public Stream<Related> smaller() {
    Stream<Related> first = TableShrinks.of(one).map(less -> with(less, two));
    return Stream.concat(first, TableShrinks.of(two).map(less -> with(one, less)));
  }

  private Related with(Table first, Table then) {
    return new Related(function, command, relation, first, then);
  }

  private ClauseBroken.Evidence evidence(Guests guests, String actual) {
    List<Step> steps = new ArrayList<>();
    List<Script> scripts = scripts();
    for (Script script : scripts) {
      if (!steps.isEmpty()) {
        steps.add(Step.of("then, on an instance of its own"));
      }
      steps.addAll(ScriptRunner.run(script, guests.next(), SHOWN).steps());
    }
    int length = scripts.stream().mapToInt(Script::length).sum();
    Sequence sequence = new Sequence.Related(relation, scripts);
    return new ClauseBroken.Evidence(
        expected(), actual, steps, length, function.name(), new Course.ByCheck(sequence));
  }

  private String expected() {
    String what =
        switch (relation) {
          case ROWS_KEPT -> "as many rows as the data have";
          case COLUMNS_KEPT -> "the columns of the data";
          case SUBSET -> "rows of the data only, none more often";
          case ORDER_INDEPENDENT -> "the same rows, when the data come in the opposite order";
          case BATCHING_INDEPENDENT -> "the same rows, when the data come in batches of " + batch();
          case CONCATENATION -> "the answers to two tables, when one comes behind the other";
          case IDEMPOTENT -> "the same rows, when the answer is given back as data";
        };
    return what + " (" + relation + ", command " + command.words() + ")";
  }
}
