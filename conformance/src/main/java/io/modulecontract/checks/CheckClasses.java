package io.modulecontract.checks;

import java.util.List;

/** The classes that hold the checks, one or more for each family. */
public final class CheckClasses {

  /** All of them, in the order of the specification. */
  public static final List<Class<?>> ALL =
      List.of(
          ModuleChecks.class,
          StartChecks.class,
          AllocationChecks.class,
          DeallocationChecks.class,
          LeakChecks.class,
          GrowthChecks.class,
          CallResultChecks.class,
          CallParameterChecks.class,
          CallRepeatChecks.class,
          ArrowStreamChecks.class,
          ArrowMemoryChecks.class,
          ArrowTableChecks.class,
          IsolationChecks.class,
          PolicyChecks.class);

  private CheckClasses() {}
}
