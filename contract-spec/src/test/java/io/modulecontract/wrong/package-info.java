/** Breaches of the rules about dependencies, so that each rule is seen to fail. */
@NullMarked
package io.modulecontract.wrong;

import org.jspecify.annotations.NullMarked;
