/**
 * The bytes of a module and what they say, before an engine sees them: file, structure, outline.
 * Whatever the bytes are, reading them ends with a value. Nothing of the engine is called here.
 */
@NullMarked
package io.modulecontract.binary;

import org.jspecify.annotations.NullMarked;
