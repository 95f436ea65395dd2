package io.modulecontract.engine;

import com.dylibso.chicory.wasm.InvalidException;
import com.dylibso.chicory.wasm.MalformedException;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.ModuleReading.Malformed;
import io.modulecontract.binary.ModuleReading.Unsupported;
import io.modulecontract.binary.ModuleReading.WellFormed;
import io.modulecontract.binary.ScannedModule;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads untrusted bytes: whatever they are, the answer is a {@link ModuleReading}. */
public final class ModuleReader {

  private static final String WHOLE = "the whole file";
  private static final int SHOWN = 200;

  private ModuleReader() {}

  /**
   * Scans the bytes, then lets the engine parse and validate them, on a thread of its own: nothing
   * that goes wrong there goes wrong here. A thread that is late cannot be ended, only left behind,
   * which the scan's limits make rare.
   *
   * @param file the module's bytes
   * @param deadline how long reading may take
   */
  public static ModuleReading read(ModuleFile file, Duration deadline) {
    FutureTask<ModuleReading> task = new FutureTask<>(() -> readUnguarded(file));
    Thread thread = new Thread(task, "reader of " + file.name());
    thread.setDaemon(true);
    long started = System.nanoTime();
    thread.start();
    try {
      ModuleReading reading = task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      // It may be done before anybody waits for it, and yet have taken longer.
      return System.nanoTime() - started > deadline.toNanos() ? late(deadline) : reading;
    } catch (TimeoutException e) {
      return late(deadline);
    } catch (ExecutionException e) {
      return new Unsupported(fault(e.getCause()), WHOLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unsupported("to be read without an interruption", WHOLE);
    }
  }

  private static Unsupported late(Duration deadline) {
    return new Unsupported("more than " + deadline.toMillis() + " ms to be read", WHOLE);
  }

  /** Damage that the scan lets through and the engine cannot take: not known to be the module's. */
  private static String fault(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return "more memory to be read than this JVM has";
    }
    if (thrown instanceof StackOverflowError) {
      return "a deeper stack to be read than this JVM has";
    }
    return "something that the engine fails to read (" + thrown.getClass().getSimpleName() + ")";
  }

  private static ModuleReading readUnguarded(ModuleFile file) {
    return ScannedModule.read(file, ModuleReader::parse);
  }

  private static ModuleReading parse(ScannedModule scanned) {
    ModuleFile file = scanned.file();
    long needed = scanned.engineBytes();
    if (!fits(needed)) {
      return new Unsupported(
          "about " + (needed >> 20) + " MiB of memory to be read (java -Xmx gives more)", WHOLE);
    }
    ModuleOutline outline = scanned.outline();
    try {
      return new WellFormed(file, outline, new EngineModule(EngineParser.parse(file)));
    } catch (InvalidException e) {
      return invalid(scanned, message(e));
    } catch (MalformedException e) {
      return new Unsupported("something that the engine fails to read: " + message(e), WHOLE);
    }
  }

  private static boolean fits(long needed) {
    if (heapLeft() < needed) {
      // What is no longer used counts as used until it is collected.
      System.gc();
    }
    return heapLeft() >= needed;
  }

  private static long heapLeft() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  private static ModuleReading invalid(ScannedModule scanned, String message) {
    OptionalInt body = EngineParser.invalidBody(scanned.file());
    String place = body.isPresent() ? scanned.bodyPlace(body.getAsInt()) : WHOLE;
    String doubt = EngineDoubt.about(scanned, message);
    if (doubt != null) {
      return new Unsupported(doubt, place);
    }
    String expected =
        body.isPresent() ? "a valid body" + scanned.nameOfBody(body.getAsInt()) : "a valid module";
    return new Malformed(place, expected, message);
  }

  /** The first complaint: the engine lists all it has, and repeats itself where it wraps one. */
  private static String message(Exception e) {
    Throwable first = e.getCause() instanceof MalformedException cause ? cause : e;
    String message = String.valueOf(first.getMessage());
    int next = message.indexOf(" - ");
    String one = next < 0 ? message : message.substring(0, next);
    return one.length() > SHOWN ? one.substring(0, SHOWN) + "…" : one;
  }
}
