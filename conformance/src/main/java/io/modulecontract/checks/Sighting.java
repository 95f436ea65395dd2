package io.modulecontract.checks;

import io.modulecontract.spec.Clause;
import java.util.function.Supplier;

/**
 * A breach of a clause that the check of another clause came across.
 *
 * @param clause the clause that is broken
 * @param length how many operations the sequence has that showed it
 * @param shrunk finds the smallest sequence, for the check that is under way then
 */
public record Sighting(Clause clause, int length, Supplier<ClauseBroken> shrunk) {}
