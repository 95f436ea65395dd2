package io.modulecontract.abi;

import java.util.List;

/**
 * What a module asks its host for. Asking grants nothing: the host decides.
 *
 * @param clock whether it reads a clock
 * @param random whether it draws random numbers
 * @param stdin whether it reads the standard input
 * @param stdout whether it writes to the standard output
 * @param stderr whether it writes to the standard error
 * @param arguments whether it reads its arguments
 * @param environment the variables that it reads
 * @param directories the directories that it opens files in
 */
public record Capabilities(
    boolean clock,
    boolean random,
    boolean stdin,
    boolean stdout,
    boolean stderr,
    boolean arguments,
    List<String> environment,
    List<Directory> directories) {

  /** A module that asks for nothing. */
  public static final Capabilities NONE =
      new Capabilities(false, false, false, false, false, false, List.of(), List.of());

  /** Copies both lists. */
  public Capabilities {
    environment = List.copyOf(environment);
    directories = List.copyOf(directories);
  }

  /**
   * A directory that a module asks for.
   *
   * @param guest the path under which the guest knows it
   * @param access what the guest wants to do there
   */
  public record Directory(String guest, Access access) {}
}
