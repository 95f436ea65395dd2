/**
 * Scripts: sequences of what a host does with a guest's areas and functions, run beside the
 * reference model, judged by clause, made smaller when they fail.
 */
@NullMarked
package io.modulecontract.script;

import org.jspecify.annotations.NullMarked;
