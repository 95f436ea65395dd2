/** What a check found, as immutable values, from one clause up to the whole run. */
@NullMarked
package io.modulecontract.verdict;

import org.jspecify.annotations.NullMarked;
