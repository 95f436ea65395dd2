package io.modulecontract.wrong.script;

import io.modulecontract.verdict.Verdict;

/** A script finds faults; what they mean for a module is decided elsewhere. */
record KnowsAVerdict(Verdict verdict) {}
