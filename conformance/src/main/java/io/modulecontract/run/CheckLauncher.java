package io.modulecontract.run;

import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Effort;
import io.modulecontract.spec.Clause;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.engine.JqwikTestEngine;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/** Runs checks on the JUnit Platform, with Jupiter and jqwik and nothing else. */
final class CheckLauncher {

  /** Kept, for a logger that nobody holds forgets its level. It tells users what we set. */
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  /** Finds all checks once, while the first module is read: most of that is loading classes. */
  private static final Thread LOADING = new Thread(CheckLauncher::load, "loader of the checks");

  static {
    JQWIK.setLevel(Level.WARNING);
    LOADING.setDaemon(true);
    // What goes wrong there goes wrong again, and is told, where the checks are to run.
    LOADING.setUncaughtExceptionHandler((thread, problem) -> {});
    LOADING.start();
  }

  private final Launcher launcher = launcher();

  /** Told what happens to each check, on the thread that runs it. */
  interface Listener {
    /** The check of a clause is about to run. */
    void begins(Clause clause);

    /** It ended. */
    void ended(Clause clause, CheckEnd end);
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine(), new JqwikTestEngine())
            .build());
  }

  private static void load() {
    launcher().discover(request(EnumSet.allOf(Clause.class), Effort.QUICK));
  }

  /** Waits: the engines are not made for two threads at once. */
  private static void awaitLoaded() {
    try {
      LOADING.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the checks of these clauses on this thread, one after another. */
  void run(Collection<Clause> clauses, Effort effort, Listener listener) {
    awaitLoaded();
    launcher.execute(request(clauses, effort), new Translator(listener));
  }

  private static LauncherDiscoveryRequest request(Collection<Clause> clauses, Effort effort) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            clauses.stream()
                .map(CheckCatalogue::of)
                .map(check -> DiscoverySelectors.selectMethod(check.getDeclaringClass(), check))
                .toList())
        .configurationParameters(
            Map.of(
                "jqwik.tries.default", Integer.toString(effort.programs()),
                "jqwik.database", "",
                "jqwik.edgecases.default", "NONE",
                "jqwik.generation.default", "RANDOMIZED",
                "jqwik.shrinking.default", "FULL",
                "jqwik.reporting.usejunitplatform", "true",
                "jqwik.reporting.onlyfailures", "true",
                "junit.jupiter.extensions.autodetection.enabled", "false"))
        .build();
  }

  /** From the platform's words to ours. */
  private record Translator(Listener listener) implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier test) {
      clause(test).ifPresent(listener::begins);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      Throwable skipped = new IllegalStateException("skipped: " + reason);
      clause(test).ifPresent(clause -> listener.ended(clause, new CheckEnd.Crashed(skipped)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      clause(test).ifPresent(clause -> listener.ended(clause, end(result)));
    }

    private static Optional<Clause> clause(TestIdentifier test) {
      return test.isTest() ? test.getSource().flatMap(CheckCatalogue::clause) : Optional.empty();
    }

    private static CheckEnd end(TestExecutionResult result) {
      Throwable thrown = result.getThrowable().orElse(null);
      if (thrown == null) {
        return new CheckEnd.Passed();
      }
      if (thrown instanceof ClauseBroken broken) {
        return new CheckEnd.Broken(broken);
      }
      if (thrown instanceof TestAbortedException aborted) {
        return new CheckEnd.Aborted(String.valueOf(aborted.getMessage()));
      }
      return new CheckEnd.Crashed(thrown);
    }
  }
}
