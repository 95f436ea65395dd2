/**
 * Builds Rust crates in a container with a fixed toolchain, and tells whether the reference
 * modules' committed bytes are what their sources give.
 */
package io.modulecontract.container;
