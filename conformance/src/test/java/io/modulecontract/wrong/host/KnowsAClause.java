package io.modulecontract.wrong.host;

import io.modulecontract.spec.Clause;

/** An application is served, and not judged. */
record KnowsAClause(Clause clause) {}
