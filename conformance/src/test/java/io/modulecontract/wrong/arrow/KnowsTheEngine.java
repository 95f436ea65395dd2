package io.modulecontract.wrong.arrow;

import io.modulecontract.engine.Guest;

/** Arrow streams are bytes: where they come from, they do not know. */
record KnowsTheEngine(Guest guest) {}
