/** What was read to loaded module to guest. The only importer of the WebAssembly engine. */
@NullMarked
package io.modulecontract.engine;

import org.jspecify.annotations.NullMarked;
