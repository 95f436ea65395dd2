/** Tests of the command line: everything that a user can see of it. */
@NullMarked
package io.modulecontract.cli;

import org.jspecify.annotations.NullMarked;
