package io.modulecontract.fuzz;

import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.io.IOException;
import java.nio.file.Path;

/** A worker process: it fuzzes one module and keeps what it finds in files. */
public final class WorkerMain {

  private WorkerMain() {}

  /**
   * Runs one.
   *
   * @param arguments the file of its settings
   * @throws Exception whatever keeps it from going on; its parent reads of it in the log
   */
  public static void main(String[] arguments) throws Exception {
    WorkerSettings settings = WorkerSettings.read(Path.of(arguments[0]));
    endWithParent();
    if (settings.engine() == FuzzEngine.JAZZER) {
      JazzerEngine.run(settings);
    } else {
      Worker worker = new Worker(subject(settings, Fuzzing.FUNCTIONS), settings, null);
      new RandomEngine(settings, worker).run();
      worker.end();
    }
  }

  static FuzzSubject subject(WorkerSettings settings, Fuzzing fuzzing) throws CannotFuzz {
    return FuzzSubject.read(
        settings.module(), settings.descriptor(), settings.limits(), settings.seed(), fuzzing);
  }

  /** A parent that was killed can no longer say that it is enough: the end of our input does. */
  private static void endWithParent() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // It never writes.
                }
              } catch (IOException e) {
                // Then it is gone as well.
              }
              Runtime.getRuntime().halt(0);
            },
            "parent");
    thread.setDaemon(true);
    thread.start();
  }
}
