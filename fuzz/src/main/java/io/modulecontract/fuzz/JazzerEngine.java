package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Jazzer, in this process. Its classes are found by name: those that see coverage and compares are
 * put into the boot loader when its agent starts.
 */
final class JazzerEngine {

  private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
  private static final String SANITIZERS = "com.code_intelligence.jazzer.sanitizers.Constants";
  private static final String NO_CLASS = "none.**";

  /** Of an input, in bytes. */
  static final int LONGEST = 1_024;

  private JazzerEngine() {}

  /** Fuzzes; it ends the process itself. */
  static void run(WorkerSettings settings) throws ReflectiveOperationException {
    ModuleTarget.prepare(settings);
    run(ModuleTarget.class, arguments(settings));
  }

  /**
   * Fuzzes; it ends the process itself.
   *
   * @param target the class that Jazzer calls
   * @param more arguments of Jazzer and of libFuzzer
   */
  static void run(Class<?> target, List<String> more) throws ReflectiveOperationException {
    List<String> arguments = new ArrayList<>();
    arguments.add("--target_class=" + target.getName());
    // No class at all: the guest's code tells by itself what it passes and compares (FuzzedCode).
    // That costs much less than Jazzer's own marks, and no sanitizer has anything to look at.
    arguments.add("--instrumentation_includes=" + NO_CLASS);
    arguments.add("--custom_hook_includes=" + NO_CLASS);
    arguments.add("--trace=cov");
    arguments.add("--disabled_hooks=" + String.join(File.pathSeparator, sanitizers()));
    arguments.addAll(more);
    try {
      Class.forName(MAIN)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments.toArray(String[]::new));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static List<String> arguments(WorkerSettings settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-max_total_time=" + Math.max(1, settings.time().toSeconds()));
    arguments.add("-max_len=" + LONGEST);
    arguments.add("-dict=" + settings.words());
    arguments.add("-artifact_prefix=" + settings.work() + "/");
    arguments.add("-seed=" + (1 + (settings.seed() + settings.index()) % Integer.MAX_VALUE));
    arguments.add("-timeout=600");
    arguments.add("-rss_limit_mb=0");
    // Of four workers one also keeps what only comes closer to a value: half as fast, and patient.
    arguments.add("-use_value_profile=" + (usesValueProfile(settings) ? 1 : 0));
    arguments.add("-verbosity=0");
    arguments.add(settings.corpus().toString());
    arguments.add(settings.merge() ? "-runs=0" : settings.seeds().toString());
    return arguments;
  }

  private static boolean usesValueProfile(WorkerSettings settings) {
    return settings.index() % 4 == 3;
  }

  private static List<String> sanitizers() {
    try {
      Object names = Class.forName(SANITIZERS).getField("SANITIZER_HOOK_NAMES").get(null);
      return ((Collection<?>) names).stream().map(String::valueOf).toList();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What runs the inputs; once its agent is there, for compares are told to its classes. */
  static InputRunner runner(WorkerSettings settings) throws CannotFuzz {
    if (settings.merge()) {
      return new Merging(WorkerMain.subject(settings, Fuzzing.EDGES), settings.kept());
    }
    if (!settings.compares()) {
      return new Worker(WorkerMain.subject(settings, Fuzzing.EDGES), settings, null);
    }
    Comparisons compares = new Comparisons(usesValueProfile(settings));
    FuzzedCode.tell(compares);
    return new Worker(WorkerMain.subject(settings, Fuzzing.COMPARES), settings, compares);
  }
}
