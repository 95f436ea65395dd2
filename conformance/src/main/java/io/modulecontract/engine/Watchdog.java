package io.modulecontract.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts a guest's thread when one call takes longer than its deadline; the engine polls the
 * interrupt flag at calls and backward branches. A call costs two stores and a load: one thread
 * looks every few milliseconds which call each {@link Watch} is in.
 */
final class Watchdog {

  private static final Duration LOOK = Duration.ofMillis(10);
  private static final List<WeakReference<Watch>> WATCHES = new CopyOnWriteArrayList<>();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Watchdog() {}

  /** A watch over the calls that the current thread makes. */
  static Watch watch(Duration deadline) {
    Looker.START.run();
    Thread thread = Thread.currentThread();
    Watch watch = new Watch(thread, deadline, () -> processorTime(thread));
    WATCHES.removeIf(reference -> reference.get() == null);
    WATCHES.add(new WeakReference<>(watch));
    return watch;
  }

  private static long processorTime(Thread thread) {
    return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getThreadCpuTime(thread.getId())
        : -1;
  }

  private static void look() {
    while (true) {
      LockSupport.parkNanos(LOOK.toNanos());
      try {
        lookOnce(System.nanoTime());
      } catch (OutOfMemoryError e) {
        // Somebody else has taken all memory. Whoever is late is found at the next look.
      }
    }
  }

  private static void lookOnce(long now) {
    for (WeakReference<Watch> reference : WATCHES) {
      Watch watch = reference.get();
      if (watch != null) {
        watch.look(now);
      }
    }
  }

  /** Starts the one thread when the first watch is asked for. */
  private static final class Looker {
    static final Runnable START = () -> {};

    static {
      Thread thread = new Thread(Watchdog::look, "module-contract-watchdog");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
