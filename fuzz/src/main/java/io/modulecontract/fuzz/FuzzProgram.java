package io.modulecontract.fuzz;

import io.modulecontract.script.Script;

/**
 * What a run does: a script, as those of the checks.
 *
 * @param script the actions
 * @param refused which of the guest's requests for memory is refused, counted from 1; 0 for none
 */
record FuzzProgram(Script script, int refused) {}
