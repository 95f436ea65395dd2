/** The kill matrix: every clause against every reference module. */
@NullMarked
package io.modulecontract.matrix;

import org.jspecify.annotations.NullMarked;
