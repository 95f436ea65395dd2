/** Reads TOML, and says of each mistake in which line it is and at which key. */
@NullMarked
package io.modulecontract.toml;

import org.jspecify.annotations.NullMarked;
