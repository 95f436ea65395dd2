/** Reads what a module's author declares beside the binary. */
@NullMarked
package io.modulecontract.descriptor;

import org.jspecify.annotations.NullMarked;
