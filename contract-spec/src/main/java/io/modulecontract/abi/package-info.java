/** What host and guest agree on: names, types, shapes. Values only, no engine. */
@NullMarked
package io.modulecontract.abi;

import org.jspecify.annotations.NullMarked;
