package io.modulecontract.wrong.engine;

import io.modulecontract.spec.Clause;

/** The engine runs guests and knows no clause. */
record KnowsAClause(Clause clause) {}
