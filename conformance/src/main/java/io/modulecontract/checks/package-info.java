/**
 * One class per clause family: JUnit Platform tests, each annotated with the clause that it
 * decides.
 */
@NullMarked
package io.modulecontract.checks;

import org.jspecify.annotations.NullMarked;
