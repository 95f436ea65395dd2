/**
 * Builds Rust crates in a container with a fixed toolchain, and tells whether the reference
 * modules' committed bytes are what their sources give.
 */
@NullMarked
package io.modulecontract.container;

import org.jspecify.annotations.NullMarked;
