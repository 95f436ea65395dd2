package io.modulecontract.wrong.arrow;

import io.modulecontract.abi.Profile;

/** Streams know nothing of who exchanges them. */
record KnowsAProfile(Profile profile) {}
