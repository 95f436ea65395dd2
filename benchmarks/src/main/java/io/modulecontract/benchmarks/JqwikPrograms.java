package io.modulecontract.benchmarks;

import io.modulecontract.checks.Effort;
import io.modulecontract.program.Program;
import io.modulecontract.program.Shrinks;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import net.jqwik.engine.JqwikTestEngine;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The workload as a jqwik property, made and started as the checks are: a whole program is one
 * arbitrary, and it runs on the JUnit Platform with the same settings.
 */
class JqwikPrograms {

  private static final ThreadLocal<@Nullable Given> GIVEN = new ThreadLocal<>();

  /** Kept, for a logger that nobody holds forgets its level. It tells users what we set. */
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.WARNING);
  }

  private static final Launcher LAUNCHER =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestEngineAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .addTestEngines(new JqwikTestEngine())
              .build());

  /** As many programs as a check runs at the greatest effort. */
  private static final LauncherDiscoveryRequest REQUEST =
      LauncherDiscoveryRequestBuilder.request()
          .selectors(DiscoverySelectors.selectClass(JqwikPrograms.class))
          .configurationParameters(
              Map.of(
                  "jqwik.tries.default", Integer.toString(Effort.THOROUGH.programs()),
                  "jqwik.database", "",
                  "jqwik.edgecases.default", "NONE",
                  "jqwik.generation.default", "RANDOMIZED",
                  "jqwik.shrinking.default", "FULL",
                  "jqwik.reporting.usejunitplatform", "true",
                  "jqwik.reporting.onlyfailures", "true"))
          .build();

  private final Given given = given();

  private static Given given() {
    Given given = GIVEN.get();
    if (given == null) {
      throw new IllegalStateException("started by JqwikPrograms.run only");
    }
    return given;
  }

  /** Runs the property once, on this thread. */
  static void run(Runs runs, SplittableRandom random) {
    long before = runs.programs();
    Outcome outcome = new Outcome();
    GIVEN.set(new Given(runs, random));
    try {
      LAUNCHER.execute(REQUEST, outcome);
    } finally {
      GIVEN.remove();
    }
    if (outcome.thrown instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (outcome.thrown != null || runs.programs() - before != Effort.THOROUGH.programs()) {
      throw new IllegalStateException("the property did not run to its end", outcome.thrown);
    }
  }

  @Provide
  Arbitrary<Program> programs() {
    return Arbitraries.fromGenerator(ignored -> new Smaller(Workload.next(given.random())));
  }

  @Property
  void noClauseIsBroken(@ForAll("programs") Program program) {
    given.runs().run(program);
  }

  /**
   * What one run of the property works with; jqwik makes the object itself.
   *
   * @param runs where the programs run
   * @param random what they are made from
   */
  private record Given(Runs runs, SplittableRandom random) {}

  /** Keeps what was thrown. */
  private static final class Outcome implements TestExecutionListener {
    private @Nullable Throwable thrown;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result.getThrowable().ifPresent(it -> thrown = it);
    }
  }

  /**
   * A program with its smaller ones.
   *
   * @param value the program
   */
  private record Smaller(Program value) implements Shrinkable<Program> {
    @Override
    public Stream<Shrinkable<Program>> shrink() {
      return Shrinks.of(value).map(Smaller::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(value.length(), value.weight());
    }
  }
}
