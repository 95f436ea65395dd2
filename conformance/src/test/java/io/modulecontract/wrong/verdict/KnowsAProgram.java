package io.modulecontract.wrong.verdict;

import io.modulecontract.program.Program;

/** A verdict is values for a report. */
record KnowsAProgram(Program program) {}
