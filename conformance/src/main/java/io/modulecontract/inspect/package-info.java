/** Tells what a module is, before anything of it runs. */
@NullMarked
package io.modulecontract.inspect;

import org.jspecify.annotations.NullMarked;
