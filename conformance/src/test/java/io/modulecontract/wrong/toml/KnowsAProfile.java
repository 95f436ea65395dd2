package io.modulecontract.wrong.toml;

import io.modulecontract.abi.Profile;

/** TOML knows nothing of what is written in it. */
record KnowsAProfile(Profile profile) {}
