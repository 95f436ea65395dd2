/** A run's result as text for the console and as files for other tools. */
@NullMarked
package io.modulecontract.report;

import org.jspecify.annotations.NullMarked;
