package io.modulecontract.wrong.baseline;

import io.modulecontract.run.RunOptions;

/** A baseline is held against results, wherever they come from. */
record KnowsTheRun(RunOptions options) {}
