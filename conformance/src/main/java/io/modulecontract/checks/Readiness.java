package io.modulecontract.checks;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Start;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the contract's functions can be called at all. Found out once for all checks of a module.
 *
 * @param start how the first attempt to get an instance ended; empty when there is nothing to start
 * @param obstacle why no check can call the guest; empty when they can
 */
public record Readiness(Optional<Start> start, Optional<String> obstacle) {

  /** In bytes: what an allocator has in classes of its own, more or less. */
  private static final long[] SIZES = {8, 1, 0, 100, 2_000};

  /** Looks at the module, and starts it once. */
  public static Readiness of(Subject subject) {
    if (subject.loaded().isEmpty()) {
      return new Readiness(
          Optional.empty(), Optional.of("the binary is not a valid module (MOD-01)"));
    }
    LoadedModule module = subject.loaded().get();
    Start start = module.start(subject.policy(), ExecutionMode.COMPILED);
    return new Readiness(Optional.of(start), obstacle(module.outline(), subject.profile(), start));
  }

  private static Optional<String> obstacle(ModuleOutline outline, Profile profile, Start start) {
    if (!exports(outline, profile.memory(), ModuleOutline.Kind.MEMORY, null)) {
      return Optional.of("there is no memory to look at (MOD-02)");
    }
    for (String function : new String[] {profile.allocate(), profile.deallocate()}) {
      if (!exports(outline, function, ModuleOutline.Kind.FUNCTION, profile.type())) {
        return Optional.of("`" + function + "` cannot be called (MOD-03)");
      }
    }
    // Where this JVM had no room for a guest, each check asks again, and ends undecided.
    if (start instanceof Start.Started || start instanceof Start.OutOfHeap) {
      return Optional.empty();
    }
    if (start instanceof Start.Unlinkable) {
      return Optional.of("the module cannot be linked (MOD-04)");
    }
    return Optional.of("the module does not start (INIT)");
  }

  /**
   * The same, with an obstacle where a guest answers no request for an area at all. To be asked
   * once calls were seen that do not return: each check would find out by itself, and wait again.
   */
  public Readiness unlessSilent(Subject subject) {
    return obstacle.isEmpty() && isSilent(subject)
        ? new Readiness(start, Optional.of(silence(subject.profile())))
        : this;
  }

  private static String silence(Profile profile) {
    return "`"
        + profile.allocate()
        + "` answered none of "
        + (SIZES.length + 1)
        + " requests in time (ALLOC-10)";
  }

  /** Nearly every guest has answered when hurried; only the last request may take its time. */
  private static boolean isSilent(Subject subject) {
    return Arrays.stream(SIZES).noneMatch(size -> answers(subject.hurried(), size))
        && !answers(subject, SIZES[0]);
  }

  private static boolean answers(Subject subject, long size) {
    Start again = subject.loaded().orElseThrow().start(subject.policy(), ExecutionMode.COMPILED);
    if (!(again instanceof Start.Started started)) {
      return true;
    }
    CallOutcome outcome = started.guest().allocate(size);
    started.guest().close();
    return !(outcome instanceof CallOutcome.DeadlineExceeded);
  }

  private static boolean exports(
      ModuleOutline outline, String name, ModuleOutline.Kind kind, @Nullable FunctionType type) {
    return outline
        .export(name)
        .filter(export -> export.kind() == kind && (type == null || type.equals(export.type())))
        .isPresent();
  }
}
