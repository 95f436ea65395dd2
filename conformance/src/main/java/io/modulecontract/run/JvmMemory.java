package io.modulecontract.run;

/** What is said when the memory of this JVM is not enough; no module is to blame for that. */
final class JvmMemory {

  private JvmMemory() {}

  static String ranOut() {
    long most = Runtime.getRuntime().maxMemory() >> 20;
    return "the memory of this JVM ran out, " + most + " MiB (java -Xmx gives more)";
  }
}
