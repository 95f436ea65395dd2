package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a worker's time is said to go into. */
class PhaseTest {

  private static final int MOST_RUNS = 1_000_000;

  @Test
  void anotherThreadSeesWhetherTheGuestRuns() throws Exception {
    FuzzSubject subject = Prebuilt.subject("greeting");
    FuzzRun run = new FuzzRun(subject);
    List<byte[]> seeds = Seeds.of(subject.functions(), 1);
    AtomicBoolean enough = new AtomicBoolean();
    Thread runs =
        new Thread(
            () -> {
              for (int i = 0; i < MOST_RUNS && !enough.get(); i++) {
                run.run(run.decode(seeds.get(i % seeds.size())));
              }
            });
    runs.start();
    Set<Phase> seen = EnumSet.noneOf(Phase.class);
    while (runs.isAlive()) {
      seen.add(run.phase());
      enough.set(seen.containsAll(EnumSet.of(Phase.GUEST, Phase.RESTORE, Phase.ORACLE)));
    }
    assertEquals(EnumSet.of(Phase.GUEST, Phase.RESTORE, Phase.ORACLE), seen);
    assertEquals(Phase.ORACLE, run.phase());
  }

  @Test
  void sharesCountEachPhase() {
    TimeShares shares = TimeShares.NONE.with(Phase.GUEST);
    for (Phase phase : List.of(Phase.RESTORE, Phase.ORACLE, Phase.ENGINE)) {
      shares = shares.and(shares).with(phase);
    }
    assertEquals("8/4/2/1", shares.text());
    assertEquals("guest 53 %, restore 26 %, oracle 13 %, engine 6 %", shares.words());
  }
}
