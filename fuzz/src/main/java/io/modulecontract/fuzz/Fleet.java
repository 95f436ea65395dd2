package io.modulecontract.fuzz;

import io.modulecontract.verdict.FuzzSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The workers of one campaign. */
final class Fleet implements AutoCloseable {

  /** A worker that goes wrong is replaced so often, all workers together. */
  private static final int MOST_REPLACED = 5;

  /** What a worker may take beyond its time: to start, to end a call, to shrink what it found. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  /** What one may take before its first program: a large module is compiled and instrumented. */
  private static final Duration START = Duration.ofMinutes(5);

  private final List<WorkerProcess> workers = new ArrayList<>();
  private final long began = System.nanoTime();
  private final Duration time;
  private final boolean crowded;
  private long fuzzingSince;
  private long executionsBefore;
  private int replaced;
  private String trouble = "";

  Fleet(List<WorkerSettings> settings, Duration time) throws IOException {
    this.time = time;
    crowded = 2 * settings.size() > Runtime.getRuntime().availableProcessors();
    for (WorkerSettings one : settings) {
      workers.add(WorkerProcess.start(one, crowded));
    }
  }

  /** What went wrong with the last worker that did, or an empty string. */
  String trouble() {
    return trouble;
  }

  /** Whether any is still at work; those that ended too early are started again. */
  boolean working() throws IOException {
    Duration elapsed = elapsed();
    Duration most = time.plus(fuzzingSince == 0 ? START : GRACE);
    if (elapsed.compareTo(most) > 0) {
      trouble = "a worker did not " + (fuzzingSince == 0 ? "begin" : "end") + " in time";
      close();
      return false;
    }
    boolean any = false;
    for (int i = 0; i < workers.size(); i++) {
      WorkerProcess worker = workers.get(i);
      if (worker.failed()) {
        trouble = worker.lastWords();
        Duration left = time.minus(elapsed);
        if (replaced < MOST_REPLACED && left.toSeconds() > 0 && worker.state().isPresent()) {
          replaced++;
          executionsBefore += worker.state().map(WorkerState::executions).orElse(0L);
          workers.set(i, WorkerProcess.start(worker.settings().lasting(left), crowded));
        }
      }
      any |= workers.get(i).alive();
    }
    return any;
  }

  /** Since the first worker ran its first program; before, since the start of all. */
  private Duration elapsed() throws IOException {
    long now = System.nanoTime();
    if (fuzzingSince == 0) {
      for (WorkerProcess worker : workers) {
        if (worker.state().isPresent()) {
          fuzzingSince = now;
          return Duration.ZERO;
        }
      }
    }
    return Duration.ofNanos(now - (fuzzingSince == 0 ? began : fuzzingSince));
  }

  /** What all did together so far. */
  FuzzSummary summary(FuzzSubject subject, FuzzOptions options, int corpusSize, int findings)
      throws IOException {
    long executions = executionsBefore;
    long rate = 0;
    int edges = 0;
    int tooLarge = 0;
    long sinceNewEdge = Long.MAX_VALUE;
    BitSet functions = new BitSet();
    long cpuMillis = 0;
    TimeShares shares = TimeShares.NONE;
    for (WorkerProcess worker : workers) {
      Optional<WorkerState> state = worker.state();
      if (state.isPresent()) {
        WorkerState one = state.get();
        executions += one.executions();
        rate += one.executions() * 1_000 / Math.max(1, one.millis());
        edges = Math.max(edges, one.edges());
        tooLarge = one.tooLarge();
        sinceNewEdge = Math.min(sinceNewEdge, one.sinceNewEdge());
        functions.or(one.functions());
        shares = shares.and(one.shares());
        cpuMillis += one.cpuMillis();
      }
    }
    return new FuzzSummary(
        options.time(),
        executions,
        rate,
        edges,
        functions.cardinality(),
        subject.loaded().functionCount(),
        tooLarge,
        corpusSize,
        sinceNewEdge == Long.MAX_VALUE ? 0 : sinceNewEdge / 1_000,
        options.engine().toString(),
        findings,
        shares.words()
            + "; "
            + executions * 1_000 / Math.max(1, cpuMillis)
            + " executions in a second of a processor");
  }

  /** Ends all of them: none of them writes anything any more. */
  void stop() {
    workers.forEach(WorkerProcess::close);
  }

  @Override
  public void close() {
    stop();
  }
}
