package io.modulecontract.cli.table;

/** What a user named is no table, or not the one that it must be; the message says where. */
public final class WrongTable extends Exception {

  private static final long serialVersionUID = 1L;

  /** Of some source, such as a file: what is wrong, and where in it. */
  WrongTable(String source, String what) {
    super(source + ": " + what);
  }
}
