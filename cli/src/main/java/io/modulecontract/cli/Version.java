package io.modulecontract.cli;

import io.modulecontract.run.Suite;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, from the jar's manifest. */
final class Version implements IVersionProvider {

  /** The version, or a word for classes that are in no jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "module-contract " + number() + ", module interop contract " + Suite.CONTRACT
    };
  }
}
