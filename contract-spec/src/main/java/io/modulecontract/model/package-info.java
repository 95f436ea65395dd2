/** The reference model of an allocator: the oracle that says what a guest may answer. */
@NullMarked
package io.modulecontract.model;

import org.jspecify.annotations.NullMarked;
