/**
 * Fuzzing of a module: bytes become scripts, which run as those of the checks do; an engine looks
 * for bytes that reach more of the guest's code.
 */
@NullMarked
package io.modulecontract.fuzz;

import org.jspecify.annotations.NullMarked;
