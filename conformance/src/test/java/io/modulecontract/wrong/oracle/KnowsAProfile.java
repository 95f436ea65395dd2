package io.modulecontract.wrong.oracle;

import io.modulecontract.abi.Profile;

/** A reader of tables knows nothing of what a module exports. */
record KnowsAProfile(Profile profile) {}
