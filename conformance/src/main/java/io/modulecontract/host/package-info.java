/**
 * What an application needs to exchange values with a module: areas, texts and bytes, in the order
 * that the contract demands, and a reader of results that believes nothing. The checks use this
 * very code.
 */
@NullMarked
package io.modulecontract.host;

import org.jspecify.annotations.NullMarked;
