package io.modulecontract.wrong.descriptor;

import io.modulecontract.engine.Policy;

/** A descriptor does not run anything. */
record KnowsTheEngine(Policy policy) {}
