/** Picks the checks, runs them on the JUnit Platform, and turns what happened into verdicts. */
@NullMarked
package io.modulecontract.run;

import org.jspecify.annotations.NullMarked;
