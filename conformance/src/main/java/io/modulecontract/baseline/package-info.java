/** Failures that an author knows of: read, held against a run, and written. */
@NullMarked
package io.modulecontract.baseline;

import org.jspecify.annotations.NullMarked;
