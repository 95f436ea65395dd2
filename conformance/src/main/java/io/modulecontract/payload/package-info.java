/** What functions are called with: texts, bytes and streams that modules get wrong. */
@NullMarked
package io.modulecontract.payload;

import org.jspecify.annotations.NullMarked;
