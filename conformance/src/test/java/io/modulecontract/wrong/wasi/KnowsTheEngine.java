package io.modulecontract.wrong.wasi;

import io.modulecontract.engine.Policy;

/** WASI is what the engine links, and knows nothing of it. */
record KnowsTheEngine(Policy policy) {}
