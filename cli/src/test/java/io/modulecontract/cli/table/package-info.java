/** Tables as users write them. */
@NullMarked
package io.modulecontract.cli.table;

import org.jspecify.annotations.NullMarked;
