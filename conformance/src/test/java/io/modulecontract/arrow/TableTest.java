package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final TableSchema SCHEMA =
      Schemas.of(
          Schemas.always("id", new ArrowType.Int(64, false)),
          Schemas.maybe("score", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)));

  private static Table table(Object... scores) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object score : scores) {
      rows.add(Arrays.asList((long) rows.size(), score));
    }
    return Table.ofRows(SCHEMA, rows);
  }

  @Test
  void notANumberIsItselfAndZeroHasASign() {
    assertEquals(table(Double.NaN, null), table(Double.NaN, null));
    assertNotEquals(table(0.0), table(-0.0));
    assertEquals(
        Optional.of("row 1, column `score`: expected 0.0, found -0.0"),
        TableComparison.difference(table(1.0, 0.0), table(1.0, -0.0)));
  }

  @Test
  void saysWhatTheFirstDifferenceIs() {
    assertEquals(
        Optional.of("row 2, column `score`: expected 0.5, found NaN"),
        TableComparison.difference(table(1.0, null, 0.5), table(1.0, null, Double.NaN)));
    assertEquals(
        Optional.of("expected 1 row, found 2 rows"),
        TableComparison.difference(table(1.0), table(1.0, 2.0)));
    Table other = Table.ofRows(Schemas.of(SCHEMA.columns().get(0)), List.of());
    assertEquals(
        Optional.of("expected 2 columns, found 1 column"),
        TableComparison.difference(table(), other));
  }

  @Test
  void batchesMakeNoDifferenceToRows() {
    Table whole = table(1.0, 2.0, 3.0, null, 5.0);
    Table cut = whole.inBatchesOf(2);
    assertEquals(3, cut.batches().size());
    assertNotEquals(whole, cut);
    assertEquals(Optional.empty(), TableComparison.difference(whole, cut));
    assertEquals(whole.rows(), cut.rows());
    assertEquals(whole.column(1), cut.column(1));
    assertEquals(whole.rows(), new Table(SCHEMA, List.of()).and(cut).rows());
    assertEquals(10, whole.and(cut).rowCount());
  }

  @Test
  void comparesInAnyOrderAndAsSubset() {
    Table whole = table(1.0, 2.0, Double.NaN);
    List<List<Object>> turned = new ArrayList<>(whole.rows());
    Collections.reverse(turned);
    Table other = Table.ofRows(SCHEMA, turned);
    assertEquals(Optional.empty(), TableComparison.differenceInAnyOrder(whole, other));
    assertTrue(TableComparison.difference(whole, other).isPresent());
    Table part = whole.where(row -> row.get(1).equals(Double.NaN));
    assertEquals(Optional.empty(), TableComparison.differenceFromSubset(whole, part));
    assertEquals(
        Optional.of("row 1: expected a row of the whole table, found id 2, score NaN"),
        TableComparison.differenceFromSubset(whole, part.and(part)));
  }

  @Test
  void refusesColumnsOfOtherLengths() {
    assertThrows(IllegalArgumentException.class, () -> new Batch(2, List.of(List.of(1L))));
    Batch batch = new Batch(1, List.of(List.of(1L)));
    assertThrows(IllegalArgumentException.class, () -> new Table(SCHEMA, List.of(batch)));
    Table other = Table.ofRows(Schemas.documents(), List.of());
    assertThrows(IllegalArgumentException.class, () -> other.and(table()));
  }

  @Test
  void theSameSeedGivesTheSameTables() {
    TableGenerator generator = new TableGenerator(Schemas.everything());
    Table one = generator.random(new SplittableRandom(5), 50);
    assertEquals(one, generator.random(new SplittableRandom(5), 50));
    Table large = new TableGenerator(SCHEMA).large(new SplittableRandom(1), 20_000);
    assertEquals(20_000, large.rowCount());
    assertEquals(3, large.batches().size());
  }

  @Test
  void shrinksToTheOneRowThatFails() {
    Table failing = table(1.0, 2.0, Double.NaN, 4.0, null, 6.0).inBatchesOf(4);
    Table best = failing;
    Optional<Table> next = Optional.of(failing);
    while (next.isPresent()) {
      best = next.get();
      next =
          TableShrinks.of(best).filter(table -> table.column(1).contains(Double.NaN)).findFirst();
    }
    assertEquals(Table.ofRows(SCHEMA, List.of(List.of(0L, Double.NaN))), best);
  }

  @Test
  void shrunkTablesCanBeWritten() {
    Table table = new TableGenerator(Schemas.everything()).edges().get(5).table();
    TableShrinks.of(table)
        .limit(3000)
        .forEach(
            smaller -> {
              byte[] stream = StreamWriter.write(smaller, StreamLayout.PLAIN);
              assertEquals(smaller, ((SoundStream) StreamReader.read(stream)).table());
            });
  }
}
