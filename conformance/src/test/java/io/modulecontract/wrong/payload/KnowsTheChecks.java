package io.modulecontract.wrong.payload;

import io.modulecontract.checks.Effort;

/** A fuzzer takes the same payloads, and it knows no check. */
record KnowsTheChecks(Effort effort) {}
