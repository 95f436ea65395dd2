package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Runs scripts on several threads at once, each on an instance that its own thread made (ISO-02).
 *
 * @param scripts one for each thread
 * @param times how often each runs
 * @param enough asked between two runs: whether to go on says nothing new
 */
record OnThreads(List<Script> scripts, int times, BooleanSupplier enough) implements Scenario {

  /** Each runs as often as said, whatever comes of it. */
  OnThreads(List<Script> scripts, int times) {
    this(scripts, times, () -> false);
  }

  @Override
  public long needed() {
    return Instances.needed(scripts);
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    ExecutorService threads = Executors.newFixedThreadPool(scripts.size());
    try {
      CyclicBarrier start = new CyclicBarrier(scripts.size());
      List<Future<Optional<ClauseBroken.Evidence>>> running = new ArrayList<>();
      List<ScriptRun> alone = new ArrayList<>();
      for (Script script : scripts) {
        ScriptRun run = Instances.run(script, guests.apart());
        running.add(threads.submit(thread(guests, script, run.steps(), start)));
        tally.operations((long) times * run.steps().size());
        alone.add(run);
      }
      Instances.count(scripts, alone, tally);
      Optional<ClauseBroken.Evidence> found = Optional.empty();
      for (Future<Optional<ClauseBroken.Evidence>> one : running) {
        Optional<ClauseBroken.Evidence> evidence = one.get();
        found = found.isPresent() ? found : evidence;
      }
      return found;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread of the check failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while its threads ran", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Optional<ClauseBroken.Evidence>> thread(
      Guests guests, Script script, List<Step> alone, CyclicBarrier start) {
    return () -> {
      Guests own = guests.under(guests.policy());
      Guest guest = own.next();
      start.await();
      for (int i = 0; i < times && !enough.getAsBoolean(); i++) {
        var evidence =
            Instances.differing(
                alone, Instances.run(script, guest).steps(), "while other threads run instances");
        if (evidence.isPresent()) {
          return evidence;
        }
        guest = own.next();
      }
      return Optional.empty();
    };
  }
}
