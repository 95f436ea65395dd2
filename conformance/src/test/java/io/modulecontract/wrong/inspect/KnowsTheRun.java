package io.modulecontract.wrong.inspect;

import io.modulecontract.run.RunOptions;

/** Inspecting runs nothing. */
record KnowsTheRun(RunOptions options) {}
