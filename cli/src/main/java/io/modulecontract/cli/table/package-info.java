/** Tables that a user names on the command line, and tables as a user sees them. */
@NullMarked
package io.modulecontract.cli.table;

import org.jspecify.annotations.NullMarked;
