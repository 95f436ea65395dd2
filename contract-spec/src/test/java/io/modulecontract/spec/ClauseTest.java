package io.modulecontract.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTest {

  private static final int CONSOLE_LINE = 100;

  @ParameterizedTest
  @EnumSource
  void aClauseIsFoundByItsId(Clause clause) {
    assertEquals(Optional.of(clause), Clause.byId(clause.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALLOC-04", "alloc-04", "Alloc-04", "  alloc-04 "})
  void caseAndBlanksDoNotMatter(String id) {
    assertEquals(Optional.of(Clause.ALLOC_04), Clause.byId(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALLOC", "ALLOC-4", "ALLOC_04", "ALLOC-04x", "ALLOC-99", "alloc 04"})
  void whatIsNoIdFindsNothing(String id) {
    assertEquals(Optional.empty(), Clause.byId(id));
  }

  @ParameterizedTest
  @EnumSource
  void anIdHasItsForm(Clause clause) {
    assertTrue(clause.id().matches("[A-Z]+-[0-9]{2}"), clause.id());
    assertTrue(clause.anchor().matches("[a-z]+-[0-9]{2}"), clause.anchor());
    assertTrue(clause.id().startsWith(clause.family().name() + "-"), clause.id());
  }

  @ParameterizedTest
  @EnumSource
  void textsFitAConsoleLineAndHaveNoFinalStop(Clause clause) {
    for (String text : List.of(clause.statement(), clause.lookFirst())) {
      assertTrue(text.length() <= CONSOLE_LINE, text);
      assertFalse(text.endsWith(".") || text.isBlank(), text);
    }
  }

  @Test
  void familiesAndNumbersAscend() {
    List<Clause> clauses = Arrays.asList(Clause.values());
    Comparator<Clause> order = Comparator.comparing(Clause::family).thenComparing(Clause::id);
    assertEquals(clauses.stream().sorted(order).toList(), clauses);
  }

  @Test
  void theFamiliesShareTheClausesOut() {
    List<Clause> all = Arrays.stream(Family.values()).flatMap(f -> f.clauses().stream()).toList();
    assertEquals(Arrays.asList(Clause.values()), all);
    assertEquals(all.stream().map(Clause::id).toList(), Clause.ids());
  }
}
