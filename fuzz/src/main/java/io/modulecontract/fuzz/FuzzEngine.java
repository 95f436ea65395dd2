package io.modulecontract.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes the inputs. */
public enum FuzzEngine {
  /** Guided by what the guest's code covers and compares. */
  JAZZER,
  /** Random mutation of a corpus, which sees nothing of the code: where Jazzer does not run. */
  RANDOM;

  /** What can be named, for messages. */
  public static final String NAMES =
      Arrays.stream(values()).map(FuzzEngine::toString).collect(Collectors.joining(" or "));

  /** The engine of this name. */
  public static Optional<FuzzEngine> byName(String name) {
    return Arrays.stream(values()).filter(it -> it.toString().equals(name)).findFirst();
  }

  /** The best one for this platform. */
  public static FuzzEngine best() {
    return JazzerPlatform.current().isPresent() ? JAZZER : RANDOM;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
