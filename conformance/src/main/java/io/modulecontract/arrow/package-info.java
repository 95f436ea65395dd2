/**
 * Arrow IPC streams: as bytes that are not trusted, as tables of plain Java values, and everything
 * that checks need of both: generated, shrunk, malformed, compared.
 */
@NullMarked
package io.modulecontract.arrow;

import org.jspecify.annotations.NullMarked;
