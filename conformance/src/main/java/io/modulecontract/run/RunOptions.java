package io.modulecontract.run;

import io.modulecontract.abi.Limits;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;
import io.modulecontract.wasi.Grants;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is asked for.
 *
 * @param clauses the clauses to decide; the others get a row that says "not asked for"
 * @param effort how much is tried
 * @param seed what every random choice is made from
 * @param strict whether a broken SHOULD counts like a broken MUST
 * @param policy what a guest may use
 * @param limits what the user said of memory and time: stronger than a descriptor
 * @param descriptor the descriptor's file; empty means the one beside the module, if there is one
 */
public record RunOptions(
    Set<Clause> clauses,
    Effort effort,
    long seed,
    boolean strict,
    Policy policy,
    Limits limits,
    Optional<Path> descriptor) {

  /** Copies the set, in the order of the specification. */
  public RunOptions {
    clauses = Collections.unmodifiableSet(EnumSet.copyOf(clauses));
  }

  /** Every clause, with this effort and seed. */
  public static RunOptions all(Effort effort, long seed) {
    return new RunOptions(
        EnumSet.allOf(Clause.class),
        effort,
        seed,
        false,
        Policy.DEFAULT.withSeed(seed),
        Limits.NONE,
        Optional.empty());
  }

  /** What a guest of a module with this descriptor may use. */
  Policy policy(ModuleDescriptor descriptor) {
    Grants asked = Grants.harmless(descriptor.capabilities());
    return policy.within(limits.orElse(descriptor.limits())).withGrants(asked.and(policy.grants()));
  }
}
