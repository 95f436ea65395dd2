package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.engine.HandMade;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a refusal of memory may cost the check. */
class RefusedGrowthTest {

  /** Each area has a page of its own; a guest that is refused one never comes back. */
  private static final int[] WAITS_FOR_EVER = {
    0x41, 1, 0x40, 0, 0x41, 0x7F, 0x46, 0x04, 0x40, 0x03, 0x40, 0x0C, 0, 0x0B, 0x0B, 0x3F, 0, 0x41,
    1, 0x6B, 0x41, 16, 0x74
  };

  private static final int[] RELEASED = {0x41, 0};

  private static final Script MANY_AREAS =
      new Script(Collections.nCopies(40, new Action.Give(Content.of("area", 8))));

  /** Each of forty refusals would cost a deadline, and none would tell more than the third. */
  @Test
  void endsWhereRefusalAfterRefusalIsWaitedFor() {
    HandMade module = new HandMade().allocate(WAITS_FOR_EVER).deallocate(RELEASED);
    Subject subject = HandMadeSubject.of(module);
    try (CheckRun run = CheckRun.open(subject, Clause.GROW_05, Readiness.of(subject))) {
      assertEquals(Optional.empty(), new RefusedGrowth(MANY_AREAS).on(run.guests(), run.tally()));
      assertEquals(3, subject.lateCalls());
      assertTrue(run.tally().gaveUp());
    }
  }
}
