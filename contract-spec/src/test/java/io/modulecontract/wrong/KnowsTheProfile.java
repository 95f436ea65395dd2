package io.modulecontract.wrong;

import io.modulecontract.abi.Profile;

/** A package that knows another one: what the rule about packages must find. */
record KnowsTheProfile(Profile profile) {}
