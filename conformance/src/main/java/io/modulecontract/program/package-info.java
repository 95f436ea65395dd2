/**
 * Programs of operations: how they are encoded, generated, run on a guest beside the reference
 * model, judged and shrunk. Checks and fuzzers share it.
 */
@NullMarked
package io.modulecontract.program;

import org.jspecify.annotations.NullMarked;
