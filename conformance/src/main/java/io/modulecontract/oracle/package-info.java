/** Arrow's own library as a second reader of what guests answer. */
@NullMarked
package io.modulecontract.oracle;

import org.jspecify.annotations.NullMarked;
