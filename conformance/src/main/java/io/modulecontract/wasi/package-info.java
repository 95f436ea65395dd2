/** WASI preview 1 as a guest may have it: what is granted, and a record of everything tried. */
@NullMarked
package io.modulecontract.wasi;

import org.jspecify.annotations.NullMarked;
