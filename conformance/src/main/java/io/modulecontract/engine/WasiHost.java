package io.modulecontract.engine;

import com.dylibso.chicory.log.Logger;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * WASI preview 1 for one instance, with nothing granted: the engine's own implementation, each
 * function wrapped so that the call is recorded by name, and the clock, the random numbers and
 * sleeping replaced, for two runs of one seed must see the same.
 */
final class WasiHost {

  /** The module name of WASI preview 1's imports. */
  static final String MODULE = "wasi_snapshot_preview1";

  private static final Instant NOW = Instant.parse("2000-01-01T00:00:00Z");
  private static final long MONOTONIC = 1;
  private static final long[] SUCCESS = {0};
  private static final long[] NOT_SUPPORTED = {58};

  /** Functions after which the host's own tables may differ from those of a fresh instance. */
  private static final Set<String> CHANGING =
      Set.of(
          "fd_close",
          "fd_renumber",
          "fd_fdstat_set_flags",
          "fd_fdstat_set_rights",
          "path_open",
          "sock_accept",
          "sock_shutdown");

  private final Map<String, Integer> calls = new LinkedHashMap<>();
  private final ImportFunction[] functions;
  private final long seed;
  private long randomPosition;
  private boolean changed;

  WasiHost(long seed) {
    this.seed = seed;
    WasiOptions nothing =
        WasiOptions.builder()
            .withStdin(new ByteArrayInputStream(new byte[0]))
            .withStdout(OutputStream.nullOutputStream())
            .withStderr(OutputStream.nullOutputStream())
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
            .withRandom(new Random(seed))
            .withThrowOnExit0(true)
            .build();
    WasiPreview1 wasi =
        WasiPreview1.builder().withLogger(new SilentLogger()).withOptions(nothing).build();
    functions =
        Arrays.stream(wasi.toHostFunctions()).map(this::recorded).toArray(ImportFunction[]::new);
  }

  /** The names of all functions of WASI preview 1 that the engine knows. */
  static Set<String> names() {
    return Names.ALL;
  }

  /** What an instance is linked with. */
  ImportFunction[] functions() {
    return functions.clone();
  }

  /** The names of the functions that the guest called, each with how often. */
  Map<String, Integer> calls() {
    return new LinkedHashMap<>(calls);
  }

  /** Whether the guest changed something in its host that a restore does not bring back. */
  boolean changed() {
    return changed;
  }

  /** How many times random bytes were asked for: all that a snapshot needs of them. */
  long randomPosition() {
    return randomPosition;
  }

  /** Goes back to where a snapshot was made. */
  void restore(long position) {
    randomPosition = position;
  }

  private ImportFunction recorded(HostFunction function) {
    String name = function.name();
    return new HostFunction(
        function.module(),
        name,
        function.functionType(),
        (instance, arguments) -> {
          calls.merge(name, 1, Integer::sum);
          changed |= CHANGING.contains(name);
          return switch (name) {
            case "clock_time_get" -> time(function, instance, arguments);
            case "random_get" -> randomBytes(instance, arguments);
            case "sched_yield" -> SUCCESS;
            case "poll_oneoff" -> NOT_SUPPORTED;
            default -> function.handle().apply(instance, arguments);
          };
        });
  }

  private static long[] time(HostFunction real, Instance instance, long[] arguments) {
    if (arguments[0] != MONOTONIC) {
      return real.handle().apply(instance, arguments);
    }
    instance.memory().writeLong((int) arguments[2], NOW.getEpochSecond() * 1_000_000_000L);
    return SUCCESS;
  }

  private long[] randomBytes(Instance instance, long[] arguments) {
    int length = (int) arguments[1];
    int address = (int) arguments[0];
    // Asked first with no bytes: a wrong range must trap before its length is believed.
    instance.memory().copy(address, address, length);
    byte[] bytes = new byte[length];
    new SplittableRandom(seed + randomPosition++).nextBytes(bytes);
    instance.memory().write(address, bytes, 0, length);
    return SUCCESS;
  }

  /** Read once: the names do not depend on an instance. */
  private static final class Names {
    static final Set<String> ALL = names();

    private static Set<String> names() {
      List<String> names = new ArrayList<>();
      for (ImportFunction function : new WasiHost(0).functions) {
        names.add(function.name());
      }
      return Set.copyOf(names);
    }
  }

  /** Logs nothing, for the engine's own logger would write to the user's console. */
  private static final class SilentLogger implements Logger {
    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, String message, Throwable problem) {
      // Nothing: what a guest does is recorded, not logged.
    }
  }
}
