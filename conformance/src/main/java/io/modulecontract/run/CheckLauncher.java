package io.modulecontract.run;

import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Effort;
import java.lang.reflect.Method;
import java.util.Map;
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

/** Runs one check at a time on the JUnit Platform, with Jupiter and jqwik and nothing else. */
final class CheckLauncher {

  private final Launcher launcher =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestEngineAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .addTestEngines(new JupiterTestEngine(), new JqwikTestEngine())
              .build());

  /** Runs the check on this thread. */
  CheckEnd run(Method check, Effort effort) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(check.getDeclaringClass(), check))
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
    Listener listener = new Listener();
    launcher.execute(request, listener);
    return listener.end;
  }

  /** Keeps how the one check ended. */
  private static final class Listener implements TestExecutionListener {

    private CheckEnd end =
        new CheckEnd.Crashed(new IllegalStateException("the platform did not find the check"));

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      end = new CheckEnd.Crashed(new IllegalStateException("skipped: " + reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      Throwable thrown = result.getThrowable().orElse(null);
      if (thrown == null) {
        if (test.isTest()) {
          end = new CheckEnd.Passed();
        }
      } else if (thrown instanceof ClauseBroken broken) {
        end = new CheckEnd.Broken(broken);
      } else if (thrown instanceof TestAbortedException aborted) {
        end = new CheckEnd.Aborted(String.valueOf(aborted.getMessage()));
      } else {
        end = new CheckEnd.Crashed(thrown);
      }
    }
  }
}
