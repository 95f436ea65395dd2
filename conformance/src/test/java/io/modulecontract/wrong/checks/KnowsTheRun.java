package io.modulecontract.wrong.checks;

import io.modulecontract.run.RunOptions;
import io.modulecontract.wrong.run.Exits;

/** A check does not know who runs it; here both know each other. */
public record KnowsTheRun(RunOptions options, Exits exits) {}
