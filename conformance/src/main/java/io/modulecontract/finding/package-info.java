/** What shows a broken clause, in a form that can be saved, read and run again. */
@NullMarked
package io.modulecontract.finding;

import org.jspecify.annotations.NullMarked;
