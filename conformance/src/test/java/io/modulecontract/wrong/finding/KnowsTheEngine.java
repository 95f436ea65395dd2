package io.modulecontract.wrong.finding;

import io.modulecontract.engine.Guest;

/** A finding is what was found, and no guest. */
record KnowsTheEngine(Guest guest) {}
