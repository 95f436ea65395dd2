/** The clauses of the contract and their levels, kept in step with {@code SPEC.md} by a test. */
@NullMarked
package io.modulecontract.spec;

import org.jspecify.annotations.NullMarked;
