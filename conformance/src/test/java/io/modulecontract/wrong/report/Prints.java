package io.modulecontract.wrong.report;

import io.modulecontract.abi.Profile;

/** A report shows verdicts, and is written to where it is asked for. */
record Prints(Profile profile) {

  void print() {
    System.out.println(profile);
  }
}
