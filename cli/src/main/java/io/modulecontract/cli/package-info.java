/** The command line: a shell over the suite, and the only place that exits the process. */
@NullMarked
package io.modulecontract.cli;

import org.jspecify.annotations.NullMarked;
