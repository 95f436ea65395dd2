package io.modulecontract.binary;

/**
 * Custom sections (core specification, section 5.5.3). Only the name must be right; what follows it
 * never makes a module malformed, and the engine does not get to see it.
 */
final class CustomScan {

  private static final int MAX_PRODUCERS = 1_000;

  private final ByteCursor in;
  private final ModuleSpaces spaces;

  CustomScan(ByteCursor in, ModuleSpaces spaces) {
    this.in = in;
    this.spaces = spaces;
  }

  void section() {
    String name = in.name("the name of a custom section");
    spaces.customSections.add(name);
    if (name.equals("producers") && spaces.producers.isEmpty()) {
      try {
        producers();
      } catch (ScanStop broken) {
        spaces.producers.clear();
      }
    }
    in.skip(in.left());
  }

  /** Fields, each with tools and their versions. */
  private void producers() {
    int fields = in.count("fields", 2, MAX_PRODUCERS);
    for (int i = 0; i < fields; i++) {
      String field = in.name("the name of a field");
      int values = in.count("values", 2, MAX_PRODUCERS);
      for (int j = 0; j < values; j++) {
        String tool = in.name("the name of a tool");
        String version = in.name("the version of a tool");
        spaces.producers.add(new ModuleOutline.Producer(field, tool, version));
      }
    }
  }
}
